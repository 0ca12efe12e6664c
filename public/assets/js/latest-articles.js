/** The latest articles of an agency or an official, and the way to all of them. */
import { addressOf } from './page-address.js';
import { articleRows } from './article-list.js';
import { h } from './element.js';
import { text } from './strings.js';
import { titledSection } from './titled-section.js';

/** As many as the contract gives at most: there may be more. */
const FULL = 10;

/** Nothing where there are none. `filter` is how the list of news picks them. */
export function latestArticles(heading, cards, filter) {
  if (cards.length === 0) return null;
  const all = `${addressOf('article')}?${new URLSearchParams(filter)}`;
  return titledSection('part', 'latest', heading, [
    articleRows(cards, 'h3'),
    cards.length >= FULL && h('p', { class: 'see-all' }, h('a', { href: all }, text('more'))),
  ]);
}
