/** One agency: where it stands, contact, people, the line of its predecessors and successors, articles. */
import { addressOf } from './page-address.js';
import { agencyFacts } from './agency-facts.js';
import { agencyTree } from './agency-tree.js';
import { breadcrumbs } from './breadcrumbs.js';
import { civilDay } from './civil-day.js';
import { h } from './element.js';
import { latestArticles } from './latest-articles.js';
import { officialRows } from './official-rows.js';
import { readAgency } from './contract.js';
import { showThing } from './show-page.js';
import { text } from './strings.js';
import { titledSection } from './titled-section.js';

function relative({ slug, name, part, on, basis }) {
  const how = { part: text(`part-${part}`), on: civilDay(on), basis };
  return h('li', {}, [
    h('a', { href: addressOf('agency', slug) }, name),
    h('p', { class: 'quiet' }, text(basis ? 'successionBasis' : 'succession', how)),
  ]);
}

const rowsOf = (id, rows) => rows.length > 0 && titledSection('part', id, text(id), h('ul', { class: 'rows' }, rows));

showThing('agency', readAgency, (agency) => {
  const { name, shortName, status, parents, functions, officials, predecessors, successors, children } = agency;
  const above = parents.map((one) => ({ name: one.name, address: addressOf('agency', one.slug) }));
  return [
    breadcrumbs([{ name: text('agencies'), address: addressOf('agency') }, ...above]),
    h('div', { class: 'page-heading' }, h('h1', {}, name), shortName && h('p', { class: 'quiet' }, shortName)),
    status !== 'active' && h('p', { class: 'notice' }, text(status)),
    agencyFacts(agency),
    functions && titledSection('part', 'functions', text('functions'), h('p', { class: 'as-typed' }, functions)),
    rowsOf('agencyOfficials', officialRows(officials)),
    rowsOf('predecessors', predecessors.map(relative)),
    rowsOf('successors', successors.map(relative)),
    children.length > 0 && titledSection('part', 'subordinates', text('subordinates'), agencyTree(children)),
    latestArticles(text('agencyLatest'), agency.latest, { agency: agency.slug }),
  ];
});
