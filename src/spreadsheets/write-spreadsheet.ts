import { ZipFile } from 'yazl';
import { writableText } from '../vietnamese';
import { columnLetters } from './spreadsheet';

/** A column of a sheet to fill: its heading, its width in characters, and whether it takes whole numbers alone. */
type WrittenColumn = { heading: string; width: number; isCount?: boolean };

/** A sheet to fill: texts below its headings, by column; null leaves a cell empty. */
export type WrittenSheet = {
  name: string;
  columns: readonly WrittenColumn[];
  rows: readonly (readonly (string | null)[])[];
};

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** Rows for which a count is checked as it is typed. */
const CHECKED_ROWS = 6_000;
const LARGEST = 999_999_999;
/** Style 1 is of headings; style 2 of texts that a spreadsheet shall not take for dates. */
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE2E8F0"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** An XLSX file with sheets to fill, whose headings stay in view. */
export async function writeSpreadsheet(sheets: readonly WrittenSheet[]): Promise<Buffer> {
  const archive = new ZipFile();
  const add = (name: string, xml: string) => archive.addBuffer(Buffer.from(DECLARATION + xml), name);
  const parts = sheets.map((sheet, index) => ({ sheet, id: index + 1 }));
  add('[Content_Types].xml', contentTypes(parts.map(({ id }) => id)));
  add('_rels/.rels', relationships([['officeDocument', 'xl/workbook.xml']]));
  const list = parts.map(({ sheet, id }) => `<sheet name="${escaped(sheet.name)}" sheetId="${id}" r:id="rId${id}"/>`);
  add('xl/workbook.xml', `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><sheets>${list.join('')}</sheets></workbook>`); // prettier-ignore
  const related = parts.map(({ id }) => ['worksheet', `worksheets/sheet${id}.xml`] as const);
  add('xl/_rels/workbook.xml.rels', relationships([...related, ['styles', 'styles.xml']]));
  add('xl/styles.xml', STYLES);
  for (const { sheet, id } of parts) add(`xl/worksheets/sheet${id}.xml`, worksheet(sheet));
  archive.end();
  const chunks: Buffer[] = [];
  for await (const chunk of archive.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function worksheet({ columns, rows }: WrittenSheet): string {
  const cell = (text: string | null, column: number, row: number, style: number) =>
    text === null
      ? ''
      : `<c r="${columnLetters(column + 1)}${row}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
  const line = (texts: readonly (string | null)[], row: number, style: number) =>
    `<row r="${row}">${texts.map((text, column) => cell(text, column, row, style)).join('')}</row>`;
  const headings = columns.map(({ heading }) => heading);
  const widths = columns.map(({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`); // prettier-ignore
  const counts = columns.flatMap(({ isCount }, at) => {
    const letters = columnLetters(at + 1);
    return isCount ? [`${letters}2:${letters}${CHECKED_ROWS}`] : [];
  });
  return (
    `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
    `<cols>${widths.join('')}</cols><sheetData>${line(headings, 1, 1)}${rows.map((row, at) => line(row, at + 2, 2)).join('')}</sheetData>` +
    `${counts.length > 0 ? validation(counts) : ''}</worksheet>`
  );
}

const validation = (ranges: readonly string[]): string =>
  `<dataValidations count="1"><dataValidation type="whole" operator="between" allowBlank="1" showErrorMessage="1" errorTitle="Số liệu" error="Cần một số nguyên từ 0, ví dụ 1234." sqref="${ranges.join(' ')}"><formula1>0</formula1><formula2>${LARGEST}</formula2></dataValidation></dataValidations>`;

const relationships = (targets: readonly (readonly [type: string, target: string])[]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${targets
    .map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

const contentTypes = (sheets: readonly number[]): string => {
  const override = (name: string, type: string) => `<Override PartName="/xl/${name}.xml" ContentType="${CONTENT}.${type}+xml"/>`; // prettier-ignore
  return (
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
    `${override('workbook', 'sheet.main')}${override('styles', 'styles')}${sheets.map((id) => override(`worksheets/sheet${id}`, 'worksheet')).join('')}</Types>`
  );
};

const escaped = (text: string): string =>
  writableText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
