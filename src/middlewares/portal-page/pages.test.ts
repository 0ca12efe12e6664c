import { createPages } from './pages';

const patterns = {
  article: '/tin-tuc/{slug}',
  category: '/chuyen-muc/{slug}',
  official: '/can-bo/{slug}',
  agency: '/co-quan/{slug}',
};

test('a page and its list have the addresses of the configured pattern', () => {
  const pages = createPages({ ...patterns, article: '/ban.tin/{slug}' });
  const page = pages.pageAt('/ban.tin/mot')!;
  expect([page.name, pages.slugIn(page, '/ban.tin/mot')]).toEqual(['article', 'mot']);
  expect(pages.pageAt('/ban.tin')?.name).toBe('news');
  expect([pages.pageAt('/tin-tuc'), pages.pageAt('/tin-tuc/mot'), pages.pageAt('/banxtin/mot')]).toEqual(Array(3));
});

test.each(['/', '/tin-tuc', '/tin-tuc/', '/chuyen-muc/mot', '/danh-sach/mot', '/can-bo', '/co-quan/mot/'])(
  '%s is a page',
  (path) => expect(createPages(patterns).pageAt(path)).toBeDefined(),
);
