/** The way down to the page: `[{ name, address }]`, from the widest. */
import { h } from './element.js';
import { text } from './strings.js';

export function breadcrumbs(steps) {
  const items = steps.map(({ name, address }) => h('li', {}, h('a', { href: address }, name)));
  return h('nav', { class: 'breadcrumbs', 'aria-label': text('youAreHere') }, h('ol', {}, items));
}
