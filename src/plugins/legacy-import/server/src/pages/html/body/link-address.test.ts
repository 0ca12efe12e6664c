import { linkAddress } from './link-address';

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
  ])('%j leads to %s', (href, address) => expect(linkAddress(href, PAGE)).toBe(address));

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
  ])('%j leads nowhere', (href) => expect(linkAddress(href, PAGE)).toBeNull());

  it('leads nowhere when it is relative and its page’s address is not known', () => {
    expect(linkAddress('c.aspx', null)).toBeNull();
  });
});
