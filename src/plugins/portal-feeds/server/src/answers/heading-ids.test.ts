import type { Block } from '../../../../../contract';
import { withHeadingIds } from './heading-ids';

const heading = (text: string): Block => ({ type: 'heading', level: 2, text, html: `<h2>${text}</h2>` });
const paragraph: Block = { type: 'paragraph', text: 'Chữ.', html: '<p>Chữ.</p>' };
const htmlOf = (blocks: Block[]) => blocks.map((block) => ('html' in block ? block.html : '')).join('\n');

it('gives headings ids of their text, in the blocks and in the whole body alike', () => {
  const blocks = [heading('Kinh đô giữa hai dòng sông'), paragraph, heading('Đường đến')];
  const { blocks: identified, html } = withHeadingIds(blocks, htmlOf(blocks));
  expect(html).toBe(
    '<h2 id="kinh-do-giua-hai-dong-song">Kinh đô giữa hai dòng sông</h2>\n<p>Chữ.</p>\n<h2 id="duong-den">Đường đến</h2>',
  );
  expect(htmlOf(identified)).toBe(html);
});

it('gives no id twice, whatever the texts are', () => {
  const blocks = [heading('Kết quả'), heading('Kết quả'), heading('Kết quả 2'), heading('…'), heading('!')];
  const { html } = withHeadingIds(blocks, htmlOf(blocks));
  expect([...html.matchAll(/id="([^"]+)"/g)].map(([, id]) => id)).toEqual([
    'ket-qua',
    'ket-qua-2',
    'ket-qua-2-2',
    'muc',
    'muc-2',
  ]);
});
