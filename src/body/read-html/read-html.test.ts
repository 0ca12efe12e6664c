import { clipboardOf, treeOfMarkup } from '../fixtures/pasted/read-fixture';
import type { Block, Flow, Inline } from '../schema';
import { checkBody } from '../check-body';
import { POLICIES } from './policies';
import { readHtml } from './read-html';

const clipboard = { policy: POLICIES.clipboard, page: null };
const read = (html: string) => readHtml(treeOfMarkup(html), clipboard).content;

const SHORT: Record<string, string> = { bold: 'b', italic: 'i', underline: 'u', subscript: 'sub', superscript: 'sup' };

/** Text with its marks as tags, `/` for a line break. */
const line = (inline: Inline[] = []): string =>
  inline
    .map((part) => {
      if (part.type === 'hardBreak') return ' / ';
      return (part.marks ?? []).reduceRight((text, mark) => {
        const tag = mark.type === 'link' ? `a ${mark.attrs.href}` : SHORT[mark.type];
        return `<${tag}>${text}</>`;
      }, part.text);
    })
    .join('');

/** A body as lines, each indented by how deep it lies. */
const outline = (blocks: (Block | Flow)[], indent = ''): string[] =>
  blocks.flatMap((block): string[] => {
    switch (block.type) {
      case 'paragraph':
        return [indent + line(block.content)];
      case 'heading':
        return [`${indent}${'#'.repeat(block.attrs.level)} ${line(block.content)}`];
      case 'bulletList':
        return block.content.flatMap((item) => marked(outline(item.content, `${indent}  `), indent, '-'));
      case 'orderedList':
        return block.content.flatMap((item, index) =>
          marked(outline(item.content, `${indent}  `), indent, `${block.attrs.start + index}.`),
        );
      case 'blockquote':
        return outline(block.content, `${indent}> `);
      case 'table':
        return block.content.map((row) =>
          (row.content ?? [])
            .map(({ type, attrs, content }) => {
              const spans = attrs.colspan * attrs.rowspan > 1 ? `(${attrs.colspan}×${attrs.rowspan})` : '';
              return `|${type === 'tableHeader' ? '!' : ''}${spans} ${outline(content).join(' // ')}`;
            })
            .join(' '),
        );
      case 'figure':
        return [`[picture] ${block.attrs.caption}`];
      default:
        return ['---'];
    }
  });

const marked = ([first = '', ...rest]: string[], indent: string, marker: string) => [
  `${indent}${marker} ${first.trimStart()}`,
  ...rest,
];

const show = (html: string) => outline(read(html));

it('reads a document of Word', () => {
  expect(show(clipboardOf('word'))).toEqual([
    '## Mở tuyến xe buýt ven sông Lam',
    '## 1. Lộ trình',
    'Từ <b>ngày 5 tháng 6</>, xe chạy <i>mỗi\u00a0giờ</> một chuyến, giá vé <u>7.000\u00a0đồng</>; ' +
      'diện tích bãi đỗ 1.200\u00a0m<sup>2</>, nước H<sub>2</>O miễn phí<sup>[1]</>.',
    'Xem <a https://vi.example.vn/tuyen-xe?so=7#gia>bảng giờ</>, kế hoạch và bản đồ. Vé tháng 150.000 đồng.',
    '1. Bến Thủy',
    '  - Chợ Vinh',
    '    - Cổng phía đông',
    '2. Cửa Lò / (bến cuối)',
    'Chiều về đón thêm tại:',
    '3. Quán Bánh',
    '  a) Buổi sáng',
    '### Giá vé',
    '|(1×2) <b>Chặng</> |(2×1) Giá vé',
    '| Lượt | Tháng',
    '| Toàn tuyến | 7.000 | ',
    '[picture] Xe chạy thử trên đường Hồ Tùng Mậu',
    '<sup>[1]</> Tại ba bến chính.',
  ]);
});

it('reads a document of Google Docs', () => {
  expect(show(clipboardOf('google-docs'))).toEqual([
    '## Ngày hội đọc sách',
    'Thư viện tỉnh mời <b>học sinh</> đăng ký tại <a https://thuvien.example.vn/dang-ky?lop=5>trang đăng ký</>' +
      '<i> trước 30/6</><sup>(*)</>. / <u>Miễn phí</>.',
    'Chương trình:',
    '4. Đổi sách',
    '  - Sách giáo khoa',
    '    - Lớp 5',
    '5. Kể chuyện',
    '| <b>Buổi</> |(2×1) Nơi',
    '| Sáng | Sân | ',
    '[picture] ',
  ]);
});

it('reads a page of the old portal', () => {
  expect(show(clipboardOf('old-portal'))).toEqual([
    '<b>Sáng 12/3, huyện Kim Bảng ra quân trồng cây.</>',
    'Hơn 300 người trồng 2.000 cây sao đen.',
    'Ban tổ chức chia ba điểm: / - Đê sông Đáy; / - Đồi Ngang.',
    '[picture] Thanh niên trồng cây trên đê.',
    'Theo\u00a0<a https://hanam.example.vn/tin?id=12>trang tin huyện</>, cây sống 95%.',
    '[picture] ',
    'Mỗi xã một vườn ươm.',
  ]);
});

it('reads a document of Word on the web, whose items lie in lists of their own', () => {
  expect(show(clipboardOf('word-online'))).toEqual([
    '## Việc cần làm',
    '1. Nhận hồ sơ',
    '  - Bản giấy',
    '2. Trả kết quả',
  ]);
});

it.each(['word', 'word-online', 'google-docs', 'old-portal'] as const)(
  'makes a body of %s that the check stores as it is',
  (source) => {
    const content = read(clipboardOf(source));
    expect(checkBody({ type: 'doc', content })).toMatchObject({ ok: true });
  },
);

it.each([
  ['<h2>Một</h2><h3>Hai</h3><h4>Ba</h4><h6>Bốn</h6>', ['## Một', '### Hai', '#### Ba', '#### Bốn']],
  ['<h1>Một</h1><h2>Hai</h2><h3>Ba</h3><h4>Bốn</h4>', ['## Một', '### Hai', '#### Ba', '#### Bốn']],
  ['<p class="MsoHeading8">Tám</p>', ['#### Tám']],
  ['<h2><b>Đậm</b> rồi</h2>', ['## Đậm rồi']],
])('keeps headings within levels 2 to 4: %s', (html, expected) => {
  expect(show(html)).toEqual(expected);
});

const item = (level: number, marker: string, text: string) =>
  `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><span style='mso-list:Ignore'>${marker}<span>&nbsp; </span></span>${text}</p>`;

it.each([
  [
    'bullets of symbol fonts',
    item(1, '§', 'một') + item(1, 'Ø', 'hai') + item(1, '-', 'ba'),
    ['- một', '- hai', '- ba'],
  ],
  ['a level left out', item(1, '·', 'một') + item(3, '·', 'hai') + item(1, '·', 'ba'), ['- một', '  - hai', '- ba']],
  ['one that begins deep', item(2, '·', 'một') + item(1, '·', 'hai'), ['- một', '- hai']],
  [
    'numbers that begin again',
    item(1, '1.', 'một') + item(1, '2.', 'hai') + item(1, '1.', 'ba'),
    ['1. một', '2. hai', '1. ba'],
  ],
  ['numbers after bullets', item(1, '·', 'một') + item(1, '7)', 'hai'), ['- một', '7. hai']],
  [
    'markers of several parts',
    item(1, '1.', 'một') + item(2, '1.1.', 'hai') + item(1, '2.', 'ba'),
    ['1. một', '  1.1. hai', '2. ba'],
  ],
  ['letters alone', item(1, 'a)', 'một') + item(1, 'b)', 'hai'), ['a) một', 'b) hai']],
  [
    'more levels than anybody reads',
    [1, 2, 3, 4, 5, 6, 7, 8, 9].map((level) => item(level, '·', `${level}`)).join(''),
    [
      '- 1',
      '  - 2',
      '    - 3',
      '      - 4',
      '        - 5',
      '          - 6',
      '          - 7',
      '          - 8',
      '          - 9',
    ],
  ],
])('reads Word lists with %s', (_name, html, expected) => {
  expect(show(html)).toEqual(expected);
});

it.each([
  ['<ul><li>một<ol start="3"><li>hai</li></ol></li></ul>', ['- một', '  3. hai']],
  [
    '<ol><li>một</li><li>hai<table><tr><td>x</td><td>y</td></tr></table></li><li>ba</li></ol>',
    ['1. một', '2. hai', '| x | y', '3. ba'],
  ],
  ['<ul><li><ul><li>một</li></ul></li></ul>', ['- ', '  - một']],
  ['<ul><ul><li>chỉ thụt vào</li></ul></ul>', ['- chỉ thụt vào']],
  ['<ul><li><h3>Tiêu đề</h3></li><li> </li></ul>', ['- Tiêu đề']],
  ["<ol><li style='mso-list:l0 level1 lfo1'>một</li></ol>", ['1. một']],
])('reads the list %s', (html, expected) => {
  expect(show(html)).toEqual(expected);
});

it.each([
  ['<b style="font-weight:normal">thường</b>', 'thường'],
  ['<span style="FONT-WEIGHT: bold">đậm</span>', '<b>đậm</>'],
  ['<b style="mso-bidi-font-weight:normal">đậm</b>', '<b>đậm</>'],
  ['<div style="font-style:italic">a <span style="font-style:normal">b</span></div>', '<i>a </>b'],
  ['<u>a <span style="text-decoration:none">b</span></u>', '<u>a b</>'],
  ['<a href="/tin"><u>liên kết</u></a>', '<a /tin>liên kết</>'],
  ['x<sub><sup>2</sup></sub>', 'x<sup>2</>'],
  ['<font color=red>đỏ</font>', 'đỏ'],
  ['m<span style="vertical-align:super">2</span>', 'm<sup>2</>'],
  ['H<span style="vertical-align: sub">2</span>O', 'H<sub>2</>O'],
  ['a <ins datetime="2021-03-02">b</ins> <ins>c</ins>', 'a b <u>c</>'],
])('reads emphasis by tag and by style: %s', (html, expected) => {
  expect(show(html)).toEqual([expected]);
});

it.each([
  ['a&nbsp; &nbsp;b', 'a b'],
  ['10&nbsp;km', '10\u00a0km'],
  ['một\n  dòng', 'một dòng'],
  ['a <br> b', 'a / b'],
  ['a<o:p>&nbsp;</o:p>', 'a'],
  ['<pre>a\nb</pre>', 'a / b'],
  ['<p>a</p><script>x</script><style>y</style><p hidden>z</p><p><span style="display:none">t</span></p>', 'a'],
])('takes layout for layout: %j', (html, expected) => {
  expect(show(html)).toEqual([expected]);
});

it.each([
  '<del>bỏ</del>',
  '<s>bỏ</s>',
  '<strike>bỏ</strike>',
  '<span style="text-decoration: line-through">bỏ</span>',
  '<span aria-hidden="true">bỏ</span>',
  '<span aria-hidden=TRUE><b>bỏ</b></span>',
])('leaves out what is struck out or hidden: %s', (html) => {
  expect(show(`<p>giữ ${html} lại</p>`)).toEqual(['giữ lại']);
  expect(show(`<table><tr><td>a</td><td>b ${html}</td></tr></table>`)).toEqual(['| a | b']);
});

it('parts paragraphs at two breaks and at the ends of <div>s', () => {
  expect(show('<div>một<br>hai<br><br>ba</div>bốn<div>năm</div>')).toEqual(['một / hai', 'ba', 'bốn', 'năm']);
});

it('keeps what a quote says, and takes an indent for none', () => {
  expect(show('<blockquote><p>Lời dẫn</p></blockquote>')).toEqual(['> Lời dẫn']);
  expect(show('<blockquote style="margin-right: 0px" dir="ltr"><p>Thụt vào</p></blockquote>')).toEqual(['Thụt vào']);
});

it('reads header cells, leaves layout tables out, and lets spans reach no further than the table', () => {
  expect(
    show(
      '<table><thead><tr><td>A</td><td>B</td></tr></thead><tr><th rowspan=9>C</th><td colspan=900>D</td></tr></table>',
    ),
  ).toEqual(['|! A |! B', '|! C |(100×1) D']);
  expect(show('<table><tr><td><p>một</p><p>hai</p></td></tr></table>')).toEqual(['một', 'hai']);
  expect(show('<table><tr><td><h3>Mục</h3></td><td>chữ</td></tr></table>')).toEqual(['### Mục', 'chữ']);
});

it('puts the pictures of a table after it, and captions where they belong', () => {
  const png = '<img src="data:image/png;base64,iVBORw0KGgo=">';
  expect(show(`<table><tr><td>một</td><td>hai ${png}</td></tr><tr><td>ba</td><td>bốn</td></tr></table>`)).toEqual([
    '| một | hai',
    '| ba | bốn',
    '[picture] ',
  ]);
  expect(show(`<figure>${png}<figcaption>Cầu mới</figcaption></figure>`)).toEqual(['[picture] Cầu mới']);
  expect(show(`<table><tr><td>${png}</td><td>${png}</td></tr><tr><td>Trái</td><td>Phải</td></tr></table>`)).toEqual([
    '[picture] Trái',
    '[picture] Phải',
  ]);
});

it('makes nothing of nothing', () => {
  expect(read('<p>&nbsp;</p><div><br></div><ul><li></li></ul><table><tr><td></td></tr></table>')).toEqual([]);
  expect(read('<table><tr><td rowspan=2></td><td></td></tr><tr><td></td></tr></table>')).toEqual([]);
});
