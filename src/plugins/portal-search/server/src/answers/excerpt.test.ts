import { excerptOf } from './excerpt';

const marks = (text: string, ...segments: string[][]) => {
  const { excerpt, highlights } = excerptOf(text, segments);
  return highlights.map(({ from, to }) => excerpt.slice(from, to));
};

it('marks runs of the query’s words as they are written, in any spelling', () => {
  const segments = [['so'], ['tai'], ['chinh']];
  expect(marks('Sở Tài chính và SỞ TÀI  CHÍNH', ...segments)).toEqual(['Sở Tài chính', 'SỞ TÀI CHÍNH']);
  expect(marks('Sở Tài chính'.normalize('NFD'), ...segments)).toEqual(['Sở Tài chính'.normalize('NFD')]);
});

it('leaves out single words of a run that stands elsewhere, and keeps others', () => {
  expect(marks('Thanh tra, hóa đơn ở Thanh Hóa: lễ hội', ['thanh'], ['hoa'], ['hoi'])).toEqual(['Thanh Hóa', 'hội']);
  expect(marks('Thanh tra, hóa đơn', ['thanh'], ['hoa'])).toEqual(['Thanh', 'hóa']);
});

it('marks every spelling of an abbreviation, and numbers', () => {
  const segments = [['kktns', 'khu kinh te nghi son'], ['2021'], ['2025']];
  expect(marks('Khu kinh tế Nghi Sơn (KKTNS), 2021–2025', ...segments)).toEqual([
    'Khu kinh tế Nghi Sơn (KKTNS), 2021–2025',
  ]);
  expect(marks('Số 058NQ/TW', ['58'], ['nq'])).toEqual(['058NQ']);
});

it('shows the place around the longest run, in whole words', () => {
  const text = `${'Mở đầu dài. '.repeat(50)}Khu kinh tế Nghi Sơn phát triển. ${'Phần cuối dài. '.repeat(50)}`;
  const { excerpt, highlights, html } = excerptOf(text, [['nghi'], ['son']]);
  expect(excerpt).toMatch(/^… .*Nghi Sơn.* …$/);
  expect(excerpt.length).toBeLessThan(260);
  expect(highlights.map(({ from, to }) => excerpt.slice(from, to))).toEqual(['Nghi Sơn']);
  expect(html).toBe(excerpt.replace('Nghi Sơn', '<mark>Nghi Sơn</mark>'));
});

it('escapes what it shows', () => {
  expect(excerptOf(`<img src=x onerror="alert('1')"> & vui`, [['vui']]).html).toBe(
    '&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; <mark>vui</mark>',
  );
});

it('begins with the text where nothing agrees, and is empty without one', () => {
  expect(excerptOf('Chỉ có vậy.', [['khac']])).toEqual({ excerpt: 'Chỉ có vậy.', highlights: [], html: 'Chỉ có vậy.' });
  expect(excerptOf('', [['khac']])).toEqual({ excerpt: '', highlights: [], html: '' });
});

it('marks what it shows of a run that is longer than an excerpt', () => {
  const words = Array.from({ length: 90 }, (_, at) => `từ${'abcdefghi'[at % 9]}`);
  const { excerpt, highlights } = excerptOf(
    `Trước. ${words.join(' ')} Sau.`,
    [...new Set(words)].map((word) => [word.replace('ừ', 'u')]),
  );
  expect(highlights).toHaveLength(1);
  expect(excerpt.slice(highlights[0]!.from, highlights[0]!.to)).toBe(excerpt.replace(/^Trước\. | …$/g, ''));
});

it('cuts no character, and shows something of what has no words', () => {
  for (const text of [
    '😀'.repeat(300),
    `a${'😀'.repeat(300)}`,
    `${'x '.repeat(24_969)}xx vui ${'😀'.repeat(100)}`,
    `${'x'.repeat(400)} vui`,
  ]) {
    const { excerpt } = excerptOf(text, [['vui']]);
    expect(() => encodeURIComponent(excerpt)).not.toThrow();
    expect(excerpt.length).toBeGreaterThan(40);
    expect(excerpt.length).toBeLessThan(320);
  }
  expect(excerptOf(`${'x'.repeat(40)} ${'abcd efg '.repeat(20)}vui`, [['vui']]).excerpt).toMatch(/^… \S/);
  expect(marks(`${'x'.repeat(400)} vui`, ['vui'])).toEqual(['vui']);
});
