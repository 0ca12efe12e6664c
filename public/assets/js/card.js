/** A card of an article, large (the lead) or small (a row of a list). */
import { h } from './element.js';
import { picture } from './picture.js';

const time = (card) => h('time', { class: 'card-time', datetime: card.publishedOn }, card.display.dateTime);

// The title beside it is the link and the name; the picture adds nothing to hear.
const thumbnail = (card, sizes, eager) =>
  card.image?.url && h('div', { class: 'card-picture' }, picture(card.image, { sizes, eager, alt: '' }));

const category = (card) => card.category && h('span', { class: 'card-category' }, card.category.name);

export function leadCard(card) {
  return h('article', { class: 'lead-card' }, [
    thumbnail(card, '(min-width: 60rem) 42rem, 100vw', true),
    h('h3', { class: 'card-title' }, h('a', { href: card.url }, card.title)),
    card.summary && h('p', { class: 'card-summary' }, card.summary),
    h('p', { class: 'card-facts' }, category(card), time(card)),
  ]);
}

/** `heading` follows the headings around the list. */
export function rowCard(card, heading = 'h3') {
  return h('article', { class: 'row-card' }, [
    h('div', { class: 'row-card-words' }, [
      h(heading, { class: 'card-title' }, h('a', { href: card.url }, card.title)),
      card.summary && h('p', { class: 'card-summary' }, card.summary),
      h('p', { class: 'card-facts' }, category(card), time(card)),
    ]),
    thumbnail(card, '10rem', false),
  ]);
}
