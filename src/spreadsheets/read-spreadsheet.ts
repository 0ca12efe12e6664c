import { csvRows } from '../csv/csv-rows';
import { CellBudget } from './cell-budget';
import { LIMITS, type Sheet, UnreadableSpreadsheet } from './spreadsheet';
import { readWorkbook } from './xlsx/read-workbook';

const SAVE_AS =
  'mở tệp bằng phần mềm bảng tính, chọn “Lưu thành” (Save As), kiểu “Excel Workbook (.xlsx)”, rồi nhập lại';
const OLD_OFFICE_FILE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ENCRYPTED_PART = Buffer.from('EncryptedPackage', 'utf16le');
const ZIP = Buffer.from('PK\x03\x04', 'latin1');
const UTF16 = [
  ['utf-16le', Buffer.from([0xff, 0xfe])],
  ['utf-16be', Buffer.from([0xfe, 0xff])],
] as const;

/**
 * The sheets of a file: XLSX, or CSV in UTF-8 or UTF-16, known by its bytes, whatever its name. Nothing of it is calculated
 * or run.
 *
 * @throws UnreadableSpreadsheet for a file that is none, is broken, locked, or too large
 */
export async function readSpreadsheet(bytes: Buffer): Promise<Sheet[]> {
  if (bytes.length > LIMITS.file) {
    throw new UnreadableSpreadsheet(`Tệp quá lớn: nhiều nhất ${LIMITS.file / 1_000_000} MB.`);
  }
  if (startsWith(bytes, OLD_OFFICE_FILE)) {
    throw new UnreadableSpreadsheet(
      bytes.includes(ENCRYPTED_PART)
        ? 'Tệp có mật khẩu mở: hãy bỏ mật khẩu, lưu lại rồi nhập.'
        : `Tệp kiểu Excel cũ (.xls): hãy ${SAVE_AS}.`,
    );
  }
  if (startsWith(bytes, ZIP)) return readWorkbook(bytes);
  return [csvSheet(decodedText(bytes))];
}

/** The sheet of cells that were copied from a spreadsheet, or of a CSV text. */
export function csvSheet(text: string): Sheet {
  if (text.length > LIMITS.text) {
    throw new UnreadableSpreadsheet(
      `Văn bản quá dài: nhiều nhất ${LIMITS.text.toLocaleString('vi')} ký tự. Hãy chia ra nhiều lần.`,
    );
  }
  if (/^\uFEFF?\s{0,1000}</.test(text)) {
    throw new UnreadableSpreadsheet(`Tệp là trang web hay XML mang đuôi của bảng tính: hãy ${SAVE_AS}.`);
  }
  const rows = csvRows(text, LIMITS.lines + 1);
  if (!rows) {
    throw new UnreadableSpreadsheet('Có một dấu ngoặc kép (") chưa đóng: mỗi dấu mở cần một dấu đóng.');
  }
  if (rows.length > LIMITS.lines) {
    throw new UnreadableSpreadsheet(
      `Có quá nhiều dòng: nhiều nhất ${LIMITS.lines.toLocaleString('vi')}. Hãy chia ra nhiều lần.`,
    );
  }
  const budget = new CellBudget();
  return {
    name: '',
    isHidden: false,
    isHiddenColumn: () => false,
    rows: rows.map(({ line, fields }) => {
      const filled = fields.flatMap((field, at) => {
        if (field === '') return [];
        const cell = { type: 'text' as const, text: field };
        budget.take(cell);
        return [[at + 1, cell] as const];
      });
      return { number: line, isHidden: false, cells: new Map(filled) };
    }),
  };
}

/** A text that a spreadsheet saved: “CSV UTF-8”, or “Unicode Text”, which is UTF-16. */
function decodedText(bytes: Buffer): string {
  const [encoding] = UTF16.find(([, mark]) => startsWith(bytes, mark)) ?? ['utf-8'];
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch (error) {
    if ((error as { code?: string }).code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error;
  }
  throw new UnreadableSpreadsheet(
    `Không đọc được tệp: cần tệp .xlsx, hoặc .csv lưu ở dạng “CSV UTF-8”. Nếu là bảng tính, hãy ${SAVE_AS}.`,
  );
}

const startsWith = (bytes: Buffer, start: Buffer): boolean => bytes.subarray(0, start.length).equals(start);
