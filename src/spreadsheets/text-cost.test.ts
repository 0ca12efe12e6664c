import { given, testTextCost } from '../../tests/helpers/text-cost';
import { xlsx } from '../../tests/helpers/xlsx';
import { csvSheet, readSpreadsheet } from '.';
import { dayOfNumber, isDateFormat, readStyles } from './xlsx/number-formats';
import { readSheet } from './xlsx/read-sheet';
import { readSharedStrings, unescaped } from './xlsx/read-texts';
import { readWorkbook } from './xlsx/read-workbook';
import { readXml } from './xlsx/read-xml';
import { storedDecimal } from './xlsx/stored-decimal';
import { CellBudget } from './cell-budget';

async function* pieces(text: string) {
  for (let at = 0; at < text.length; at += 65_536) yield text.slice(at, at + 65_536);
}

const escaped = (text: string): string =>
  text
    .replace(/[^\t\n -~]/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;');
const inside = (element: string) => (text: string) => `<${element}>${escaped(text)}</${element}>`;
const workbook = () => ({ strings: [], styles: [], is1904: false, budget: new CellBudget() });
const workbookOf = (text: string): Buffer => {
  const cells = text.match(/[^]{1,30000}/g) ?? [];
  return xlsx([{ rows: cells.map((cell) => [cell]) }]);
};

testTextCost('src/spreadsheets', {
  timed: {
    'read-spreadsheet.ts#csvSheet': csvSheet,
    'read-spreadsheet.ts#readSpreadsheet': given((text) => Buffer.from(text), readSpreadsheet),
    'xlsx/number-formats.ts#isDateFormat': isDateFormat,
    'xlsx/number-formats.ts#dayOfNumber': (text) => dayOfNumber(text, false),
    'xlsx/number-formats.ts#readStyles': given(inside('styleSheet'), (xml) => readStyles(pieces(xml))),
    'xlsx/read-sheet.ts#readSheet': given(inside('worksheet'), (xml) => readSheet(pieces(xml), workbook())),
    'xlsx/read-texts.ts#unescaped': unescaped,
    'xlsx/read-texts.ts#readSharedStrings': given(inside('t'), (xml) => readSharedStrings(pieces(xml))),
    'xlsx/read-workbook.ts#readWorkbook': given(workbookOf, readWorkbook),
    'xlsx/read-xml.ts#readXml': (text) => readXml(pieces(text), { open: () => undefined }),
    'xlsx/stored-decimal.ts#storedDecimal': storedDecimal,
  },
});
