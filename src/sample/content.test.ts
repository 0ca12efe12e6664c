import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { checkBody } from '../body/check-body';
import { composeBody, type SampleBlock } from './compose-body';
import { readSampleContent, type SampleArticle } from './sample-content';

const content = readSampleContent(__dirname);
const { agencies, articles, categories, directives, officials, pictures, positions, programmes } = content;

const keysOf = (list: { key: string }[]) => new Set(list.map(({ key }) => key));
const textsOf = ({ vi, en }: SampleArticle) => (en ? [vi, en] : [vi]);
const blocksOf = (article: SampleArticle) => textsOf(article).flatMap(({ body }) => body);
const figuresOf = (article: SampleArticle) => blocksOf(article).filter(isFigure);
const isFigure = (block: SampleBlock): block is Extract<SampleBlock, { figure: string }> =>
  typeof block === 'object' && 'figure' in block;
const strings = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, part]) => [key, ...strings(part)])
      : [];

/** The keys that `named` lists and `known` lacks. */
const unknown = (named: (string | undefined)[], known: Set<string>) =>
  named.filter((key) => key !== undefined && !known.has(key));

test('every agency that something names is there, parents before their children', () => {
  const named = [
    ...agencies.flatMap(({ parent, successors = [] }) => [parent, ...successors.map(({ agency }) => agency)]),
    ...positions.map(({ agency }) => agency),
    ...articles.flatMap(({ agency, agencies: mentioned = [] }) => [agency, ...mentioned]),
    ...programmes.map(({ agency }) => agency),
  ];
  expect(unknown(named, keysOf(agencies))).toEqual([]);
  for (const list of [agencies, categories]) {
    const early = list.filter(({ parent }, index) => parent && !keysOf(list.slice(0, index)).has(parent));
    expect(early).toEqual([]);
  }
});

test('every directive that a programme names is there', () => {
  expect(
    unknown(
      programmes.flatMap(({ documents }) => documents),
      keysOf(directives),
    ),
  ).toEqual([]);
});

test('every position, official, category and picture that something names is there', () => {
  const posts = officials.flatMap(({ appointments }) => appointments.map(({ position }) => position));
  expect(unknown(posts, keysOf(positions))).toEqual([]);
  const people = articles.flatMap((article) => article.officials ?? []);
  expect(unknown(people, keysOf(officials))).toEqual([]);
  const places = [...categories.map(({ parent }) => parent), ...articles.map(({ category }) => category)];
  expect(unknown(places, keysOf(categories))).toEqual([]);
  const shown = articles.flatMap((article) => [article.cover, ...figuresOf(article).map(({ figure }) => figure)]);
  expect(unknown(shown, new Set(Object.keys(pictures)))).toEqual([]);
});

test('every picture is a file under 200 KB, is shown somewhere, and no file lies there for nothing', () => {
  const folder = path.join(__dirname, 'pictures');
  const files = Object.values(pictures).map(({ file }) => file);
  expect(readdirSync(folder).sort()).toEqual([...files].sort());
  for (const file of files) expect(statSync(path.join(folder, file)).size).toBeLessThan(200_000);
  const shown = articles.flatMap(({ cover, ...article }) => [
    cover,
    ...figuresOf(article as SampleArticle).map(({ figure }) => figure),
  ]);
  expect(Object.keys(pictures).filter((key) => !shown.includes(key))).toEqual([]);
});

test('every figure has a text alternative or is said to be decorative, and a caption', () => {
  const figures = articles.flatMap(figuresOf);
  expect(figures.length).toBeGreaterThan(8);
  expect(figures.filter(({ alt, decorative }) => !alt?.trim() === !decorative)).toEqual([]);
  expect(figures.filter(({ caption, alt }) => !caption || caption === alt)).toEqual([]);
  expect(Object.values(pictures).filter(({ alt }) => !alt.trim())).toEqual([]);
});

test('keys, names and titles are unique', () => {
  const lists = [
    agencies.map(({ key }) => key),
    agencies.map(({ name }) => name),
    positions.map(({ key }) => key),
    officials.map(({ name }) => name),
    categories.map(({ key }) => key),
    Object.values(pictures).map(({ name }) => name),
    articles.flatMap((article) => textsOf(article).map(({ title }) => title)),
  ];
  for (const list of lists) expect(list).toEqual([...new Set(list)]);
});

test('every string is NFC and without stray space', () => {
  const wrong = strings(content).filter(
    (text) => text !== text.normalize('NFC') || text !== text.trim() || /  /.test(text),
  );
  expect(wrong).toEqual([]);
});

test('a dozen articles are of past days, one is for tomorrow, one a draft, and two are in English too', () => {
  const published = articles.filter(({ draft }) => !draft);
  expect(published.filter(({ daysAgo = NaN }) => daysAgo >= 0).length).toBeGreaterThanOrEqual(12);
  expect(published.filter(({ daysAgo = NaN }) => daysAgo < 0).map(({ daysAgo }) => daysAgo)).toEqual([-1]);
  expect(published.filter(({ time = '' }) => !/^([01]\d|2[0-3]):[0-5]\d$/.test(time))).toEqual([]);
  expect(articles.filter(({ draft }) => draft)).toHaveLength(1);
  expect(articles.filter(({ en }) => en)).toHaveLength(2);
});

test('the editor accepts the body of every article, and no mark is left unread', () => {
  for (const { body } of articles.flatMap(textsOf)) {
    const document = composeBody(body, (key) => key);
    expect(checkBody(document)).toEqual({ ok: true, body: expect.objectContaining({ type: 'doc' }) });
    expect(JSON.stringify(document)).not.toMatch(/"content":\[\]|\*\*|\]\(/);
    for (const block of body) {
      if (typeof block === 'object' && 'table' in block) {
        expect(new Set(block.table.map((row) => row.length)).size).toBe(1);
      }
    }
  }
});

test('the old page names a picture that lies beside it', () => {
  const folder = path.join(__dirname, 'old-page');
  const [page = ''] = readdirSync(folder).filter((file) => file.endsWith('.html'));
  const pictureFolder = path.join(folder, page.replace(/\.html$/, '_files'));
  expect(existsSync(pictureFolder) && readdirSync(pictureFolder)).toHaveLength(1);
});
