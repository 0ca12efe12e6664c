/** The home page: the latest news, and what came before it. */
import { fill } from './fill.js';
import { h } from './element.js';
import { latestNewsLines } from './latest-news.js';
import { leadCard, rowCard } from './card.js';
import { outcomeOf, problemPage } from './problem.js';
import { readArticles, readLatestNews } from './contract.js';
import { text } from './strings.js';

const EARLIER = 12;
const latest = document.querySelector('#latest');
const earlier = document.querySelector('#earlier');

function showLatest(cards) {
  const [first, ...others] = cards;
  if (!first) return fill(latest, h('p', { class: 'nothing' }, text('latestEmpty')));
  fill(latest, leadCard(first), latestNewsLines(others));
}

/** Articles that the list above does not hold already. */
function showEarlier(articles, above) {
  const shown = new Set(above.map((card) => card.id));
  const rest = articles.filter((card) => !shown.has(card.id)).slice(0, EARLIER);
  earlier.closest('section').hidden = rest.length === 0;
  fill(earlier, ...rest.map((card) => rowCard(card)));
}

async function show() {
  try {
    const [news, articles] = await Promise.all([readLatestNews(), readArticles({ limit: EARLIER + 8 })]);
    showLatest(news.data);
    showEarlier(articles.data, news.data);
  } catch (error) {
    earlier.closest('section').hidden = true;
    fill(latest, problemPage(outcomeOf(error), show, 'h3'));
  }
}

show();
