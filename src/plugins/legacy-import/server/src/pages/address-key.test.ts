import { addressKey, portalPath } from './address-key';

describe('an old address', () => {
  it.each([
    ['https://portal.example.vn/portal/Pages/A-b.aspx', '/portal/Pages/A-b.aspx'],
    ['https://portal.example.vn/portal/Pages/A.aspx?id=2&utm_source=x&fbclid=y#top', '/portal/Pages/A.aspx?id=2'],
    ['/portal/Pages/A.aspx', '/portal/Pages/A.aspx'],
    ['https://portal.example.vn/', null],
    ['https://portal.example.vn', null],
    ['javascript:alert(1)', null],
    ['file:///C:/trang.html', null],
    ['about:internet', null],
    ['trang.html', null],
    [`/${'a'.repeat(3000)}`, null],
  ])('%s is kept as %s', (address, path) => {
    expect(portalPath(address)).toBe(path);
  });

  it('that is relative is resolved against its page', () => {
    expect(portalPath('b.aspx?x=1', 'https://portal.example.vn/portal/Pages/a.aspx')).toBe('/portal/Pages/b.aspx?x=1');
  });

  it('is the same in any case and on any host', () => {
    expect(addressKey('http://www.portal.example.vn/Portal/A.aspx')).toBe(addressKey('/portal/a.ASPX'));
  });
});
