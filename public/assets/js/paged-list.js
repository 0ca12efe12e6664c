/** A list that grows: its first page, and “Xem thêm” while the contract gives a cursor. */
import { h } from './element.js';
import { text } from './strings.js';

/**
 * `read(cursor)` asks for the next page; `place(items)` puts a page's items into `list` and returns the first of the
 * new elements, where the focus goes on.
 */
export function pagedList(list, { data, meta }, read, place) {
  let cursor = meta.nextCursor;
  const button = h('button', { class: 'button', type: 'button', onclick: showMore }, text('more'));
  const announced = h('span', { class: 'list-status', role: 'status' });
  button.hidden = cursor === null;
  place(data);

  async function showMore() {
    if (button.getAttribute('aria-disabled') === 'true') return;
    button.setAttribute('aria-disabled', 'true');
    announced.textContent = text('moreLoading');
    try {
      const next = await read(cursor);
      cursor = next.meta.nextCursor;
      place(next.data)?.querySelector('a').focus();
      button.hidden = cursor === null;
      announced.textContent = text('moreAdded', { count: next.data.length });
    } catch {
      announced.textContent = text('moreFailed');
    }
    button.removeAttribute('aria-disabled');
  }

  return [list, h('p', { class: 'more' }, button, announced)];
}
