import { expectedKeys } from '../../../../../panel/expected-keys';
import contentTypes from '../../../server/src/content-types';
import { DEFAULT_LIST } from '../../../server/src/default-list';
import { labels } from '../labels';

describe.each(Object.entries(labels.translations))('the panel in %s', (_locale, strings) => {
  it('has a label and a hint for each field that it shows, and no string for anything else', () => {
    expect(Object.keys(strings).sort()).toEqual(expectedKeys(contentTypes).sort());
  });

  it('names the default list and its size as they are', () => {
    expect(strings['latest-news-list.slug.hint']).toContain(`${DEFAULT_LIST.slug}.`);
    expect(strings['latest-news-list.size.hint']).toContain(` ${DEFAULT_LIST.size}.`);
  });

  it.each(Object.entries(strings).filter(([key]) => key.endsWith('.hint')))('%s is one line', (_key, hint) => {
    expect(hint).toMatch(/^\S.{5,158}[.?]$/);
  });
});

it('knows each content type by the display name of its schema', () => {
  const displayNames = Object.entries(contentTypes).map(([name, { schema }]) => [name, schema.info.displayName]);
  expect(labels.contentTypes).toEqual(Object.fromEntries(displayNames));
});
