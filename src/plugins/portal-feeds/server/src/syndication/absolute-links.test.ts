import { createAddresses } from '../answers/addresses';
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
  ['<p>href=&quot;/x&quot; ở trong chữ</p>', '<p>href=&quot;/x&quot; ở trong chữ</p>'],
])('of %s makes %s', (html, absolute) => {
  expect(absoluteLinks(html, 'https://portal.example/tin-tuc/bai', addresses)).toBe(absolute);
});
