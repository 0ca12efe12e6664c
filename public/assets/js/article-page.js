/** The page of one article, “Các tin khác” under it, and “Tin mới nhất” beside it. */
import { addressOf } from './page-address.js';
import { articleFacts } from './article-facts.js';
import { articleNotices } from './article-notices.js';
import { describeArticle } from './page-head.js';
import { h } from './element.js';
import { portalTime } from './portal-time.js';
import { printButton } from './print-article.js';
import { readArticle } from './contract.js';
import { renderBlocks } from './render-blocks.js';
import { showLatestNews } from './latest-news.js';
import { showNeighbours } from './neighbours.js';
import { showThing } from './show-page.js';
import { text } from './strings.js';
import { textZoom } from './text-zoom.js';

const main = document.querySelector('main');
const latest = document.querySelector('#latest');

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
  element.append(
    h('header', { class: 'article-header' }, [
      category && h('p', { class: 'kicker' }, h('a', { href: addressOf('category', category.slug) }, category.name)),
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

const shown = showThing('article', readArticle, (article) => {
  describeArticle(article);
  return articleElement(article);
});
showLatestNews(
  latest,
  shown.then((article) => article?.id ?? null),
);
shown.then((article) => article && showNeighbours(main, article.slug));
