/** Agencies as a tree that folds. */
import { addressOf } from './page-address.js';
import { h } from './element.js';
import { text } from './strings.js';

const link = ({ slug, name }) => h('a', { href: addressOf('agency', slug) }, name);

const note = ({ shortName, level }) =>
  h('span', { class: 'quiet' }, [shortName, text(`level-${level}`)].filter(Boolean).join(' · '));

/** What is under the first row of agencies is open at once, since it is what most readers look for; the rest folds. */
export function agencyTree(agencies, isOpen = true) {
  const items = agencies.map((agency) =>
    h('li', {}, [
      h('div', { class: 'agency-row' }, link(agency), note(agency)),
      agency.children.length > 0 &&
        h('details', { open: isOpen }, [
          h('summary', {}, text('agencyChildren', { count: agency.children.length })),
          agencyTree(agency.children, false),
        ]),
    ]),
  );
  return h('ul', { class: 'tree' }, items);
}
