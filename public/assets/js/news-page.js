/** All articles, newest first; with `?agency=` or `?official=`, those of one. */
import { addressOf } from './page-address.js';
import { articlePages, readFirstArticles } from './article-list.js';
import { h } from './element.js';
import { readAgency, readOfficial } from './contract.js';
import { setTitle } from './page-head.js';
import { showPage } from './show-page.js';
import { text } from './strings.js';

const FILTERS = {
  agency: { read: readAgency, title: 'newsOf' },
  official: { read: readOfficial, title: 'newsOfOfficial' },
};
const asked = new URLSearchParams(location.search);
const [name, slug] = Object.keys(FILTERS).flatMap((key) => (asked.get(key) ? [[key, asked.get(key)]] : []))[0] ?? [];

/** `Tin của Sở Tài chính`, linked to the agency. */
async function readHeading() {
  if (!name) return h('h1', {}, text('newsTitle'));
  const { data } = await FILTERS[name].read(slug);
  const title = text(FILTERS[name].title, data);
  setTitle(title);
  const everything = h('p', {}, h('a', { href: addressOf('article') }, text('toList')));
  return [h('h1', {}, title), everything];
}

const filters = name ? { [name]: slug } : {};

showPage(
  async () => {
    const [heading, articles] = await Promise.all([readHeading(), readFirstArticles(filters)]);
    return { ...articles, heading };
  },
  (articles) => [h('div', { class: 'page-heading' }, articles.heading), articlePages(articles, filters, 'h2')],
);
