import fc from 'fast-check';
import { digitsOnlyForms, flatKey, searchKey } from './search-key';

describe('searchKey', () => {
  it.each([
    ['123/QĐ-UBND', '123 qđ ubnd'],
    ['Số: 123/QÐ-UBND', 'số 123 qđ ubnd'],
    ['giai đoạn 2021-2025', 'giai đoạn 2021 2025'],
    ['giai đoạn 2021 – 2025.', 'giai đoạn 2021 2025'],
    ['  Thanh\u00a0Hoá ', 'thanh hóa'],
    ['HÒA LỘC', 'hòa lộc'],
    ['hoà lộc'.normalize('NFD'), 'hòa lộc'],
    ['Quý I, quỹ đất', 'quý i quỹ đất'],
    ['…', ''],
  ])('of %j is %j', (text, key) => {
    expect(searchKey(text)).toBe(key);
  });

  it('is the same for both styles of tone', () => {
    expect(searchKey('Hoà Lộc, thuỷ lợi, khoẻ mạnh')).toBe(searchKey('Hòa Lộc, thủy lợi, khỏe mạnh'));
  });
});

describe('flatKey', () => {
  it.each([
    ['Thanh Hoá', 'thanh hoa'],
    ['Đỗ Minh Tuấn', 'do minh tuan'],
    ['Ðường sắt', 'duong sat'],
    [
      'àáảãạ ăằắẳẵặ âầấẩẫậ đ èéẻẽẹ êềếểễệ ìíỉĩị òóỏõọ ôồốổỗộ ơờớởỡợ ùúủũụ ưừứửữự ỳýỷỹỵ',
      'aaaaa aaaaaa aaaaaa d eeeee eeeeee iiiii ooooo oooooo oooooo uuuuu uuuuuu yyyyy',
    ],
  ])('of %j is %j', (text, key) => {
    expect(flatKey(text)).toBe(key);
  });
});

describe('any text', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'qouàáýỷHĐÐð -/\u0301\u0323\u030a\u0307İΣ한') }),
  );

  it('has keys that are idempotent', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(searchKey(searchKey(text))).toBe(searchKey(text));
        expect(flatKey(flatKey(text))).toBe(flatKey(text));
        expect(flatKey(searchKey(text))).toBe(flatKey(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('has keys of words with one space between them', () => {
    fc.assert(fc.property(texts, (text) => expect(searchKey(text)).not.toMatch(/^ | $| {2}|[.,/\-\n]/)));
  });
});

describe('digitsOnlyForms', () => {
  it.each([
    ['đạt 1.125.000 tỷ đồng; xuất khẩu đạt 18.600 triệu USD', ['1125000', '18600']],
    ['hạ tầng KCN đạt 3.000ha…', ['3000']],
    ['đạt 3.000.', ['3000']],
    ['tăng 1.234,5 tỷ', ['1234']],
    ['ngày 19.02.2021, mã 1.004616.000.00.00.H56, năm 2021, 3,5 và 15.00, 1,125.000', []],
    ['1.125.0000', []],
    ['', []],
  ])('of %j are %j', (text, forms) => {
    expect(digitsOnlyForms(text)).toEqual(forms);
  });
});
