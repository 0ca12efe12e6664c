/** A latest-news list that editors made. */
import { articleRows } from './article-list.js';
import { h } from './element.js';
import { portalTime } from './portal-time.js';
import { readLatestNews } from './contract.js';
import { setTitle } from './page-head.js';
import { showPage } from './show-page.js';
import { slugOfPage } from './page-address.js';
import { text } from './strings.js';

showPage(
  () => readLatestNews(slugOfPage()),
  ({ data, meta: { collection, changedOn } }) => {
    setTitle(collection.name);
    return [
      h('div', { class: 'page-heading' }, [
        h('h1', {}, collection.name),
        h('p', { class: 'quiet' }, text('changedOn', { when: portalTime(changedOn) })),
      ]),
      articleRows(data, 'h2'),
    ];
  },
);
