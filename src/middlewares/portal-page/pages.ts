export type Page = {
  /** Without the `/en` of English. */
  address: string;
  /** The page's script is `NAME-page.js`; its title and description, where it has them, are the words of that name. */
  name: string;
  /** A file of `public/pages`. */
  body: string;
  /** The first part of the navigation that leads here. */
  section?: string;
  /** Its slugs are of one language: only its script knows the same thing's address in the other. */
  slugOfLanguage?: true;
  /** The address of its own feed, without the format. */
  feed?: string;
  /** Its address is a secret: nobody keeps the page, indexes it, or learns where its reader came from. */
  secret?: true;
};

export const NAVIGATION = ['home', 'news', 'categories', 'officials', 'agencies'];

/** The path pattern of a page with a document, by the document's type: the option `patterns` of portal-feeds. */
type Patterns = Record<'article' | 'category' | 'official' | 'agency', string>;

/** What the server answers itself, and no page of the portal. */
export const NO_PAGE = /^\/(_health|readyz|metrics|api|admin|uploads|feeds|sitemaps|assets)(\/|$)/;

/** The page for a 404 or 410. It has no script. */
export const MISSING: Page = { address: '', name: 'missing', body: 'missing', slugOfLanguage: true };

/**
 * The portal's pages, by the patterns that the contract's `url` fields are built from. The list of a type's pages has the
 * pattern's path before the slug as its address.
 */
export function createPages(patterns: Patterns) {
  const all = allPages(patterns);
  const expressions = new Map(all.map(({ address }) => [address, expression(address)]));
  return {
    all,

    /** The page at a path without its locale, if it is one of the portal's. */
    pageAt: (path: string): Page | undefined => all.find(({ address }) => expressions.get(address)?.test(path)),

    /** The slug in a path of a page, encoded as it came. */
    slugIn: ({ address }: Page, path: string): string => expressions.get(address)?.exec(path)?.[1] ?? '',
  };
}

function allPages({ article, category, official, agency }: Patterns): Page[] {
  const list = (pattern: string) => pattern.replace(/\/[^/]*\{slug\}.*$/, '');
  return [
    { address: '/', name: 'home', body: 'home', section: 'home' },
    { address: list(article), name: 'news', body: 'content', section: 'news' },
    { address: article, name: 'article', body: 'article', section: 'news', slugOfLanguage: true },
    { address: list(category), name: 'categories', body: 'content', section: 'categories' },
    { address: category, name: 'category', body: 'content', section: 'categories', feed: '/feeds/categories/{slug}' },
    { address: '/danh-sach/{slug}', name: 'collection', body: 'content', section: 'news', feed: '/feeds/{slug}' },
    { address: list(official), name: 'officials', body: 'content', section: 'officials' },
    { address: official, name: 'official', body: 'content', section: 'officials' },
    { address: list(agency), name: 'agencies', body: 'content', section: 'agencies' },
    { address: agency, name: 'agency', body: 'content', section: 'agencies', feed: '/feeds/agencies/{slug}' },
    { address: '/xem-truoc/{slug}', name: 'preview', body: 'article', secret: true },
  ];
}

function expression(address: string): RegExp {
  const literal = address.replace(/\/$/, '').replace(/[.*+?^$()|[\]\\]/g, '\\$&');
  return new RegExp(`^${literal.replace('{slug}', '([^/]+)')}/?$`);
}
