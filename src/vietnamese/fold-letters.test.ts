import fc from 'fast-check';
import { foldEth, foldToneStyle, toNfc } from './fold-letters';

it('composes what was typed decomposed', () => {
  expect(toNfc('Thanh Ho\u0301a')).toBe('Thanh H\u00f3a');
});

it('puts Đ for the eth that stands for it', () => {
  expect(foldEth('123/Q\u00d0-UBND')).toBe('123/Q\u0110-UBND');
  expect(foldEth('\u00f0i\u0323nh')).toBe('\u0111\u1ecbnh');
});

it.each([
  ['hoà', 'hòa'],
  ['thuỷ', 'thủy'],
  ['khoẻ', 'khỏe'],
  ['Thanh Hoá', 'Thanh Hóa'],
  ['THANH HOÁ', 'THANH HÓA'],
  ['Thuỵ Sĩ', 'Thụy Sĩ'],
  ['uỷ ban', 'ủy ban'],
  ['luỹ kế, toạ độ, xoè ô', 'lũy kế, tọa độ, xòe ô'],
  ['hoà'.normalize('NFD'), 'hòa'],
])('folds %s to %s', (newStyle, oldStyle) => {
  expect(foldToneStyle(newStyle)).toBe(oldStyle);
});

it.each([
  'quý',
  'quỹ',
  'Quý',
  'QUỸ',
  'hòa',
  'thủy',
  'khỏe',
  'hoài',
  'khoáng',
  'toán',
  'huỳnh',
  'khuỷu',
  'ngoèo',
  'hoà\u0301',
])('leaves %s as it is', (word) => {
  expect(foldToneStyle(word)).toBe(word);
});

it('folds once and for all', () => {
  const texts = fc.string({ unit: fc.constantFrom(...'qouQOUàáảãạèẻýỳỷỹỵÀÝaieynĐ Ðð'), maxLength: 12 });
  fc.assert(
    fc.property(fc.oneof(texts, fc.string({ unit: 'binary' })), (text) => {
      expect(foldToneStyle(foldToneStyle(text))).toBe(foldToneStyle(text));
      expect(foldEth(foldEth(text))).toBe(foldEth(text));
    }),
  );
});
