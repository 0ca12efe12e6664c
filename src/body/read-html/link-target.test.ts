import { linkTarget } from './link-target';

it.each([
  ['https://a.example.vn/x?utm_source=fb&id=1&fbclid=Iw', 'https://a.example.vn/x?id=1'],
  ['https://a.example.vn/x?gclid=1#muc', 'https://a.example.vn/x#muc'],
  ['https://a.example.vn/?q=c%C3%A2y&=&x', 'https://a.example.vn/?q=c%C3%A2y&=&x'],
  [
    'https://www.google.com/url?q=https%3A%2F%2Fa.example.vn%2F%3Fid%3D1%26utm_medium%3Dx&sa=D',
    'https://a.example.vn/?id=1',
  ],
  ['https://www.google.com.vn/url?sa=t&url=https://a.example.vn/', 'https://a.example.vn/'],
  [
    'https://apc01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example.vn%2F&data=05',
    'https://a.example.vn/',
  ],
  ['https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example.vn%2F%3Ffbclid%3D1&h=AT', 'https://a.example.vn/'],
  ['https://www.google.com/search?q=https://a.example.vn', 'https://www.google.com/search?q=https://a.example.vn'],
  [' https://a.example.vn/t\nin tức ', 'https://a.example.vn/tin%20tức'],
  ['/tin-tuc?utm_id=3', '/tin-tuc'],
  ['/tin-tuc?utm_id=3&', '/tin-tuc'],
  ['/tin-tuc?id=2&&gad_source=1&_ga_AB1=2', '/tin-tuc?id=2'],
  ['mailto:vanthu@example.vn', 'mailto:vanthu@example.vn'],
])('follows %s', (href, expected) => {
  expect(linkTarget(href, 'cleaned', null)).toBe(expected);
});

it.each([
  '',
  '#_ftn1',
  'javascript:alert(1)',
  'java\tscript:alert(1)',
  'file:///C:/x.docx',
  'tin.html',
  'https://www.google.com/url?q=javascript:alert(1)',
])('drops %j', (href) => {
  expect(linkTarget(href, 'cleaned', null)).toBeNull();
});

const PAGE = 'https://portal.example.vn/portal/Pages/a.aspx';

describe('a link of an old page', () => {
  it.each([
    ['https://example.vn/a?b=1#c', 'https://example.vn/a?b=1#c'],
    ['/portal/Pages/b.aspx?x=1&y=2', '/portal/Pages/b.aspx?x=1&y=2'],
    ['  /van ban.pdf\n', '/van%20ban.pdf'],
    ['mailto:a@example.vn', 'mailto:a@example.vn'],
    ['tel:+84237123456', 'tel:+84237123456'],
    ['c.aspx', '/portal/Pages/c.aspx'],
    ['../d.aspx', '/portal/d.aspx'],
    ['//cdn.example.vn/x', 'https://cdn.example.vn/x'],
  ])('%j leads to %s', (href, address) => expect(linkTarget(href, 'written', PAGE)).toBe(address));

  it.each([
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'java\tscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'https://a@b.vn/',
    'https://',
    'http://[x',
    '/a\\b',
    '/a\u202eb',
    '#top',
    '',
    `/${'a'.repeat(3000)}`,
  ])('%j leads nowhere', (href) => expect(linkTarget(href, 'written', PAGE)).toBeNull());

  it('leads nowhere when it is relative and its page’s address is not known', () => {
    expect(linkTarget('c.aspx', 'written', null)).toBeNull();
  });
});
