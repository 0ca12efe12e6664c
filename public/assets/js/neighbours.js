/** “Các tin khác”: the articles around one in its category. */
import { h } from './element.js';
import { latestNewsLines } from './latest-news.js';
import { readNeighbours } from './contract.js';
import { text } from './strings.js';
import { titledSection } from './titled-section.js';

const side = (heading, cards) => cards.length > 0 && h('div', {}, h('h3', {}, heading), latestNewsLines(cards));

/** Read apart from the article, since they change on their own. A page without them is whole: no error is shown. */
export async function showNeighbours(main, slug) {
  const answer = await readNeighbours(slug).catch(() => null);
  if (!answer) return;
  const { newer, older } = answer.data;
  if (newer.length + older.length === 0) return;
  const sides = [side(text('newer'), newer), side(text('older'), older)];
  main.append(titledSection('neighbours', 'neighbours', text('neighbours'), h('div', { class: 'sides' }, sides)));
}
