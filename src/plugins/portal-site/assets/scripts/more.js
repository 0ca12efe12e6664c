/** “Xem thêm” takes the items of a list's next page into this one; the focus goes on at the first of them. */

const link = document.querySelector('[data-more]');
const list = document.querySelector('[data-more-list]');
const status = link.parentElement.querySelector('[role=status]');
let isLoading = false;

/** A group of the next page that continues the last one here gives its items to it. */
function take(item) {
  const last = list.lastElementChild;
  const group = item.dataset.moreGroup;
  if (group === undefined || group !== last?.dataset.moreGroup) {
    list.append(item);
    return item;
  }
  const [first] = item.querySelector('ul').children;
  last.querySelector('ul').append(...item.querySelector('ul').children);
  return first;
}

const countOf = (items) => items.reduce((sum, item) => sum + (item.querySelectorAll('ul.rows > li').length || 1), 0);

async function showMore() {
  status.textContent = link.dataset.loading;
  const answer = await fetch(link.href, { headers: { Accept: 'text/html' } });
  if (!answer.ok) throw new Error(`${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const items = [...page.querySelector('[data-more-list]').children];
  const count = countOf(items);
  const [first] = items.map(take);
  const next = page.querySelector('[data-more]');
  status.textContent = link.dataset.added.replace('{count}', count);
  first?.querySelector('a:not(h2.section-heading a)')?.focus();
  if (next) link.href = next.getAttribute('href');
  else link.hidden = true;
}

link.addEventListener('click', async (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  if (isLoading) return;
  isLoading = true;
  await showMore().catch(() => (status.textContent = link.dataset.failed));
  isLoading = false;
});
