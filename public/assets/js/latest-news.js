/** “Tin mới nhất”: read apart from the page around it, since it changes on its own. */
import { readLatestNews } from './contract.js';
import { fill } from './fill.js';
import { h } from './element.js';
import { problemLine } from './problem.js';
import { text } from './strings.js';

/** `shortTitle(display.dateTime)`, touching, as on the live portal; the space between them is the style sheet's. */
export function latestNewsLines(cards, currentId = null) {
  return h('ul', { class: 'latest-lines' }, [
    cards.map((card) =>
      h('li', {}, [
        h('a', { href: card.url, 'aria-current': card.id === currentId && 'page' }, card.shortTitle),
        h('span', { class: 'latest-time' }, '(', h('time', { datetime: card.publishedOn }, card.display.dateTime), ')'),
      ]),
    ),
  ]);
}

/** Fills the aside. `current` promises the id of the article being read, or null; both are read at once. */
export async function showLatestNews(container, current) {
  try {
    const [{ data }, currentId] = await Promise.all([readLatestNews(), current]);
    const nothing = () => h('p', { class: 'nothing' }, text('latestEmpty'));
    fill(container, data.length > 0 ? latestNewsLines(data, currentId) : nothing());
  } catch {
    fill(
      container,
      problemLine(text('latestFailed'), () => showLatestNews(container, current)),
    );
  }
}
