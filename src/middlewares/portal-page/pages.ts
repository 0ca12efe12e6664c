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

export const PAGES: Page[] = [
  { address: '/', name: 'home', body: 'home', section: 'home' },
  { address: '/tin-tuc', name: 'news', body: 'content', section: 'news' },
  { address: '/tin-tuc/{slug}', name: 'article', body: 'article', section: 'news', slugOfLanguage: true },
  { address: '/chuyen-muc', name: 'categories', body: 'content', section: 'categories' },
  {
    address: '/chuyen-muc/{slug}',
    name: 'category',
    body: 'content',
    section: 'categories',
    feed: '/feeds/categories/{slug}',
  },
  { address: '/danh-sach/{slug}', name: 'collection', body: 'content', section: 'news', feed: '/feeds/{slug}' },
  { address: '/can-bo', name: 'officials', body: 'content', section: 'officials' },
  { address: '/can-bo/{slug}', name: 'official', body: 'content', section: 'officials' },
  { address: '/co-quan', name: 'agencies', body: 'content', section: 'agencies' },
  { address: '/co-quan/{slug}', name: 'agency', body: 'content', section: 'agencies', feed: '/feeds/agencies/{slug}' },
  { address: '/xem-truoc/{slug}', name: 'preview', body: 'article', secret: true },
];

/** What the server answers itself, and no page of the portal. */
export const NO_PAGE = /^\/(_health|readyz|metrics|api|admin|uploads|feeds|sitemaps|assets)(\/|$)/;

/** The page for a 404 or 410. It has no script. */
export const MISSING: Page = { address: '', name: 'missing', body: 'missing', slugOfLanguage: true };

/** The page at a path without its locale, if it is one of the portal's. */
export const pageAt = (path: string): Page | undefined =>
  PAGES.find(({ address }) => patterns.get(address)?.test(path));

/** The slug in a path of a page, encoded as it came. */
export const slugIn = ({ address }: Page, path: string): string => patterns.get(address)?.exec(path)?.[1] ?? '';

const patterns = new Map(PAGES.map(({ address }) => [address, pattern(address)]));

function pattern(address: string): RegExp {
  return new RegExp(`^${address.replace(/\/$/, '').replace('{slug}', '([^/]+)')}/?$`);
}
