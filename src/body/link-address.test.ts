import { isSafeAddress } from './link-address';

it.each([
  'https://tayninh.gov.vn',
  'HTTP://tayninh.gov.vn:8080/tin-tuc?id=1&x=%20#muc-2',
  'https://vi.wikipedia.org/wiki/Tây_Ninh',
  'mailto:vanthu@tayninh.gov.vn?subject=X',
  'tel:+84-276-3822-233',
  '/tin-tuc/hop-bao',
  '/',
  '#muc-2',
])('accepts %s', (href) => {
  expect(isSafeAddress(href)).toBe(true);
});

it.each([
  '',
  'tin-tuc/hop-bao',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\tscript:alert(1)',
  'java\nscript:alert(1)',
  ' javascript:alert(1)',
  '\u0001javascript:alert(1)',
  'javascript&colon;alert(1)',
  '&#106;avascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  'blob:https://a/b',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\u200b/evil.example',
  'https:evil.example',
  'https:///evil.example',
  'https://',
  'https://tayninh.gov.vn@evil.example',
  'https://tayninh.gov.vn\u202e/x',
  'https://a b',
  'https://[x',
  'https://a\ud800',
  'mailto:',
  'tel:javascript:alert(1)',
  `https://a/${'x'.repeat(2048)}`,
])('refuses %j', (href) => {
  expect(isSafeAddress(href)).toBe(false);
});
