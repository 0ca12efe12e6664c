/** The page of a draft, for whoever has a link to it: the article's page, under a banner. */
import { articleElement } from './article-element.js';
import { h } from './element.js';
import { ContractError, readPreview } from './contract.js';
import { setTitle } from './page-head.js';
import { showLatestNews } from './latest-news.js';
import { showPage } from './show-page.js';
import { slugOfPage } from './page-address.js';
import { text } from './strings.js';

/** Out of the panel's frame, where the address can be copied. */
const ownWindow = () =>
  window.top !== window && h('a', { href: location.href, target: '_blank', rel: 'noopener' }, text('previewOwnWindow'));

const banner = () =>
  h('section', { class: 'preview-banner', 'aria-labelledby': 'preview' }, [
    h('h2', { id: 'preview' }, text('previewBanner')),
    h('p', {}, text('previewNote'), ' ', ownWindow()),
  ]);

/** What a reader can do about a link that leads nowhere is to ask for another. */
function explain(error) {
  throw error.outcome === 'missing' ? new ContractError('previewMissing', location.pathname) : error;
}

showPage(
  () => readPreview(slugOfPage()).catch(explain),
  ({ data }) => {
    setTitle(text('previewOf', { title: data.title }));
    return [banner(), articleElement(data)];
  },
);
showLatestNews(document.querySelector('#latest'), Promise.resolve(null));
