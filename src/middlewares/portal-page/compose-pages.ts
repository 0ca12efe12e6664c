import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { feedLinks, SLUG } from './feed-autodiscovery';
import { escapeHtml, fillTemplate } from './fill-template';
import { addressIn, LOCALES, otherLocale, type Locale } from './locales';
import { MISSING, NAVIGATION, type Page } from './pages';

type Words = Record<string, string>;

/** The portal's pages, and the slug of the list whose feed every page links to. */
type Site = { pages: readonly Page[]; defaultList: string };

/** The placeholder for the page's address in the other language, which is known per request only. */
const OTHER_ADDRESS = '<!--other-address-->';

/**
 * Every page in every language, put together once from the frame, the bodies and the words in `folder` (`public/`).
 * @returns the HTML of a page, given its address in the other language and the slug in its own
 */
export function composePages(
  folder: string,
  site: Site,
): (page: Page, locale: Locale, otherAddress: string, slug: string) => string {
  const parts = readParts(path.join(folder, 'pages'));
  const composed = new Map<string, string>();
  for (const locale of LOCALES) {
    const words: Words = JSON.parse(readFileSync(path.join(folder, 'words', `${locale}.json`), 'utf8'));
    for (const page of [...site.pages, MISSING]) {
      composed.set(`${locale} ${page.name}`, compose(page, locale, parts, words, site));
    }
  }
  return (page, locale, otherAddress, slug) =>
    (composed.get(`${locale} ${page.name}`) ?? '')
      .replace(OTHER_ADDRESS, () => escapeHtml(otherAddress))
      .replaceAll(SLUG, () => escapeHtml(slug));
}

function readParts(folder: string): Record<string, string> {
  const names = readdirSync(folder).map((file) => path.basename(file, '.html'));
  return Object.fromEntries(names.map((name) => [name, readFileSync(path.join(folder, `${name}.html`), 'utf8')]));
}

function compose(
  page: Page,
  locale: Locale,
  parts: Record<string, string>,
  words: Words,
  { pages, defaultList }: Site,
): string {
  const to = (name: string) => addressIn(locale, pages.find((one) => one.name === name)?.address ?? '/');
  const values = {
    ...words,
    locale,
    otherLocale: otherLocale(locale),
    homeAddress: to('home'),
    newsAddress: to('news'),
  };
  const computed = {
    body: parts[page.body] ?? '',
    records: parts.records ?? '',
    head: head(page, words, addressesOf(to)) + feedLinks(page, locale, words, defaultList),
    navigationLinks: NAVIGATION.map((name) => navigationLink(name, page, to(name), words)).join(''),
    otherAddress: OTHER_ADDRESS,
  };
  return fillTemplate(parts.frame ?? '', computed, values);
}

const NOINDEX = '<meta name="robots" content="noindex" />';

/** The address of the list of each type's pages and the pattern of one page's, for the scripts in public/assets/js. */
const addressesOf = (to: (name: string) => string) => ({
  home: { list: to('home') },
  article: { list: to('news'), page: to('article') },
  category: { list: to('categories'), page: to('category') },
  official: { list: to('officials'), page: to('official') },
  agency: { list: to('agencies'), page: to('agency') },
});

function head({ name, secret }: Page, words: Words, addresses: object): string {
  const title = words[`${name}Title`];
  const description = words[`${name}Description`];
  return [
    `<title>${escapeHtml(title ? `${title} – ${words.siteName}` : (words.siteName ?? ''))}</title>`,
    description && `<meta name="description" content="${escapeHtml(description)}" />`,
    (secret || name === MISSING.name) && NOINDEX,
    ...(name === MISSING.name ? [] : scripts(name, words, addresses)),
  ]
    .filter(Boolean)
    .join('\n    ');
}

/** The page's script, with its words and the addresses of the portal's pages. */
const scripts = (name: string, words: Words, addresses: object) => [
  jsonElement('words', words),
  jsonElement('page-addresses', addresses),
  `<script type="module" src="/assets/js/${name}-page.js"></script>`,
];

/** `<` is escaped so that no string can close the element. */
const jsonElement = (id: string, value: object): string =>
  `<script type="application/json" id="${id}">${JSON.stringify(value).replaceAll('<', '\\u003c')}</script>`;

function navigationLink(name: string, page: Page, address: string, words: Words): string {
  const current = name === page.name ? ' aria-current="page"' : name === page.section ? ' aria-current="true"' : '';
  return `<a href="${address}"${current}>${escapeHtml(words[name] ?? '')}</a>`;
}
