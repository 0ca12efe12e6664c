import { columnLetters } from '../../src/spreadsheets';
import { type Compressed, zip } from './file-bytes';

/** A cell as a test writes it: a text, a number, nothing, or the XML inside `<c r="…"`, such as ` t="b"><v>1</v></c>`. Style 1 shows a day, 2 per cent. */
export type WrittenCell = string | number | null | { xml: string };

export type WrittenSheet = {
  name?: string;
  state?: 'hidden' | 'veryHidden';
  /** From row 1. */
  rows?: readonly (readonly WrittenCell[])[];
  hiddenRows?: readonly number[];
  /** `<col>` elements. */
  columns?: string;
  /** `A1:B2` */
  merged?: readonly string[];
  /** The whole worksheet in XML, instead. */
  xml?: string;
};

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A small XLSX file; `parts` are added to it or replace its own. */
export function xlsx(
  sheets: readonly WrittenSheet[],
  { parts = {}, workbook = '' }: { parts?: Record<string, string | Compressed>; workbook?: string } = {},
): Buffer {
  const list = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${escaped(name ?? `Sheet${at + 1}`)}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="rId${at + 1}"/>`,
  );
  const related = [...sheets.map((_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`]), ['styles', 'styles.xml'], ['sharedStrings', 'sharedStrings.xml']]; // prettier-ignore
  return zip({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}">${workbook}<sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(related),
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}"/>`,
    ...Object.fromEntries(
      sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheet.xml ?? worksheet(sheet)]),
    ),
    ...parts,
  });
}

const relationships = (targets: readonly (readonly string[])[]): string =>
  `<Relationships xmlns="${PACKAGE}">${targets
    .map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

function worksheet({ rows = [], hiddenRows = [], columns = '', merged = [] }: WrittenSheet): string {
  const written = rows.map((cells, at) => {
    const hidden = hiddenRows.includes(at + 1) ? ' hidden="1"' : '';
    return `<row r="${at + 1}"${hidden}>${cells.map((cell, column) => cellXml(`${columnLetters(column + 1)}${at + 1}`, cell)).join('')}</row>`;
  });
  return (
    `<worksheet xmlns="${MAIN}">${columns && `<cols>${columns}</cols>`}<sheetData>${written.join('')}</sheetData>` +
    `${merged.length > 0 ? `<mergeCells>${merged.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>` : ''}</worksheet>`
  );
}

function cellXml(reference: string, cell: WrittenCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') return `<c r="${reference}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
  return `<c r="${reference}"${cell.xml}`;
}
