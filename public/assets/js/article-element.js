/** An article as its page shows it, from the contract's own shape. */
import { addressOf } from './page-address.js';
import { articleFacts } from './article-facts.js';
import { articleNotices } from './article-notices.js';
import { h } from './element.js';
import { portalTime } from './portal-time.js';
import { printButton } from './print-article.js';
import { renderBlocks } from './render-blocks.js';
import { text } from './strings.js';
import { textZoom } from './text-zoom.js';

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

export function articleElement(article) {
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
