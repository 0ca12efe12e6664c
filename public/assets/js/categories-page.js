import { categoryTree } from './category-tree.js';
import { h } from './element.js';
import { readCategories } from './contract.js';
import { showPage } from './show-page.js';
import { text } from './strings.js';

showPage(readCategories, ({ data }) => [
  h('div', { class: 'page-heading' }, h('h1', {}, text('categoriesTitle'))),
  data.length > 0 ? categoryTree(data) : h('p', { class: 'nothing' }, text('categoriesEmpty')),
]);
