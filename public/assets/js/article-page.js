/** The page of one article, “Các tin khác” under it, and “Tin mới nhất” beside it. */
import { articleElement } from './article-element.js';
import { describeArticle } from './page-head.js';
import { readArticle } from './contract.js';
import { showLatestNews } from './latest-news.js';
import { showNeighbours } from './neighbours.js';
import { showThing } from './show-page.js';

const main = document.querySelector('main');
const latest = document.querySelector('#latest');

const shown = showThing('article', readArticle, (article) => {
  describeArticle(article);
  return articleElement(article);
});
showLatestNews(
  latest,
  shown.then((article) => article?.id ?? null),
);
shown.then((article) => article && showNeighbours(main, article.slug));
