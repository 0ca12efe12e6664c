/** A table that scrolls inside its own frame when it is wider than the page. */
import { h } from './element.js';
import { text } from './strings.js';

export function tableScroller(table) {
  const scroller = h('div', { class: 'table-scroller' }, table);
  // Only a table that does scroll is a stop for the keyboard.
  new ResizeObserver(() => {
    const scrolls = scroller.scrollWidth > scroller.clientWidth;
    for (const [name, value] of [
      ['tabindex', '0'],
      ['role', 'region'],
      ['aria-label', text('tableScrolls')],
    ]) {
      if (scrolls) scroller.setAttribute(name, value);
      else scroller.removeAttribute(name);
    }
  }).observe(scroller);
  return scroller;
}
