import { localeOfPath, pagePath, pathTable, routePath } from './paths';

const patterns = {
  article: '/tin-tuc/{slug}',
  category: '/chuyen-muc/{slug}',
  official: '/can-bo/{slug}',
  agency: '/co-quan/{slug}',
  language: '/{locale}',
};

describe('the table of paths', () => {
  it.each([
    ['/', 'vi'],
    ['/en', 'en'],
    ['/en/', 'en'],
    ['/EN/co-quan', 'en'],
    ['/enormous', 'vi'],
  ])('tells the language of %s', (path, locale) => {
    expect(localeOfPath(pathTable(patterns, {}), path)).toBe(locale);
  });

  it('has other languages where their pattern is', () => {
    const table = pathTable({ ...patterns, language: '/l/{locale}' }, {});
    expect([pagePath(table, 'home', 'en'), routePath(table, 'article', 'en'), localeOfPath(table, '/l/en')]).toEqual([
      '/l/en',
      '/l/en/tin-tuc/:slug',
      'en',
    ]);
  });

  it('has the list of a type’s pages where its pattern begins', () => {
    const table = pathTable({ ...patterns, article: '/ban.tin/{slug}', agency: '/{slug}' }, {});
    expect([table.news, table.agencies]).toEqual(['/ban.tin', '/']);
  });

  it('takes the paths of the options', () => {
    const table = pathTable(patterns, { news: '/moi', preview: '/nhap/{slug}' });
    expect([table.news, table.preview, table.officials]).toEqual(['/moi', '/nhap/{slug}', '/can-bo']);
  });

  it.each([
    ['home', 'vi', '', '/', '/'],
    ['home', 'en', '', '/en', '/en'],
    ['news', 'en', '', '/en/tin-tuc', '/en/tin-tuc'],
    ['article', 'en', 'a b/c?$&', '/en/tin-tuc/a%20b%2Fc%3F%24%26', '/en/tin-tuc/:slug'],
  ] as const)('gives the path of %s in %s', (name, locale, slug, path, route) => {
    const table = pathTable(patterns, {});
    expect(pagePath(table, name, locale, slug)).toBe(path);
    expect(routePath(table, name, locale)).toBe(route);
  });
});
