import fc from 'fast-check';
import { wordRanges } from './words';

const wordsOf = (text: string) => {
  const { starts, ends } = wordRanges(text);
  return starts.map((start, index) => text.slice(start, ends[index]));
};

it('finds words of letters, digits and marks, and nothing else', () => {
  expect(wordsOf('Số 123/QĐ-UBND, ngày 05.')).toEqual(['Số', '123', 'QĐ', 'UBND', 'ngày', '05']);
  expect(wordsOf('hòa\u0300 𝐀b—𐐀')).toEqual(['hòa\u0300', '𝐀b', '𐐀']);
  expect(wordsOf(' \n')).toEqual([]);
});

it('finds what the classes of a pattern find, in any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(wordsOf(text)).toEqual(text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []);
    }),
  );
});
