import { BASE, contractPaths } from './contract-paths';

const PAGES: Readonly<Record<string, string>> = {
  '': 'the front page',
  '/tin-tuc': 'news that is visible now',
  '/tin-tuc/:slug': 'an article that can be read now',
  '/chuyen-muc': 'the tree of categories',
  '/chuyen-muc/:slug': 'a category, and what of it is visible now',
  '/danh-sach/:slug': 'a latest-news list, likewise',
  '/can-bo': 'people in office',
  '/can-bo/:slug': 'an official: what the contract says of one',
  '/luu-tru': 'the months that have news',
  '/luu-tru/:slug': 'the news of a month that is visible now',
  '/co-quan': 'the tree of agencies',
  '/co-quan/:slug': 'an agency: what the contract says of one',
  '/chi-dao-dieu-hanh': 'directives that are public now',
  '/chi-dao-dieu-hanh/:slug': 'a directive: what the contract says of one',
  '/chuong-trinh': 'programmes that are public now',
  '/chuong-trinh/:slug': 'a programme: what the contract says of one',
  '/tim-kiem': 'what is public and has the words of a query',
  '/tien-do-giai-quyet-tthc': 'the reports of procedures that are public now',
  '/gui-nhan-van-ban': 'the reports of exchanged documents that are public now',
  '/xem-truoc/:slug': 'the page of a draft, by the signed link that the panel made for it',
};

/** The pages of the portal, in both languages. */
const pageRoutes: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(PAGES).flatMap(([path, reason]) => [
    [`GET ${path || '/'}`, reason],
    [`GET /en${path}`, reason],
  ]),
);

/** Routes outside the contract that a stranger is answered by, each with the reason why it may be. */
export const otherPublicRoutes: Readonly<Record<string, string>> = {
  'GET /_health': 'operators and load balancers ask it; it says nothing but that the process runs',
  'GET /readyz': 'load balancers ask it; it says no more than whether this node can read and hears of changes',
  'GET /metrics': 'counts without content, for whoever has its token; a 404 for all others',
  'GET /admin/:path*': 'the files of the panel',
  'GET /uploads/(.*)': 'uploaded files',
  'GET /((?!uploads/).+)': 'the files of DATA_DIR/public, of which there are none but the uploads',
  'GET /admin/init': 'the panel asks it before anybody is signed in: whether there is an administrator, the logos',
  'GET /admin/project-type': 'the panel asks it before anybody is signed in: which edition this is',
  'GET /content-manager/preview/script': 'a constant script that the panel puts into a previewed page',
  [`GET ${BASE}/preview/:token`]: 'a draft, by the signed link that the panel made for it',
  'GET /feeds/:slug.:format(rss|atom|json)': 'a feed of a list: what is visible now, for feed readers',
  'GET /feeds/categories/:slug.:format(rss|atom|json)': 'a feed of a category, likewise',
  'GET /feeds/agencies/:slug.:format(rss|atom|json)': 'a feed of an agency, likewise',
  'GET /feeds/en/:slug.:format(rss|atom|json)': 'the same of a list in English',
  'GET /feeds/en/categories/:slug.:format(rss|atom|json)': 'the same of a category in English',
  'GET /feeds/en/agencies/:slug.:format(rss|atom|json)': 'the same of an agency in English',
  'GET /feeds/directives.:format(rss|atom|json)': 'a feed of directives: what is public now',
  'GET /feeds/en/directives.:format(rss|atom|json)': 'the same in English',
  'GET /catalog.jsonld': 'the catalogue of open data, by DCAT',
  'GET /sitemap.xml': 'the sitemaps that there are, for search engines',
  'GET /sitemap-news.xml': 'the pages of the latest articles that are visible now',
  'GET /sitemaps/places.xml': 'the pages of categories, agencies and people in office',
  'GET /sitemaps/:name.xml': 'the pages of a month’s articles, or a year’s directives, that are visible now',
  'GET /robots.txt': 'the sitemaps, and that robots leave the panel alone',
  'GET /opensearch.xml': 'the name of the portal, and where its search is',
  'GET /en/opensearch.xml': 'the same in English',
  'GET /assets/:slug': 'styles, scripts and the icon of the pages',
  ...pageRoutes,
  'POST /admin/login': 'signing in',
  'POST /admin/access-token': 'renews a session by its cookie',
  'POST /admin/register-admin': 'the first administrator; refused once there is one',
  'GET /admin/registration-info': 'who was invited, by the token of the invitation',
  'POST /admin/register': 'takes an invitation, by its token',
  'POST /admin/forgot-password': 'sends a link; says the same whether or not there is such a user',
  'POST /admin/reset-password': 'sets a password, by the token of the link',
};

export const contractRoutes: readonly string[] = contractPaths.map(({ path }) => `GET ${BASE}${path}`);
