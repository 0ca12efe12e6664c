import { treeOfMarkup } from '../../../../../body/fixtures/pasted/read-fixture';
import { readPasted } from './read-pasted';

const figures = (html: string) =>
  readPasted(treeOfMarkup(html).children).map((block) =>
    block.type === 'figure' ? [block.attrs.file, block.attrs.caption] : block.type,
  );

const png = 'data:image/png;base64,iVBORw0KGgo=';

it('carries the bytes of each picture in its figure until they are uploaded', () => {
  expect(
    figures(`<p>a</p><img src="${png}"><figure><img src="${png}x"><figcaption>Cầu mới</figcaption></figure>`),
  ).toEqual(['paragraph', [png, ''], [`${png}x`, 'Cầu mới']]);
});

it('keeps the caption of a picture without bytes as text', () => {
  expect(
    figures(
      '<figure><img src="file:///C:/a.png"><figcaption>Cầu mới</figcaption></figure><img src="https://a.vn/b.png">',
    ),
  ).toEqual([['left-out:', 'Cầu mới'], 'paragraph', ['left-out:', '']]);
});
