import { createAddresses } from './addresses';
import { absoluteLinks } from './absolute-links';

const addresses = createAddresses({
  portalUrl: 'https://portal.example',
  publicUrl: 'https://cms.example',
  patterns: {
    article: '/tin-tuc/{slug}',
    category: '/c/{slug}',
    agency: '/a/{slug}',
    official: '/o/{slug}',
    language: '/{locale}',
  },
});

it.each([
  ['<a href="/tin-tuc/x?a=1&amp;b=2">', '<a href="https://portal.example/tin-tuc/x?a=1&amp;b=2">'],
  ['<a href="/chuyên-mục/a%20b">', '<a href="https://portal.example/chuy%C3%AAn-m%E1%BB%A5c/a%20b">'],
  ['<a href="/uploads/a.pdf">', '<a href="https://cms.example/uploads/a.pdf">'],
  ['<a href="#phu-luc">', '<a href="https://portal.example/tin-tuc/bai#phu-luc">'],
  ['<a href="https://chinhphu.vn/x">', '<a href="https://chinhphu.vn/x">'],
  ['<a href="mailto:a@b.vn">', '<a href="mailto:a@b.vn">'],
  ['<a href="https://bao.vn/a&quot;b&lt;c&gt;?x=1&amp;y=|">', '<a href="https://bao.vn/a%22b%3Cc%3E?x=1&amp;y=%7C">'],
  ['<a href="https://bao.vn/việc%20làm">', '<a href="https://bao.vn/việc%20làm">'],
  ['<a href="/tin-tuc/&quot;x&quot;">', '<a href="https://portal.example/tin-tuc/%22x%22">'],
  ['<p>href=&quot;/x&quot; ở trong chữ</p>', '<p>href=&quot;/x&quot; ở trong chữ</p>'],
])('of %s makes %s', (html, absolute) => {
  expect(absoluteLinks(html, addresses, 'https://portal.example/tin-tuc/bai')).toBe(absolute);
});

it('leaves links into the text where the text has its page', () => {
  expect(absoluteLinks('<a href="#phu-luc">', addresses)).toBe('<a href="#phu-luc">');
});
