/** One category: what lies under it, and its articles. The contract has no path of one category, so the tree is read. */
import { addressOf, slugOfPage } from './page-address.js';
import { articlePages, readFirstArticles } from './article-list.js';
import { breadcrumbs } from './breadcrumbs.js';
import { lineTo } from './category-tree.js';
import { ContractError, readCategories } from './contract.js';
import { h } from './element.js';
import { setTitle } from './page-head.js';
import { showPage } from './show-page.js';
import { text } from './strings.js';

const category = slugOfPage();

async function read() {
  const [{ data: tree }, articles] = await Promise.all([readCategories(), readFirstArticles({ category })]);
  const line = lineTo(category, tree);
  if (!line) throw new ContractError('missing', location.pathname);
  return { line, articles };
}

const step = ({ slug, name }) => ({ name, address: addressOf('category', slug) });

function subcategories(steps) {
  const links = steps.map(({ name, address }) => h('li', {}, h('a', { href: address }, name)));
  return h('nav', { class: 'subcategories', 'aria-label': text('subcategories') }, h('ul', {}, links));
}

showPage(read, ({ line, articles }) => {
  const { name, description, children } = line.at(-1);
  setTitle(name);
  return [
    breadcrumbs([{ name: text('categories'), address: addressOf('category') }, ...line.slice(0, -1).map(step)]),
    h('div', { class: 'page-heading' }, h('h1', {}, name), description && h('p', {}, description)),
    children.length > 0 && subcategories(children.map(step)),
    articlePages(articles, { category }, 'h2'),
  ];
});
