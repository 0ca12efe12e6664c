/** The page of one article, and “Tin mới nhất” beside it. */
import { articleFacts } from './article-facts.js';
import { articleNotices } from './article-notices.js';
import { describeArticle, keepOutOfIndexes, setTitle } from './page-head.js';
import { fill } from './fill.js';
import { h } from './element.js';
import { portalTime } from './portal-time.js';
import { printButton } from './print-article.js';
import { outcomeOf, problemPage } from './problem.js';
import { readArticle } from './contract.js';
import { renderBlocks } from './render-blocks.js';
import { showLatestNews } from './latest-news.js';
import { text } from './strings.js';
import { textZoom } from './text-zoom.js';

const main = document.querySelector('main');
const latest = document.querySelector('#latest');

/** The last part of the path, whatever pattern of addresses the portal is configured with. */
function slugOfPage() {
  const last = location.pathname.split('/').filter(Boolean).at(-1) ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last; // A broken %-escape is no article's slug; the contract says so.
  }
}

function bar(article, element) {
  const updated = article.updatedOn && article.updatedOn !== article.publishedOn;
  return h('div', { class: 'article-bar' }, [
    h('p', { class: 'date-line' }, [
      h('time', { datetime: article.publishedOn }, article.display.dateLine),
      updated && h('span', { class: 'updated' }, text('updated', { when: portalTime(article.updatedOn) })),
    ]),
    h('div', { class: 'article-tools' }, textZoom(element), printButton(element)),
  ]);
}

function articleElement(article) {
  const element = h('article', { class: 'article', lang: article.locale, 'aria-labelledby': 'title' });
  const { category, summary } = article;
  const listAddress = category && `/tin-tuc?category=${encodeURIComponent(category.slug)}`;
  element.append(
    h('header', { class: 'article-header' }, [
      category && h('p', { class: 'kicker' }, h('a', { href: listAddress }, category.name)),
      h('h1', { id: 'title' }, article.title),
      bar(article, element),
    ]),
    h('div', { class: 'article-text' }, [
      articleNotices(article),
      summary && h('p', { class: 'summary' }, summary),
      h('div', { class: 'prose' }, renderBlocks(article.body)),
    ]),
    articleFacts(article),
  );
  return element;
}

/** A moved article is shown at once, and the address bar learns its new address. */
function adoptAddress(article) {
  const current = new URL(article.url, location.href);
  if (current.origin === location.origin) history.replaceState(null, '', current.pathname + location.hash);
}

/** Resolves to the article's id, or null where there is a problem to show instead. */
async function show() {
  const slug = slugOfPage();
  try {
    const { data: article } = await readArticle(slug);
    if (article.slug !== slug) adoptAddress(article);
    describeArticle(article);
    fill(main, articleElement(article));
    return article.id;
  } catch (error) {
    const outcome = outcomeOf(error);
    setTitle(text(`${outcome}Title`));
    if (outcome === 'missing' || outcome === 'gone') keepOutOfIndexes();
    fill(main, problemPage(outcome, show));
    return null;
  }
}

showLatestNews(latest, show());
