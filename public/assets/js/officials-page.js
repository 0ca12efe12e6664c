/** The people in office, by agency and rank. */
import { addressOf } from './page-address.js';
import { h } from './element.js';
import { officialRows } from './official-rows.js';
import { pagedList } from './paged-list.js';
import { readOfficials } from './contract.js';
import { showPage } from './show-page.js';
import { text } from './strings.js';

const groups = h('div', { class: 'official-groups' });

function newGroup(agency) {
  const name = agency ? h('a', { href: addressOf('agency', agency.slug) }, agency.name) : text('otherOfficials');
  const group = h('ul', { class: 'rows', 'data-agency': agency?.slug ?? '' });
  groups.append(h('section', {}, h('h2', { class: 'section-heading' }, name), group));
  return group;
}

/** A page may begin in the middle of an agency: its people go on in the group that is there. */
function place(officials) {
  const rows = officialRows(officials);
  for (const [index, { agency }] of officials.entries()) {
    const last = groups.lastElementChild?.querySelector('ul');
    const group = last?.dataset.agency === (agency?.slug ?? '') ? last : newGroup(agency);
    group.append(rows[index]);
  }
  return rows[0];
}

showPage(readOfficials, (first) => [
  h('div', { class: 'page-heading' }, h('h1', {}, text('officialsTitle'))),
  first.data.length > 0
    ? pagedList(groups, first, readOfficials, place)
    : h('p', { class: 'nothing' }, text('officialsEmpty')),
]);
