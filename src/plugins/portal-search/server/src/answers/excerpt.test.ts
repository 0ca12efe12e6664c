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
