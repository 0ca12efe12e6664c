/** Lists of articles as rows. */
import { h } from './element.js';
import { pagedList } from './paged-list.js';
import { readArticles } from './contract.js';
import { rowCard } from './card.js';
import { text } from './strings.js';

const LIMIT = 10;

const rows = (cards, heading) => cards.map((card) => h('li', {}, rowCard(card, heading)));

/** The cards given, all of them. */
export function articleRows(cards, heading) {
  if (cards.length === 0) return h('p', { class: 'nothing' }, text('articlesEmpty'));
  return h('ul', { class: 'card-list' }, rows(cards, heading));
}

/** The first page of the articles that `filters` pick, as the contract answers it. */
export const readFirstArticles = (filters) => readArticles({ ...filters, limit: LIMIT });

/** That page, and more on request. */
export function articlePages(first, filters, heading) {
  if (first.data.length === 0) return articleRows([]);
  const list = h('ul', { class: 'card-list' });
  const read = (cursor) => readArticles({ ...filters, limit: LIMIT, cursor });
  const place = (cards) => {
    const added = rows(cards, heading);
    list.append(...added);
    return added[0];
  };
  return pagedList(list, first, read, place);
}
