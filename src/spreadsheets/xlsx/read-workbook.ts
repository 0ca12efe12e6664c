import path from 'node:path';
import { CellBudget } from '../cell-budget';
import { LIMITS, type Sheet, UnreadableSpreadsheet } from '../spreadsheet';
import { readStyles } from './number-formats';
import { brokenFile, PackageParts } from './package-parts';
import { readSheet } from './read-sheet';
import { readSharedStrings } from './read-texts';
import { readXml } from './read-xml';

type Relationship = { id: string; type: string; target: string };
type SheetEntry = { name: string; isHidden: boolean; relationship: string };

const OTHER_PROGRAM =
  'Tệp không phải “Excel Workbook (.xlsx)”: hãy mở bằng phần mềm bảng tính, chọn “Lưu thành” (Save As), kiểu ấy, rồi nhập lại.';

/** The worksheets of an XLSX file, in their order; charts and dialogs are no worksheets. */
export async function readWorkbook(bytes: Buffer): Promise<Sheet[]> {
  const parts = await PackageParts.open(bytes);
  const [workbook] = targets(await relationships(parts, ''), 'officeDocument');
  if (workbook === undefined || !/\.xml$/i.test(workbook)) throw new UnreadableSpreadsheet(OTHER_PROGRAM);
  const { sheets, is1904 } = await readSheetList(parts, workbook);
  const related = await relationships(parts, workbook);
  const [strings] = targets(related, 'sharedStrings');
  const [styleSheet] = targets(related, 'styles');
  const shared = {
    strings: strings === undefined ? [] : await readSharedStrings(parts.read(strings)),
    styles: styleSheet === undefined ? [] : await readStyles(parts.read(styleSheet)),
    is1904,
    budget: new CellBudget(),
  };
  const found: Sheet[] = [];
  for (const { name, isHidden, relationship } of sheets) {
    const part = related.find(({ id, type }) => id === relationship && /\/worksheet$/.test(type));
    if (part) found.push({ name, isHidden, ...(await readSheet(parts.read(part.target), shared)) });
  }
  if (found.length === 0) throw new UnreadableSpreadsheet(OTHER_PROGRAM);
  return found;
}

async function readSheetList(parts: PackageParts, workbook: string) {
  const sheets: SheetEntry[] = [];
  let is1904 = false;
  await readXml(parts.read(workbook), {
    open(name, attributes) {
      if (name === 'workbookPr') is1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([attribute]) => /:id$/.test(attribute))?.[1];
      if (id === undefined || sheets.length >= LIMITS.sheets) throw brokenFile();
      sheets.push({ name: attributes.name ?? '', isHidden: /hidden$/i.test(attributes.state ?? ''), relationship: id });
    },
  });
  return { sheets, is1904 };
}

/** The relationships of a part, of the package itself for ''; their targets as names of parts. */
async function relationships(parts: PackageParts, part: string): Promise<Relationship[]> {
  const name = path.posix.join(path.posix.dirname(part), '_rels', `${path.posix.basename(part)}.rels`);
  if (!parts.has(name)) return [];
  const found: Relationship[] = [];
  await readXml(parts.read(name), {
    open(element, { Id = '', Type = '', Target = '', TargetMode }) {
      if (element !== 'Relationship' || TargetMode === 'External') return;
      const target = path.posix.join('/', path.posix.dirname(part), Target);
      found.push({ id: Id, type: Type, target: (Target.startsWith('/') ? path.posix.join(Target) : target).slice(1) });
    },
  });
  return found;
}

const targets = (all: readonly Relationship[], type: string): string[] =>
  all.filter((one) => one.type.endsWith(`/${type}`)).map(({ target }) => target);
