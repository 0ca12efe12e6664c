import { everyKind } from '../fixtures/every-kind';
import type { Block, Body, Inline } from '../schema';
import { toBlocks } from './to-blocks';
import { toHtml } from './to-html';
import { toText } from './to-text';

const body = (...content: Block[]): Body => ({ type: 'doc', content });
const paragraph = (...content: Inline[]): Block => ({ type: 'paragraph', content });
const text = (value: string): Inline => ({ type: 'text', text: value });

const address = 'https://example.gov.vn/a?b=1&amp;c=&quot;2&quot;';
const html = [
  '<p>Chiều 19/2, <strong>UBND<em> tỉnh</em><br><u>họp</u></strong> H<sub>2</sub>O, m<sup>2</sup>' +
    `<a href="${address}" rel="noopener"> tại <strong>đây</strong></a><a href="/tin-tuc/x">.</a></p>`,
  '<h2>Kết quả</h2>',
  '<h4>Chi tiết</h4>',
  '<ul><li>Một</li><li>Hai<ol start="3"><li>Ba</li><li><p>Bốn</p><p>Năm</p></li></ol></li></ul>',
  '<blockquote><p>Không ai bị bỏ lại</p><ul><li>phía sau</li></ul></blockquote>',
  '<div class="table-scroll"><table><thead><tr><th scope="col">Huyện</th><th scope="colgroup" colspan="2">Số hộ</th></tr></thead>' +
    '<tbody><tr><th scope="rowgroup" rowspan="2">Gò Dầu</th><td><p>12</p><p>(ước)</p></td><td rowspan="2"></td></tr>' +
    '<tr><td><ul><li>7</li></ul></td></tr><tr></tr></tbody></table></div>',
  '<figure data-file="abc123"><img data-file="abc123" alt="Người &quot;ngồi&quot; quanh bàn">' +
    '<figcaption>Toàn cảnh &lt;họp&gt; <small class="credit">Ảnh: TTXVN</small></figcaption></figure>',
  '<figure data-file="def456"><img data-file="def456" alt=""></figure>',
  '<figure class="missing"><figcaption>Ảnh cũ <small class="credit">Ảnh: Báo Tây Ninh</small></figcaption></figure>',
  '<hr>',
];

const texts = [
  'Chiều 19/2, UBND tỉnh\nhọp H2O, m2 tại đây.',
  'Kết quả',
  'Chi tiết',
  'Một\nHai\nBa\nBốn\nNăm',
  'Không ai bị bỏ lại\nphía sau',
  'Huyện\tSố hộ\nGò Dầu\t12 (ước)\t\n7\n',
  'Toàn cảnh <họp>',
  'Ảnh cũ',
];

describe('toHtml', () => {
  it('renders every kind of node', () => {
    expect(toHtml(everyKind).split('\n')).toEqual(html);
  });

  it('names the credit in the language asked for', () => {
    expect(toHtml(everyKind, { locale: 'en' })).toContain('<small class="credit">Photo: TTXVN</small>');
  });

  it('escapes what looks like markup', () => {
    const hostile = `</script><img src=x onerror="a">'&amp;<!--]]>`;
    expect(toHtml(body(paragraph(text(hostile))))).toBe(
      '<p>&lt;/script&gt;&lt;img src=x onerror=&quot;a&quot;&gt;&#39;&amp;amp;&lt;!--]]&gt;</p>',
    );
  });

  it('stays whole under NFC when a text begins with a mark that melts with a tag', () => {
    const rendered = toHtml(body(paragraph(text('\u0338x'))));
    expect(rendered).toBe('<p>&#824;x</p>');
    expect(rendered.normalize('NFC')).toBe(rendered);
  });

  it('puts headers that reach into the rows below in no thead', () => {
    const cell = <Kind extends 'tableHeader' | 'tableCell'>(type: Kind, rowspan: number) => ({
      type,
      attrs: { colspan: 1, rowspan },
      content: [{ type: 'paragraph' as const }],
    });
    const rows = [
      { type: 'tableRow' as const, content: [cell('tableHeader', 2), cell('tableHeader', 1)] },
      { type: 'tableRow' as const, content: [cell('tableCell', 1)] },
    ];
    expect(toHtml(body({ type: 'table', content: rows }))).toBe(
      '<div class="table-scroll"><table><tbody><tr><th scope="col" rowspan="2"></th><th scope="col"></th></tr>' +
        '<tr><td></td></tr></tbody></table></div>',
    );
  });
});

describe('toText', () => {
  it('puts blocks, rows, items and breaks on lines of their own', () => {
    expect(toText(everyKind)).toBe(texts.join('\n\n'));
  });

  it('is in NFC where a mark of the text parts a letter from its accent', () => {
    const accent: Inline = { type: 'text', marks: [{ type: 'bold' }], text: '\u0301' };
    expect(toText(body(paragraph(text('e'), accent)))).toBe('\u00e9');
  });
});

describe('toBlocks', () => {
  it('gives each block its type, text and html, and pictures as they are known', () => {
    const blocks = toBlocks(everyKind);
    expect(blocks.map(({ type }) => type)).toEqual(
      'paragraph heading heading list quote table image image image image rule'.split(' '),
    );
    expect(blocks[0]).toEqual({ type: 'paragraph', text: texts[0], html: html[0] });
    expect(blocks[1]).toEqual({ type: 'heading', level: 2, text: 'Kết quả', html: '<h2>Kết quả</h2>' });
    expect(blocks[5]).toEqual({ type: 'table', text: texts[5], html: html[5] });
    expect(blocks[7]).toEqual({
      type: 'image',
      image: { file: 'def456', caption: '', credit: '', alt: null, decorative: true },
    });
    expect(blocks[10]).toEqual({ type: 'rule', text: '', html: '<hr>' });
  });

  it('has nothing of a body that shows nothing', () => {
    const blank = body({ type: 'paragraph' }, paragraph(text(' \u00a0'), { type: 'hardBreak' }));
    expect([toBlocks(blank), toHtml(blank), toText(blank)]).toEqual([[], '', '']);
  });
});
