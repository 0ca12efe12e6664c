import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { feedLinks, SLUG } from './feed-links';
import { escapeHtml, fillTemplate } from './fill-template';
import { addressIn, LOCALES, type Locale } from './locales';
import { MISSING, NAVIGATION, type Page, PAGES } from './pages';

type Words = Record<string, string>;

/** The placeholder for the page's address in the other language, which is known per request only. */
const OTHER_ADDRESS = '<!--other-address-->';

/**
 * Every page in every language, put together once from the frame, the bodies and the words in `folder` (`public/`).
 * @returns the HTML of a page, given its address in the other language and the slug in its own
 */
export function composePages(
  folder: string,
): (page: Page, locale: Locale, otherAddress: string, slug: string) => string {
  const parts = readParts(path.join(folder, 'pages'));
  const composed = new Map<string, string>();
  for (const locale of LOCALES) {
    const words: Words = JSON.parse(readFileSync(path.join(folder, 'words', `${locale}.json`), 'utf8'));
    for (const page of [...PAGES, MISSING]) {
      composed.set(`${locale} ${page.name}`, compose(page, locale, parts, words));
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

function compose(page: Page, locale: Locale, parts: Record<string, string>, words: Words): string {
  const to = (name: string) => addressIn(locale, PAGES.find((one) => one.name === name)?.address ?? '/');
  const values = {
    ...words,
    locale,
    otherLocale: locale === 'vi' ? 'en' : 'vi',
    homeAddress: to('home'),
    newsAddress: to('news'),
  };
  const computed = {
    body: parts[page.body] ?? '',
    records: parts.records ?? '',
    head: head(page, words) + feedLinks(page, locale, words),
    navigationLinks: NAVIGATION.map((name) => navigationLink(name, page, to(name), words)).join(''),
    otherAddress: OTHER_ADDRESS,
  };
  return fillTemplate(parts.frame ?? '', computed, values);
}

const NOINDEX = '<meta name="robots" content="noindex" />';

function head({ name, secret }: Page, words: Words): string {
  const title = words[`${name}Title`];
  const description = words[`${name}Description`];
  return [
    `<title>${escapeHtml(title ? `${title} – ${words.siteName}` : (words.siteName ?? ''))}</title>`,
    description && `<meta name="description" content="${escapeHtml(description)}" />`,
    (secret || name === MISSING.name) && NOINDEX,
    ...(name === MISSING.name ? [] : scripts(name, words)),
  ]
    .filter(Boolean)
    .join('\n    ');
}

/** The page's script, and the words that it says. `<` is escaped so that none of them can close the element. */
const scripts = (name: string, words: Words) => [
  `<script type="application/json" id="words">${JSON.stringify(words).replaceAll('<', '\\u003c')}</script>`,
  `<script type="module" src="/assets/js/${name}-page.js"></script>`,
];

function navigationLink(name: string, page: Page, address: string, words: Words): string {
  const current = name === page.name ? ' aria-current="page"' : name === page.section ? ' aria-current="true"' : '';
  return `<a href="${address}"${current}>${escapeHtml(words[name] ?? '')}</a>`;
}
