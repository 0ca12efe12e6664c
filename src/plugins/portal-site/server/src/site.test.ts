import { readFooterLinks } from './site';

describe('the links at the end of pages', () => {
  it('are a name and an address a line', () => {
    expect(readFooterLinks('Dịch vụ công | https://dichvucong.gov.vn\r\n\n Giới thiệu|/gioi-thieu ')).toEqual([
      { name: 'Dịch vụ công', address: 'https://dichvucong.gov.vn' },
      { name: 'Giới thiệu', address: '/gioi-thieu' },
    ]);
    expect(readFooterLinks('')).toEqual([]);
  });

  it.each([
    ['Không có địa chỉ', 1],
    ['A | /a\n| /b', 2],
    ['A | javascript:alert(1)', 1],
    ['A | https://a.vn b', 1],
  ])('are refused with the number of the line: %j', (text, line) => {
    expect(readFooterLinks(text)).toBe(line);
  });
});
