import fc from 'fast-check';
import { checkBody } from '../src/body/check-body';
import { clipboardOf, treeOfMarkup } from '../src/body/fixtures/pasted/read-fixture';
import type { HtmlElement } from '../src/body/read-html/html-tree';
import { POLICIES, type Policy } from '../src/body/read-html/policies';
import { readHtml } from '../src/body/read-html/read-html';
import { readPage } from '../src/plugins/legacy-import/server/src/pages/read-page';
import { outline } from './fixtures/pages';

type Key = keyof Policy;
const KEYS = Object.keys(POLICIES.clipboard) as Key[];

/** What markup becomes in the database under a policy, as text that can be compared. */
function stored(root: HtmlElement, policy: Policy): string[] {
  const { content, author } = readHtml(root, { policy, page: null });
  if (content.length === 0) return [];
  const checked = checkBody({ type: 'doc', content });
  if (!checked.ok) throw new Error(checked.problems.map(({ message }) => message).join('; '));
  return [...outline(checked.body), ...(author ? [`by ${author}`] : [])];
}

const pasted = (html: string) => stored(treeOfMarkup(html), POLICIES.clipboard);

/** The policies that decide something about this markup: with the importer's, the paste would be another. */
function deciding(html: string): Key[] {
  const root = treeOfMarkup(html);
  const plain = stored(root, POLICIES.clipboard).join('\n');
  return KEYS.filter(
    (key) => stored(root, { ...POLICIES.clipboard, [key]: POLICIES.importedPage[key] }).join('\n') !== plain,
  );
}

const BEFORE = 'Đây là đoạn văn mở đầu của bài viết này.';
const AFTER = 'Đây là đoạn văn cuối cùng của bài viết này.';

/** The same markup inside a captured page of the old portal, read by the importer. */
function imported(html: string): string[] {
  const page = `<h3>Tiêu đề của bài viết</h3><p>Đăng ngày 01 - 03 - 2021</p><div><p>${BEFORE}</p>${html}<p>${AFTER}</p></div>`;
  const checked = checkBody(readPage(Buffer.from(page), 'x.html').body);
  if (!checked.ok) throw new Error(checked.problems.map(({ message }) => message).join('; '));
  return outline(checked.body);
}

const within = (html: string) => `<p>${BEFORE}</p>${html}<p>${AFTER}</p>`;

describe('a list', () => {
  const expected = [BEFORE, '1) a +)  ¶ • b +) c', AFTER];
  it.each([
    '<ol><li>a</li><li><ul><li>b</li></ul></li><li>c</li></ol>',
    '<ol><li>a<li><ul><li>b</ul><li>c</ol>',
    '<ol><li>a</li><li><ul><li>b</ul></li><li>c</ol>',
  ])('has the same numbers whether its tags are closed or not: %s', (html) => {
    expect(pasted(within(html))).toEqual(expected);
    expect(imported(html)).toEqual(expected);
  });
});

it.each([
  ['m<span style="vertical-align:super">2</span>', 'm^2^'],
  ['H<span style="vertical-align:sub">2</span>O', 'H~2~O'],
  ['một <del>hai</del> ba', 'một ba'],
  ['một <s>hai</s> ba', 'một ba'],
  ['một <strike>hai</strike> ba', 'một ba'],
  ['một <span style="text-decoration:line-through">hai</span> ba', 'một ba'],
  ['một <span aria-hidden="true">hai</span> ba', 'một ba'],
])('reads %s alike when it is pasted and when it is imported', (html, expected) => {
  expect(pasted(`<p>${html}</p>`)).toEqual([expected]);
  expect(imported(`<p>${html}</p>`)).toEqual([BEFORE, expected, AFTER]);
});

it.each<[string, Key[]]>([
  ['<p>một <b>hai</b> <i>ba</i> <u>bốn</u></p>', []],
  ['<p style="font-weight:bold">một</p><p>hai</p>', []],
  ['<ul><li>một<ol start=3><li>hai</li></ol></li><li><h3>ba</h3></li></ul>', []],
  ['<ul><li>một<blockquote><p>hai</p></blockquote></li></ul>', []],
  ['<blockquote><p>một</p></blockquote><blockquote style="margin-right:0px"><p>hai</p></blockquote>', []],
  ['<table><tr><th>a</th><td rowspan=2>b</td></tr><tr><td>c</td></tr></table>', []],
  ['<table role="presentation"><tr><td>a</td><td>b</td></tr></table>', []],
  ['<p class=MsoHeading8>một</p><p>hai</p>', []],
  ["<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>1.</span>một</p>", []],
  ['<p>một<br><br>hai</p>', []],
  ['<p>10&nbsp;km</p><p>&nbsp;hai\u200b</p>', []],
  ['<figure><img src=a.jpg><figcaption>Một</figcaption></figure>', []],
  ['<p><a href="https://vi.example.vn/tin?id=5">một</a> <a href="javascript:x">hai</a></p>', []],
  ['<img src=spacer.gif><p>một</p>', []],
  ['<p>một.<br>hai</p>', ['singleBreaks']],
  ['<p>một&nbsp; &nbsp;hai</p>', ['noBreakSpaces']],
  ['<h1>một</h1><h2>hai</h2>', ['headings']],
  ['<p><img src=a.jpg></p><p><i>một</i></p>', ['captions']],
  ['<p><a href="https://vi.example.vn/?utm_source=x">một</a></p>', ['links']],
  ['<table><tr><td><img src=a.jpg>một</td><td>hai</td></tr></table>', ['smallPictureTables']],
  ['<hr><p>một</p>', ['edgeRules']],
  ['<p>một</p><p><b>Thu Trang</b></p>', ['signature']],
])('decides about %s by the policies %j', (html, keys) => {
  expect(deciding(html)).toEqual(keys);
});

it.each<[Parameters<typeof clipboardOf>[0], Key[]]>([
  ['word', ['headings', 'links']],
  ['word-online', []],
  ['google-docs', ['singleBreaks', 'links']],
  ['old-portal', ['singleBreaks', 'noBreakSpaces', 'captions', 'links']],
])('decides about a document of %s by the policies %j', (source, keys) => {
  expect(deciding(clipboardOf(source))).toEqual(keys);
});

// What a policy is about: without it in the markup, the policy decides nothing.
const SUBJECTS: Record<Exclude<Key, 'unclosedTags'>, RegExp> = {
  singleBreaks: /<br/,
  noBreakSpaces: /&nbsp;/,
  headings: /<h\d/,
  captions: /<img/,
  links: /<a/,
  smallPictureTables: /<table[^]*<img/,
  edgeRules: /<hr/,
  signature: /<b>|bold/,
};

const word = fc.constantFrom('một', 'hai', 'ba.', 'Thu', 'Trang', 'ủy ban', '12:', '1.200');
const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
const element = (names: string[], inside: fc.Arbitrary<string>) =>
  fc
    .tuple(fc.constantFrom(...names), inside)
    .map(([opening, html]) => `<${opening}>${html}</${opening.split(' ')[0]}>`);

const INLINE = [
  'b',
  'i',
  'u',
  's',
  'del',
  'ins',
  'sup',
  'sub',
  'font color=red',
  'span style="font-weight:bold"',
  'span style="vertical-align:super"',
  'span style="text-decoration:line-through"',
  'span aria-hidden=true',
  'span hidden',
];
// A link within a link is none: the parser closes the outer one.
const LINK = ['a href="https://vi.example.vn/?utm_source=x"', 'a href="/tin"', 'a href="javascript:x"'];
const BLOCK = ['div', 'center', 'blockquote', 'pre', 'figure', 'section'];
const LIST = ['ul', 'ol', 'ol start=4'];

const { flow } = fc.letrec<{ inline: string; flow: string }>((tie) => ({
  inline: fc
    .array(
      fc.oneof(
        { depthSize: 'small' },
        text,
        fc.constantFrom('<br>', '&nbsp;', ' ', '<img src=a.jpg>', '<img src=icon.gif>'),
        element(INLINE, tie('inline')),
        element(LINK, text),
      ),
      { maxLength: 4 },
    )
    .map((parts) => parts.join('')),
  flow: fc
    .array(
      fc.oneof(
        { depthSize: 'small' },
        tie('inline'),
        element(['p', 'p style="font-style:italic"', 'h2', 'h3', 'figcaption'], tie('inline')),
        fc.constant('<hr>'),
        element(BLOCK, tie('flow')),
        element(
          LIST,
          fc.array(element(['li'], tie('flow')), { maxLength: 3 }).map((items) => items.join('')),
        ),
        fc
          .array(fc.array(element(['td', 'th', 'td rowspan=2'], tie('flow')), { maxLength: 3 }), { maxLength: 3 })
          .map((rows) => `<table>${rows.map((cells) => `<tr>${cells.join('')}</tr>`).join('')}</table>`),
      ),
      { maxLength: 4 },
    )
    .map((parts) => parts.join('')),
}));

it('lets a policy decide only about what it is about', () => {
  fc.assert(
    fc.property(flow, (html) => {
      for (const key of deciding(html)) {
        expect(key).not.toBe('unclosedTags');
        expect(html).toMatch(SUBJECTS[key as keyof typeof SUBJECTS]);
      }
    }),
    { numRuns: 200 },
  );
});

it('reads generated markup on a captured page as it reads it alone', () => {
  fc.assert(
    fc.property(flow, (html) => {
      expect(imported(html)).toEqual(stored(treeOfMarkup(within(html)), POLICIES.importedPage));
    }),
    { numRuns: 200 },
  );
});
