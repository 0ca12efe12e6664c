import { EMPTY_FIGURE, figureFromAsset, figureFromClipboard } from './figure-attributes';

it('takes a description from the library, but not the name of the file', () => {
  const asset = { documentId: 'abc', name: 'IMG_1.jpg', alternativeText: ' Cầu mới ', caption: 'Cầu' };
  expect(figureFromAsset(asset)).toEqual({ ...EMPTY_FIGURE, file: 'abc', caption: 'Cầu', alt: 'Cầu mới' });
  for (const alternativeText of ['IMG_1.jpg', 'IMG_1', ' ', '', null, undefined]) {
    expect(figureFromAsset({ ...asset, alternativeText, caption: 'IMG_1' })).toEqual({ ...EMPTY_FIGURE, file: 'abc' });
  }
});

it('takes from the clipboard what it wrote there', () => {
  const attrs = { file: 'abc', caption: 'Cầu', credit: 'TTXVN', alt: 'Cầu', decorative: false };
  expect(figureFromClipboard(JSON.stringify(attrs))).toEqual(attrs);
});

it('takes nothing of another shape from the clipboard', () => {
  for (const json of [null, '', '{', 'null', '3', '[]']) expect(figureFromClipboard(json)).toEqual(EMPTY_FIGURE);
  const hostile = { file: 'x" onerror="y', caption: 3, credit: ['x'], alt: 'x', decorative: true, extra: 1 };
  expect(figureFromClipboard(JSON.stringify(hostile))).toEqual({ ...EMPTY_FIGURE, decorative: true });
  expect(figureFromClipboard(JSON.stringify({ caption: '💧'.repeat(2000) })).caption).toBe('💧'.repeat(1000));
});
