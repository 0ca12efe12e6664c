import { bodyFigures, describePictures, undescribedPictures } from './figures';
import type { Block, Body } from './schema';

const figure = (attrs: object): Block => ({
  type: 'figure',
  attrs: { file: 'abc123', caption: '', credit: '', alt: null, decorative: false, ...attrs },
});
const body = (...content: Block[]): Body => ({ type: 'doc', content: [{ type: 'paragraph' }, ...content] });

it('finds the pictures with a file that say nothing to a blind reader, by place among all figures', () => {
  const pictures = undescribedPictures(
    body(
      figure({ alt: 'Cầu' }),
      figure({ caption: ' Cầu mới ' }),
      figure({ decorative: true }),
      figure({ file: null }),
      { type: 'horizontalRule' },
      figure({}),
    ),
  );
  expect(pictures).toEqual([
    { place: 2, caption: 'Cầu mới' },
    { place: 5, caption: '' },
  ]);
});

it('finds none in a body of described, decorative and lost pictures', () => {
  expect(undescribedPictures(body(figure({ alt: 'x' }), figure({ decorative: true }), figure({ file: null })))).toEqual(
    [],
  );
});

const asked = 'chưa có mô tả cho người khiếm thị; hãy nhập mô tả hoặc chọn “Chỉ để trang trí”.';

it.each([
  [[{ place: 2, caption: 'Cầu mới' }], `Ảnh thứ 2 (“Cầu mới”) ${asked}`],
  [
    [
      { place: 1, caption: '' },
      { place: 3, caption: 'Cầu' },
    ],
    `Ảnh thứ 1, ảnh thứ 3 (“Cầu”) ${asked}`,
  ],
  [[1, 2, 3, 4, 5].map((place) => ({ place, caption: '' })), `Ảnh thứ 1, ảnh thứ 2, ảnh thứ 3 và 2 ảnh khác ${asked}`],
])('names them by place and caption: %j', (pictures, sentence) => {
  expect(describePictures(pictures)).toBe(sentence);
  expect(describePictures(pictures).normalize('NFC')).toBe(sentence);
});

it('shortens a long caption', () => {
  expect(describePictures([{ place: 1, caption: 'cầu '.repeat(200) }]).length).toBeLessThan(220);
});

it('names the files of figures in order, whatever holds them', () => {
  const value = {
    content: [
      figure({ file: 'a' }),
      { type: 'blockquote', content: [figure({ file: 'b' })] },
      figure({ file: 'c' }),
      null,
    ],
  };
  expect(bodyFigures(value)).toEqual(['a', 'b', 'c']);
  expect(bodyFigures(null)).toEqual([]);
});

it('names the files of a body that is too deep to recurse into', () => {
  let deep: object = figure({ file: 'a' });
  for (let level = 0; level < 100_000; level += 1) deep = { content: [deep] };
  expect(bodyFigures(deep)).toEqual(['a']);
});
