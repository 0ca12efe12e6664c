import { readSitemapName, sitemapNames } from './sitemap-addresses';

const month = (articles: number) => sitemapNames({ month: '2021-02', articles, changedOn: '' });

it('gives a month one sitemap, and one more for every ten thousand articles', () => {
  expect(month(1)).toEqual(['2021-02']);
  expect(month(10_000)).toEqual(['2021-02']);
  expect(month(20_001)).toEqual(['2021-02', '2021-02-2', '2021-02-3']);
});

it('reads the names that it gives', () => {
  for (const [at, name] of month(120_000).entries()) {
    expect(readSitemapName(name)).toEqual({ month: '2021-02', part: at + 1 });
  }
});

it.each([
  '',
  '2021',
  '2021-2',
  '2021-00',
  '2021-13',
  '2021-02-0',
  '2021-02-1',
  '2021-02-02',
  '2021-02-10000',
  '0001-01',
])('knows no sitemap “%s”', (name) => {
  expect(readSitemapName(name)).toBeNull();
});
