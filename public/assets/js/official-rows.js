/** Officials as lists show them. */
import { addressOf } from './page-address.js';
import { h } from './element.js';
import { picture } from './picture.js';

// The name beside it is the link; the portrait adds nothing to hear.
const portraitOf = (portrait) =>
  portrait?.url && h('div', { class: 'row-portrait' }, picture(portrait, { sizes: '4rem', alt: '' }));

export const officialRows = (officials) =>
  officials.map(({ slug, name, title, portrait }) =>
    h('li', { class: 'official-row' }, [
      portraitOf(portrait),
      h('div', {}, [h('a', { href: addressOf('official', slug) }, name), title && h('p', { class: 'quiet' }, title)]),
    ]),
  );
