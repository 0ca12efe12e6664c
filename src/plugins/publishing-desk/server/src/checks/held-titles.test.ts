import type { CheckedArticle } from './checked-article';
import { heldTitles } from './held-titles';
import type { NamedOfficial } from './named-things';

const VICE = 'Phó Chủ tịch UBND tỉnh';
const CHAIR = 'Chủ tịch UBND tỉnh';
const PARTY = 'Phó Bí thư Tỉnh ủy';

const person = (name: string, ...titles: string[]): NamedOfficial => ({
  id: 1,
  documentId: name,
  name,
  title: titles[0] ?? null,
  titles,
});
const binh = person('Lê Văn Bình', VICE);
const mai = person('Trần Thị Mai', CHAIR);

/** Places of what the directory knows, the longest first, as its service gives them. */
function named(text: string, officials: NamedOfficial[]) {
  let rest = text;
  const place = <Bearer>(words: string, bearers: Bearer[]) => {
    const found = [];
    for (let start = rest.indexOf(words); start >= 0; start = rest.indexOf(words)) {
      const end = start + words.length;
      rest = rest.slice(0, start) + ' '.repeat(words.length) + rest.slice(end);
      found.push({ start, end, written: words, bearers });
    }
    return found;
  };
  return {
    officials: officials.flatMap((one) => place(one.name, [one])),
    titles: [VICE, CHAIR, PARTY].flatMap((title) => place(title, [{ name: title, key: title }])),
    agencies: [],
  };
}

function wrong(text: string, officials = [binh, mai], linked = officials) {
  const article = { text, day: '2026-01-05', officials: new Set(linked.map(({ documentId }) => documentId)) };
  return heldTitles(article as unknown as CheckedArticle, named(text, officials)).map(
    ({ values }) => `${values!.name}: ${values!.written}`,
  );
}

it.each([
  ['Chủ tịch UBND tỉnh Lê Văn Bình dự.', ['Lê Văn Bình: Chủ tịch UBND tỉnh']],
  ['Chủ tịch UBND tỉnh, đồng chí Lê Văn Bình dự.', []],
  ['Chủ tịch UBND tỉnh đồng chí Lê Văn Bình dự.', ['Lê Văn Bình: Chủ tịch UBND tỉnh']],
  ['Lê Văn Bình, Chủ tịch UBND tỉnh, dự.', ['Lê Văn Bình: Chủ tịch UBND tỉnh']],
  ['Lê Văn Bình - Chủ tịch UBND tỉnh Thanh Hóa.', ['Lê Văn Bình: Chủ tịch UBND tỉnh']],
  ['Lê Văn Bình (Chủ tịch UBND tỉnh) dự.', ['Lê Văn Bình: Chủ tịch UBND tỉnh']],
  [
    'Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Lê Văn Bình dự.',
    ['Lê Văn Bình: Phó Bí thư Tỉnh ủy', 'Lê Văn Bình: Chủ tịch UBND tỉnh'],
  ],
  ['Phó Chủ tịch UBND tỉnh Lê Văn Bình dự.', []],
  ['Lê Văn Bình, Phó Chủ tịch UBND tỉnh; Trần Thị Mai, Chủ tịch UBND tỉnh.', []],
  ['Lê Văn Bình, Chủ tịch UBND tỉnh Trần Thị Mai và đoàn.', []],
  ['Lê Văn Bình, Chủ tịch UBND tỉnh Phạm Quốc Dũng và đoàn.', []],
  ['Lê Văn Bình, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Trần Thị Mai và đoàn.', ['Lê Văn Bình: Phó Bí thư Tỉnh ủy']],
  ['nguyên Chủ tịch UBND tỉnh Lê Văn Bình dự.', []],
  ['Lê Văn Bình gặp Chủ tịch UBND tỉnh.', []],
  ['Thư gửi Chủ tịch UBND tỉnh\n\nLê Văn Bình viết.', []],
])('judges %j', (text, findings) => {
  expect(wrong(text)).toEqual(findings);
});

it('judges nobody who is not linked, and no name that two of the linked bear', () => {
  const text = 'Chủ tịch UBND tỉnh Lê Văn Bình dự.';
  expect(wrong(text, [binh], [])).toEqual([]);
  const places = named(text, [binh]);
  places.officials[0]!.bearers.push({ ...person('Lê Văn Bình'), documentId: 'other' });
  const article = { text, day: '2026-01-05', officials: new Set(['Lê Văn Bình', 'other']) };
  expect(heldTitles(article as unknown as CheckedArticle, places)).toEqual([]);
});

it('takes one of several titles that a post has, and a title without its place', () => {
  const both = person('Lê Văn Bình', `${PARTY}, ${CHAIR} Thanh Hóa`);
  expect(wrong('Chủ tịch UBND tỉnh Lê Văn Bình, Phó Bí thư Tỉnh ủy, dự.', [both])).toEqual([]);
});

it('says that the directory has no post', () => {
  const text = 'Chủ tịch UBND tỉnh Lê Văn Bình dự.';
  const article = { text, day: '2026-01-05', officials: new Set(['Lê Văn Bình']) };
  const [one] = heldTitles(article as unknown as CheckedArticle, named(text, [person('Lê Văn Bình')]));
  expect(one!.message).toBe('held-titles.none');
});
