/** What the `<head>` says of the page, set from the contract. */
import { h } from './element.js';
import { text } from './strings.js';

function place(selector, element) {
  document.head.querySelector(selector)?.remove();
  document.head.append(element);
}

export function setTitle(title) {
  document.title = `${title} – ${text('siteName')}`;
}

/** For pages that search engines must not keep: not found, gone, withdrawn. */
export function keepOutOfIndexes() {
  place('meta[name=robots]', h('meta', { name: 'robots', content: 'noindex' }));
}

/** The masthead's switch goes to the same article where it exists, and else stays on the other language's front page. */
function offerOtherLanguage(availableLocales) {
  const link = document.querySelector('#other-language');
  const same = availableLocales.find((other) => other.locale === link.hreflang);
  if (same) link.href = same.url;
}

export function describeArticle(article) {
  const description = article.summary ?? article.metadata?.description;
  if (description) place('meta[name=description]', h('meta', { name: 'description', content: description }));
  place('link[rel=canonical]', h('link', { rel: 'canonical', href: article.url }));
  for (const other of article.availableLocales) {
    document.head.append(h('link', { rel: 'alternate', hreflang: other.locale, href: other.url }));
  }
  offerOtherLanguage(article.availableLocales);
  if (article.withdrawal) keepOutOfIndexes();
  // `<` is escaped so that no text of the article can close the element, should the page ever be serialised.
  const jsonLd = JSON.stringify(article.jsonLd).replaceAll('<', '\\u003c');
  place('script[type="application/ld+json"]', h('script', { type: 'application/ld+json' }, jsonLd));
}
