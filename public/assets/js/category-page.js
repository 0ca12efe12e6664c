/** One category: what lies under it, and its articles. The contract has no path of one category, so the tree is read. */
import { addressOf, slugOfPage } from './page-address.js';
import { articlePages, readFirstArticles } from './article-list.js';
import { breadcrumbs } from './breadcrumbs.js';
import { categoryTree, lineTo } from './category-tree.js';
import { ContractError, readCategories } from './contract.js';
import { h } from './element.js';
import { setTitle } from './page-head.js';
import { showPage } from './show-page.js';
import { text } from './strings.js';
import { titledSection } from './titled-section.js';

const category = slugOfPage();

async function read() {
  const [{ data: tree }, articles] = await Promise.all([readCategories(), readFirstArticles({ category })]);
  const line = lineTo(category, tree);
  if (!line) throw new ContractError('missing', location.pathname);
  return { line, articles };
}

showPage(read, ({ line, articles }) => {
  const { name, description, children } = line.at(-1);
  const above = line.slice(0, -1).map((one) => ({ name: one.name, address: addressOf('category', one.slug) }));
  setTitle(name);
  return [
    breadcrumbs([{ name: text('categories'), address: addressOf('category') }, ...above]),
    h('div', { class: 'page-heading' }, h('h1', {}, name), description && h('p', {}, description)),
    children.length > 0 &&
      titledSection('subcategories', 'subcategories', text('subcategories'), categoryTree(children)),
    articlePages(articles, { category }, 'h2'),
  ];
});
