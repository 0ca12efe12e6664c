import { given, testTextCost } from '../../../tests/helpers/text-cost';
import { bodyOf } from '../../../tests/helpers/text-shapes';
import { digestOf, sorted } from './server/src/digest';
import { nameMatcher } from './server/src/names/match-names';
import { addressKey, portalPath } from './server/src/pages/address-key';
import { isControl, isFootHeading, isListHeading, isSiteFoot, isSiteName } from './server/src/pages/boilerplate';
import { beginsWithDate, findDate } from './server/src/pages/date-line';
import { decodePage } from './server/src/pages/decode-page';
import { guardMarkup } from './server/src/pages/html/guard-markup';
import { parsePage } from './server/src/pages/html/page-tree';
import { readHtmlPage } from './server/src/pages/html/read-html-page';
import { partsOfTitle, withoutSiteName } from './server/src/pages/html/site-title';
import { identityOf } from './server/src/pages/identity';
import { readStamp } from './server/src/pages/list-line';
import { ownLine } from './server/src/pages/own-line';
import { readPage } from './server/src/pages/read-page';
import { listedMatcher, sameTitle, titleMatcher } from './server/src/pages/same-title';
import { isCaption } from './server/src/pages/text/is-caption';
import { readTextPage } from './server/src/pages/text/read-text-page';
import { tablesOf } from './server/src/pages/text/text-tables';
import { findTextTitle } from './server/src/pages/text/text-title';
import { withoutInnerFiles } from './server/src/pages/without-inner-files';
import { imageKind } from './server/src/pictures/image-kind';

const DATE = 'Đăng ngày 19 - 02 - 2021';
const TITLE = 'Ủy ban nhân dân tỉnh họp phiên thường kỳ tháng hai';
/** A page may have a tag for so many characters of a megabyte. */
const TAG = 8;
/** What may stand around each line of an old page, and in its place between the others. */
const WRAPPERS: ((line: string) => string)[] = [
  (line) => `<p>${line}</p>`,
  (line) => `${line}<br>`,
  (line) => `<li><a href="/a">${line}</a></li>`,
  (line) => `<div class="share">${line}</div>`,
  (line) => `<table><tr><td>${line.replaceAll('\t', '<td>')}</table>`,
  (line) => `<img src="a.jpg" alt="${line}"><hr>`,
  (line) => `<b>${line}</b>`,
  (line) => line,
];

const halves = (text: string): [string, string] => [text.slice(0, text.length / 2), text.slice(text.length / 2)];

/** The lines of a text in a wrapper, as many as fit into its length and into the tags that a page may have. */
function wrapped(text: string, wrap: (line: string) => string): string {
  let length = 0;
  const lengthOf = (line: string) => Math.max(line.length, line.split('<').length * TAG);
  return text
    .split('\n')
    .map(wrap)
    .filter((line) => (length += lengthOf(line)) <= text.length + 100)
    .join('\n');
}

/** A page in HTML for each wrapper, each with an equal part of the text, half of it before the date line. */
function htmlPages(text: string): string[] {
  const size = text.length / WRAPPERS.length;
  return WRAPPERS.map((wrap, index) => {
    const [before, after] = halves(text.slice(index * size, (index + 1) * size));
    return `<title>${TITLE}</title><body><div>${wrapped(before, wrap)}</div><p>${DATE}</p>${wrapped(after, wrap)}</body>`;
  });
}

/** A half of the text as a page with its date line first, and one with the date line in the middle. */
const textPages = (text: string): string[] => {
  const [one, other] = halves(text);
  const [before, after] = halves(other);
  return [`${TITLE}\n${DATE}\n${one}`, `${TITLE}\n${before}\n${DATE}\n${after}`];
};

const each = <Input>(inputs: readonly Input[], run: (input: Input) => unknown) => {
  for (const input of inputs) {
    try {
      run(input);
    } catch {
      // A page that is refused is read to where it is.
    }
  }
};
const linesOf = (text: string) => text.split('\n');
/** A list whose lines have the titles, each with its stamp. */
function listOf(text: string) {
  let length = 0;
  const lines = linesOf(text).filter((line) => (length += line.length + '(19/02/2021 5:17 CH)'.length) <= text.length);
  return lines.map((title) => ({ title, on: new Date('2021-02-19T05:00:00Z'), address: title }));
}
const named = ['Nguyễn Văn An', 'Sở Kế hoạch và Đầu tư'].map((name) => ({ id: name, kind: 'agency' as const, name }));
const matchNames = nameMatcher(named);

testTextCost('src/plugins/legacy-import', {
  timed: {
    'server/src/digest.ts#digestOf': digestOf,
    'server/src/digest.ts#sorted': given(bodyOf, sorted),
    'server/src/names/match-names.ts#nameMatcher': matchNames,
    'server/src/pages/address-key.ts#addressKey': (text) => [addressKey(text), addressKey(`https://${text}`)],
    'server/src/pages/address-key.ts#portalPath': (text) => [
      portalPath(`/a?${text}`, 'https://portal.example'),
      portalPath('/a', `https://${text}`),
    ],
    'server/src/pages/boilerplate.ts#isControl': isControl,
    'server/src/pages/boilerplate.ts#isFootHeading': isFootHeading,
    'server/src/pages/boilerplate.ts#isListHeading': isListHeading,
    'server/src/pages/boilerplate.ts#isSiteFoot': isSiteFoot,
    'server/src/pages/boilerplate.ts#isSiteName': isSiteName,
    'server/src/pages/date-line.ts#beginsWithDate': beginsWithDate,
    'server/src/pages/date-line.ts#findDate': findDate,
    'server/src/pages/decode-page.ts#decodePage': given(
      (text) => [
        Buffer.from(text),
        Buffer.from(text, 'utf16le'),
        Buffer.from(`<meta charset=latin1>\xff${text}`, 'latin1'),
      ],
      (pages) => each(pages, decodePage),
    ),
    'server/src/pages/html/guard-markup.ts#guardMarkup': guardMarkup,
    'server/src/pages/html/page-tree.ts#parsePage': given(htmlPages, (pages) => each(pages, parsePage)),
    'server/src/pages/html/read-html-page.ts#readHtmlPage': given(htmlPages, (pages) => each(pages, readHtmlPage)),
    'server/src/pages/html/site-title.ts#partsOfTitle': partsOfTitle,
    'server/src/pages/html/site-title.ts#withoutSiteName': withoutSiteName,
    'server/src/pages/identity.ts#identityOf': (text) => identityOf({ address: text, title: text, day: '2021-02-19' }),
    'server/src/pages/list-line.ts#readStamp': readStamp,
    'server/src/pages/own-line.ts#ownLine': given(listOf, (list) =>
      ownLine(list, { title: TITLE, day: '2021-02-19', address: '/a' }),
    ),
    'server/src/pages/read-page.ts#readPage': given(
      (text) => textPages(text).map((page) => Buffer.from(page)),
      (pages) => each(pages, (bytes) => readPage(bytes, 'a.txt')),
    ),
    'server/src/pages/same-title.ts#listedMatcher': given(linesOf, (lines) =>
      lines.map(listedMatcher(lines.join(' '))),
    ),
    'server/src/pages/same-title.ts#sameTitle': (text) => sameTitle(text, TITLE),
    'server/src/pages/same-title.ts#titleMatcher': given(
      (text) => ({ lines: linesOf(halves(text)[0]), list: listOf(halves(text)[1]) }),
      ({ lines, list }) => lines.map(titleMatcher(list.map(({ title }) => `${TITLE} ${title}…`))),
    ),
    'server/src/pages/text/is-caption.ts#isCaption': given(linesOf, (lines) =>
      lines.map((_, index) => isCaption(lines, index)),
    ),
    'server/src/pages/text/read-text-page.ts#readTextPage': given(textPages, (pages) => each(pages, readTextPage)),
    'server/src/pages/text/text-tables.ts#tablesOf': given(linesOf, tablesOf),
    'server/src/pages/text/text-title.ts#findTextTitle': given(
      (text) => ({ lines: linesOf(halves(text)[0]), list: listOf(halves(text)[1]) }),
      ({ lines, list }) => findTextTitle(lines, list, '2021-02-19'),
    ),
    'server/src/pages/without-inner-files.ts#withoutInnerFiles': withoutInnerFiles,
    'server/src/pictures/image-kind.ts#imageKind': given(Buffer.from, imageKind),
  },
  exempt: {
    'a step of readHtmlPage, timed as part of it': [
      'server/src/pages/html/boilerplate-elements.ts#boilerplateElements',
      'server/src/pages/html/find-body.ts#findBody',
      'server/src/pages/html/find-date-line.ts#findDateLine',
      'server/src/pages/html/find-title.ts#findTitle',
      'server/src/pages/html/page-lines.ts#firstOrder',
      'server/src/pages/html/page-lines.ts#pageLines',
      'server/src/pages/html/page-tree.ts#ancestors',
      'server/src/pages/html/page-tree.ts#blockOf',
      'server/src/pages/html/page-tree.ts#contains',
      'server/src/pages/html/page-tree.ts#elementOf',
      'server/src/pages/html/page-tree.ts#holderOf',
      'server/src/pages/html/page-tree.ts#renumber',
      'server/src/pages/html/page-tree.ts#within',
      'server/src/pages/html/read-body.ts#readBody',
      'server/src/pages/html/read-list.ts#listEntries',
      'server/src/pages/html/read-list.ts#readList',
    ],
    'reads files by names of the command line': [
      'server/src/articles/page-pictures.ts#findPictures',
      'server/src/pictures/find-picture.ts#findPicture',
      'server/src/run/list-files.ts#listFiles',
      'server/src/run/read-file.ts#readPageFile',
    ],
    'is ownLine for a page': ['server/src/pages/time-of-day.ts#publishedOn'],
    'writes names of files and reasons of refusals': ['server/src/report/summary.ts#summary'],
  },
});
