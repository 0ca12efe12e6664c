/** All articles, newest first, filtered by `?category=` and `?agency=`; more come by the contract's cursor. */
import { fill } from './fill.js';
import { h } from './element.js';
import { outcomeOf, problemPage } from './problem.js';
import { readArticles } from './contract.js';
import { rowCard } from './card.js';
import { setTitle } from './page-head.js';
import { text } from './strings.js';

const asked = new URLSearchParams(location.search);
const filters = { category: asked.get('category') || null, agency: asked.get('agency') || null, limit: 20 };
const heading = document.querySelector('#list-heading');
const filterNote = document.querySelector('#list-filter');
const list = document.querySelector('#list');
const more = document.querySelector('#more');
const announced = document.querySelector('#list-status');
let cursor = null;

const row = (card) => h('li', {}, rowCard(card));

/** The filter's name as the cards know it; a category may list only articles of its branches. */
function nameOfFilter(cards) {
  if (filters.category) {
    const named = cards.find((card) => card.category?.slug === filters.category);
    return named ? text('listOfCategory', named.category) : text('listOfUnnamedCategory');
  }
  return filters.agency && text('listOfAgency');
}

function showFilter(cards) {
  const name = nameOfFilter(cards);
  setTitle(name || text('list'));
  filterNote.hidden = !name;
  if (name)
    filterNote.replaceChildren(h('strong', {}, name), ' ', h('a', { href: '/tin-tuc' }, text('listEverything')));
}

function showNext(meta) {
  cursor = meta.nextCursor;
  more.hidden = cursor === null;
}

async function showFirst() {
  try {
    const { data, meta } = await readArticles(filters);
    heading.hidden = false;
    showFilter(data);
    const nothing = () => h('p', { class: 'nothing' }, text('listEmpty'));
    fill(list, data.length > 0 ? h('ul', { class: 'card-list' }, data.map(row)) : nothing());
    showNext(meta);
  } catch (error) {
    heading.hidden = true;
    fill(list, problemPage(outcomeOf(error), showFirst));
  }
}

more.addEventListener('click', async () => {
  if (more.getAttribute('aria-disabled') === 'true') return;
  more.setAttribute('aria-disabled', 'true');
  announced.textContent = text('listLoading');
  try {
    const { data, meta } = await readArticles({ ...filters, cursor });
    const rows = data.map(row);
    list.querySelector('ul').append(...rows);
    announced.textContent = text('listAdded', { count: data.length });
    showNext(meta);
    rows[0]?.querySelector('a').focus();
  } catch {
    announced.textContent = text('listMoreFailed');
  }
  more.removeAttribute('aria-disabled');
});

showFirst();
