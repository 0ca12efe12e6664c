import { testLabels } from '../../../../../panel/test-labels';
import contentTypes from '../../../server/src/content-types';
import { DEFAULT_LIST } from '../../../server/src/default-list';
import { labels } from '../labels';

testLabels(labels, contentTypes);

it.each(Object.entries(labels.translations))(
  'in %s the default list and its size are named as they are',
  (_, hints) => {
    expect(hints['latest-news-list.slug.hint']).toContain(`${DEFAULT_LIST.slug}.`);
    expect(hints['latest-news-list.size.hint']).toContain(` ${DEFAULT_LIST.size}.`);
  },
);
