import fc from 'fast-check';
import { checkBody } from '../src/body/check-body';
import { pageBytes } from './fixtures/pages';
import { toText } from '../src/body/render/to-text';
import type { CapturedPage } from '../src/plugins/legacy-import/server/src/pages/captured-page';
import { PageRefused } from '../src/plugins/legacy-import/server/src/pages/page-refused';
import { LARGEST_PAGE, readPage } from '../src/plugins/legacy-import/server/src/pages/read-page';
import { withinCpuTime } from './helpers/cpu-time';

/** What a page comes to: the page, or the reason why not; any other error fails the test. */
function attempt(html: string, name = 'x.html'): CapturedPage | string {
  try {
    return readPage(Buffer.from(html), name);
  } catch (error) {
    if (error instanceof PageRefused) return error.message;
    throw error;
  }
}

const NAMES = [
  'p',
  'div',
  'b',
  'i',
  'a',
  'font',
  'table',
  'tr',
  'td',
  'ul',
  'li',
  'ol',
  'h2',
  'h3',
  'blockquote',
  'center',
  'span',
  'o:p',
  'form',
  'pre',
  'figure',
  'figcaption',
  'sub',
  'select',
  'svg',
  'title',
  'template',
];
const ADDRESSES = [
  'javascript:alert(1)',
  ' java\tscript:alert(1)',
  'JaVaScRiPt&colon;x',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
  '/ok?a=1&amp;b=2',
  'https://example.vn/x',
  'mailto:a@example.vn',
  '//example.vn',
  '\u0001javascript:x',
  '\\\\x',
  'x y',
];

const word = fc.stringMatching(/^[a-zđăêơ]{2,8}$/);
const words = fc.array(word, { minLength: 1, maxLength: 12 }).map((all) => all.join(' '));
const attribute = fc.oneof(
  fc.constantFrom(...ADDRESSES).map((address) => `href="${address}"`),
  fc.constantFrom(
    'onclick="alert(1)"',
    'style="text-align:center"',
    'colspan=0',
    'rowspan=99999',
    'start=-5',
    'class=share',
    'hidden',
  ),
);
const tag = fc.oneof(
  fc
    .tuple(fc.constantFrom(...NAMES), fc.array(attribute, { maxLength: 2 }))
    .map(([name, all]) => `<${[name, ...all].join(' ')}>`),
  fc.constantFrom(...NAMES).map((name) => `</${name}>`),
  fc.constantFrom(
    '<br>',
    '<hr>',
    '<img src=a.jpg>',
    '<img src=x onerror=alert(1)>',
    '<!-- x',
    '-->',
    '<script>alert(1)</script>',
    '<',
    '>',
    '&nbsp;',
    '&#0;',
    '&#xD800;',
  ),
);
const soup = fc.array(fc.oneof(tag, words), { maxLength: 60 }).map((all) => all.join(' '));

describe('generated pages', () => {
  it('are read or refused for any tags, and what is read is a valid body', () => {
    fc.assert(
      fc.property(soup, soup, (before, after) => {
        const page = attempt(`<h3>Tiêu đề</h3>${before}<div>Đăng ngày 01 - 03 - 2021</div>${after}`);
        if (typeof page === 'string') return;
        const checked = checkBody(page.body);
        expect(checked.ok ? [] : checked.problems).toEqual([]);
        expect(JSON.stringify(page.body)).not.toMatch(/script:|data:|vbscript|file:|alert/i);
      }),
      { numRuns: 300 },
    );
  });

  it('are read or refused for any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.string({ unit: 'binary', maxLength: 300 }),
        (before, after) => {
          const page = attempt(`${before}\nĐăng ngày 01 - 03 - 2021\n${after}`, 'x.txt');
          if (typeof page !== 'string') expect(checkBody(page.body).ok).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('are read or refused for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        try {
          readPage(bytes, 'x.htm');
        } catch (error) {
          expect(error).toBeInstanceOf(PageRefused);
        }
      }),
    );
  });

  it('lose no word of a body under any markup, and keep their order', () => {
    const VISIBLE = NAMES.filter((name) => !['select', 'svg', 'title', 'template', 'table', 'tr', 'td'].includes(name));
    const wrapped = fc.tuple(fc.constantFrom(...VISIBLE), words, fc.boolean()).map(([name, text, closed]) => ({
      html: `<${name}>${text}.${closed ? `</${name}>` : ''} `,
      text: `${text}.`,
    }));
    fc.assert(
      fc.property(fc.array(wrapped, { minLength: 1, maxLength: 30 }), (blocks) => {
        const page = attempt(
          `<h3>Tiêu đề của trang</h3><div>Đăng ngày 01 - 03 - 2021</div>${blocks.map(({ html }) => html).join('')}`,
        );
        const text = typeof page === 'string' ? page : toText(page.body);
        expect(text.split(/\s+/)).toEqual(
          blocks
            .map((block) => block.text)
            .join(' ')
            .split(/\s+/),
        );
      }),
      { numRuns: 200 },
    );
  });
});

describe('oversized pages', () => {
  const within = (milliseconds: number, html: string) => withinCpuTime(milliseconds, () => attempt(html));
  const page = (body: string) =>
    `<h3>Tiêu đề của trang</h3><div>Đăng ngày 01 - 03 - 2021</div><p>Đoạn văn thứ nhất của bài này.</p>${body}`;

  it('are refused at once with a hundred thousand nested tags', async () => {
    expect(await within(2_000, page('<div>'.repeat(100_000)))).toBe('thẻ HTML lồng nhau quá sâu (hơn 512 cấp)');
  });

  it('are read with five hundred nested lists', async () => {
    expect(await within(5_000, page(`${'<ul><li>x'.repeat(500)}`))).toMatchObject({ day: '2021-03-01' });
  });

  it('are refused with unclosed emphasis that multiplies', async () => {
    const many = Array.from({ length: 400 }, (_, index) => `<font size=${index}>`).join('');
    expect(await within(2_000, page(`<p>${many}</p>${'<p>x'.repeat(60_000)}`))).toBe(
      'trang có quá nhiều thẻ định dạng không đóng',
    );
  });

  it('are read with twenty megabytes of inline pictures', async () => {
    const picture = `<img src="data:image/png;base64,${'A'.repeat(20_000_000)}">`;
    expect(await within(10_000, page(picture))).toMatchObject({ pictures: [{ figure: 0 }] });
  });

  it('are refused with three megabytes of tags, too long text, or too large a file', async () => {
    expect(await within(5_000, page('<p>x'.repeat(500_000)))).toBe('trang có quá nhiều thẻ HTML (hơn 150.000)');
    expect(await within(5_000, page('<p>x'.repeat(5_000_000)))).toBe('trang dài hơn 3 triệu ký tự');
    expect(await within(5_000, 'chữ\n'.repeat(4_000_000))).toBe('trang dài hơn 3 triệu ký tự');
    expect(() => readPage(Buffer.alloc(LARGEST_PAGE + 1, 0x20), 'x.html')).toThrow('tệp lớn hơn 24 MB');
  });

  it.each([
    ['text', 'chữ '.repeat(700_000)],
    ['comments', '<!--'.repeat(700_000)],
    ['breaks', 'x<br>'.repeat(100_000)],
    ['no-break spaces', '\u00a0'.repeat(2_000_000)],
    ['date lines', 'Đăng ngày     '.repeat(100_000)],
    ['brackets', '<'.repeat(2_000_000)],
    ['items', '<li>-'.repeat(100_000)],
  ])('are read or refused with three megabytes of %s', async (_, body) => {
    await within(30_000, page(body));
  });

  it('are read as text with many lines', () => {
    const text = pageBytes('nghi-son-2021-02-19.txt').toString() + 'x\n'.repeat(1_000_000);
    expect(attempt(text, 'x.txt')).toMatchObject({ day: '2021-02-19' });
  });
});
