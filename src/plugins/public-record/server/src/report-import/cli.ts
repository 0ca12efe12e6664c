import { readFile, stat } from 'node:fs/promises';
import type { Core } from '@strapi/strapi';
import { LIMITS } from '../../../../../spreadsheets';
import type { ReportImportOptions, ReportImportResult } from '../services/report-import';
import type { ImportProblem } from './problems';

/** Where the command speaks. */
type Terminal = { stdout: NodeJS.WritableStream; stderr: NodeJS.WritableStream };

/** Reports between two lines of progress. */
const STEP = 50;

/**
 * The command `npm run reports -- import FILE`: reports from a spreadsheet, as drafts. Never ends the process itself.
 *
 * @param file its absolute path
 * @returns the exit code: 0 done, 1 when anything was refused
 */
export async function importFile(
  strapi: Core.Strapi,
  file: string,
  options: Pick<ReportImportOptions, 'agency' | 'period' | 'isTrial'>,
  { stdout, stderr }: Terminal,
): Promise<number> {
  // What is larger is refused by its size alone.
  const { size } = await stat(file);
  const bytes = size > LIMITS.file ? Buffer.alloc(LIMITS.file + 1) : await readFile(file);
  const onProgress = (done: number, all: number) => {
    if (done % STEP === 0 || done === all) stdout.write(`Đã ghi ${done}/${all} báo cáo\n`);
  };
  const result: ReportImportResult = await strapi
    .plugin('public-record')
    .service('reportImport')
    .from({ bytes }, { ...options, onProgress });
  for (const note of result.notes) stdout.write(`Lưu ý: ${note}\n`);
  if (result.problems.length > 0) {
    for (const problem of result.problems) stderr.write(`${problemLine(problem)}\n`);
    if (result.moreProblems > 0) stderr.write(`… và ${result.moreProblems} lỗi khác.\n`);
    stderr.write('\nChưa nhập báo cáo nào: hãy sửa các chỗ trên rồi chạy lại.\n');
    return 1;
  }
  const { created, changed, unchanged, rows } = result;
  stdout.write(
    `${options.isTrial ? 'Chạy thử, chưa ghi gì. ' : ''}Báo cáo mới: ${created.length} · Thay đổi: ${changed.length} · Giữ nguyên: ${unchanged.length} · Dòng số liệu: ${rows}\n`,
  );
  if (created.length + changed.length === 0) stdout.write('Không có gì thay đổi.\n');
  return 0;
}

/** A problem in a line: `Trang “Quý III”, dòng 12, cột E “Trực tuyến”: …`. */
function problemLine({ sheet, row, column, problem }: ImportProblem): string {
  const place = [sheet && `trang “${sheet}”`, row !== null && `dòng ${row}`, column && `cột ${column}`].filter(Boolean);
  const text = `${place.join(', ')}${place.length > 0 ? ': ' : ''}${problem}`;
  return text[0]!.toUpperCase() + text.slice(1);
}
