import { agencyTree } from './agency-tree.js';
import { h } from './element.js';
import { readAgencies } from './contract.js';
import { showPage } from './show-page.js';
import { text } from './strings.js';

showPage(readAgencies, ({ data }) => [
  h('div', { class: 'page-heading' }, h('h1', {}, text('agenciesTitle'))),
  data.length > 0 ? agencyTree(data) : h('p', { class: 'nothing' }, text('agenciesEmpty')),
]);
