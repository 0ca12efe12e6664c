import { given, testTextCost } from '../../../tests/helpers/text-cost';
import { bodyOf } from '../../../tests/helpers/text-shapes';
import { placeFiles } from '../../body/render/place-files';
import { toBlocks } from '../../body/render/to-blocks';
import { toHtml } from '../../body/render/to-html';
import type { Feed } from '../../contract';
import { absoluteLinks } from './server/src/answers/absolute-links';
import { createAddresses, pagePath, withoutForbidden } from './server/src/answers/addresses';
import { withHeadingIds } from './server/src/answers/heading-ids';
import { finishArticle } from './server/src/answers/finish-article';
import { isPublicPath } from './server/src/public-paths';
import { readAddress } from './server/src/requests/read-address';
import { excerpt } from './server/src/syndication/excerpt';
import { finishFeed } from './server/src/syndication/finish-feed';
import { renderAtom } from './server/src/syndication/render-atom';
import { renderJsonFeed } from './server/src/syndication/render-json-feed';
import { renderRss } from './server/src/syndication/render-rss';
import { renderNewsSitemap, renderSitemap, renderSitemapIndex } from './server/src/syndication/render-sitemap';
import { readSitemapName } from './server/src/syndication/sitemap-addresses';
import { element, escapeXml, textElement, xmlDocument } from './server/src/syndication/xml';

const patterns = {
  article: '/tin-tuc/{slug}',
  category: '/chuyen-muc/{slug}',
  official: '/lanh-dao/{slug}',
  agency: '/co-quan/{slug}',
  language: '/{locale}',
};
const addresses = createAddresses({ portalUrl: 'https://portal.example', publicUrl: 'https://cms.example', patterns });
const ON = '2021-02-19T10:17:00.000Z';
const on = new Date(ON);

/** What the database gives of an article with this text, whichever part of it an answer takes. */
const modelOf = (text: string) => ({
  id: 'a',
  slug: text,
  locale: 'vi',
  title: text,
  summary: text,
  author: text,
  publishedOn: ON,
  updatedOn: ON,
  html: toHtml(bodyOf(text)),
  text,
  blocks: toBlocks(bodyOf(text)),
  files: {},
  agencies: [],
  officials: [],
  attachments: [],
  availableLocales: [],
  ...{ category: null, cover: null, lead: null, agency: null, source: null, withdrawal: null, corrections: null },
});
const feedOf = (text: string): Feed => {
  const shown = { title: text, summary: text, html: text, url: `/${text}` };
  return {
    ...{ id: 'f', title: text, description: text, language: 'vi', address: '/f', query: '', page: '/', publisher: 'P' },
    updatedOn: on,
    entries: [
      { id: 'a', ...shown, publishedOn: on, updatedOn: on, author: text, category: null, image: null, attachments: [] },
    ],
    removed: [],
  };
};
const pageOf = (text: string) => ({ url: text, changedOn: on, languages: [{ locale: 'vi', url: text }], title: text });

testTextCost('src/plugins/portal-feeds', {
  timed: {
    'server/src/answers/addresses.ts#createAddresses': (text) => [addresses.portal(text), addresses.file(text)],
    'server/src/answers/addresses.ts#pagePath': (text) => pagePath(patterns, 'article', text, 'vi'),
    'server/src/answers/addresses.ts#withoutForbidden': (text) => withoutForbidden(text),
    'server/src/answers/heading-ids.ts#withHeadingIds': (text) => [
      withHeadingIds([{ type: 'heading', level: 2, text, html: `<h2>${text}</h2>` }], `<h2>${text}</h2>`),
      withHeadingIds([], text),
    ],
    'server/src/answers/finish-article.ts#finishArticle': given(modelOf, (model) =>
      finishArticle(model as never, addresses, 'Cổng', placeFiles),
    ),
    'server/src/public-paths.ts#isPublicPath': (text) => [isPublicPath(text), isPublicPath(`/feeds/${text}`)],
    'server/src/requests/read-address.ts#readAddress': (text) => [
      readAddress(text, 'vi', patterns),
      readAddress(`/tin-tuc/${text}`, 'vi', patterns),
      // A host of combining marks would be quadratic; the contract takes addresses of 2,000 characters.
      readAddress(`https://${text.slice(0, 2_000)}/tin-tuc/a`, 'vi', patterns),
    ],
    'server/src/answers/absolute-links.ts#absoluteLinks': (text) => [
      absoluteLinks(text, addresses),
      absoluteLinks('<a href="/a">'.repeat(text.length / 13), addresses, '/a'),
    ],
    'server/src/syndication/excerpt.ts#excerpt': (text) => excerpt(text),
    'server/src/syndication/finish-feed.ts#finishFeed': given(modelOf, (model) =>
      finishFeed(
        {
          id: 'f',
          locale: 'vi',
          name: 'Tin',
          createdOn: ON,
          entries: [model],
          removed: [],
          lastRemovedOn: null,
        } as never,
        'agency',
        { address: '/f', query: '', page: '/' },
        { addresses, placeFiles, publisher: 'Cổng' },
      ),
    ),
    'server/src/syndication/render-atom.ts#renderAtom': given(feedOf, renderAtom),
    'server/src/syndication/render-json-feed.ts#renderJsonFeed': given(feedOf, renderJsonFeed),
    'server/src/syndication/render-rss.ts#renderRss': given(feedOf, renderRss),
    'server/src/syndication/render-sitemap.ts#renderNewsSitemap': (text) =>
      renderNewsSitemap([{ ...pageOf(text), locale: 'vi', publishedOn: on }], text),
    'server/src/syndication/render-sitemap.ts#renderSitemap': (text) => renderSitemap([pageOf(text)]),
    'server/src/syndication/render-sitemap.ts#renderSitemapIndex': (text) => renderSitemapIndex([pageOf(text)]),
    'server/src/syndication/sitemap-addresses.ts#readSitemapName': readSitemapName,
    'server/src/syndication/xml.ts#element': (text) => element('a', { b: text }, text),
    'server/src/syndication/xml.ts#escapeXml': escapeXml,
    'server/src/syndication/xml.ts#textElement': (text) => textElement('a', text),
    'server/src/syndication/xml.ts#xmlDocument': (text) => xmlDocument(element('a', {}, text)),
  },
  exempt: {
    'copies the texts that it is given into an answer': [
      'server/src/answers/finish-address.ts#finishCollection',
      'server/src/answers/finish-agency.ts#finishAgency',
      'server/src/answers/finish-official.ts#finishOfficial',
      'server/src/answers/finish-official.ts#finishOfficialInList',
      'server/src/answers/json-ld.ts#jsonLd',
      'server/src/answers/metadata.ts#metadata',
      'server/src/answers/place-body-files.ts#placedFiles',
    ],
    'takes the configuration': ['server/src/config.ts#parseOptions', 'server/src/requests/read-address.ts#literally'],
    'takes a language': ['server/src/services/feeds.ts#feedFolder'],
  },
  // Statements: the texts that they are given are values, which PostgreSQL reads.
  leftOut: ['server/src/queries'],
});
