import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { storeFile } from '../../../../../strapi-internals/upload-service';
import { toNfc } from '../../../../../vietnamese';
import type { ImportReport } from '../services/import';

/** Where the command speaks. */
type Terminal = { stdout: NodeJS.WritableStream; stderr: NodeJS.WritableStream };

const MEDIA_TYPES: Record<string, string> = { '.pdf': 'application/pdf' };

/**
 * The command `npm run directives -- import FOLDER`: a CSV and the files that it names, as drafts. Never ends the process itself.
 *
 * @param folder its absolute path
 * @returns the exit code: 0 done, 1 when anything was refused
 */
export async function importFolder(strapi: Core.Strapi, folder: string, { stdout, stderr }: Terminal): Promise<number> {
  // By their names in NFC, as lists have them; a disk may have them decomposed.
  const entries = new Map((await readdir(folder)).map((name) => [toNfc(name), name]));
  const names = [...entries.keys()];
  const lists = names.filter((name) => /\.csv$/i.test(name));
  if (lists.length !== 1) {
    stderr.write(
      `${folder} cần có đúng một tệp .csv, đang có ${lists.length}. Lấy mẫu: npm run directives -- template\n`,
    );
    return 1;
  }
  const csv = decoded(await readFile(path.join(folder, entries.get(lists[0]!)!)));
  if (csv === null) {
    stderr.write(`${lists[0]} không phải văn bản UTF-8: hãy lưu lại ở dạng CSV UTF-8.\n`);
    return 1;
  }
  const stored: number[] = [];
  const store = async (wanted: string[]) => {
    const files = new Map<string, number>();
    for (const name of wanted) {
      const filepath = path.join(folder, entries.get(name)!);
      const { size } = await stat(filepath);
      const mimetype = MEDIA_TYPES[path.extname(name).toLowerCase()] ?? 'application/octet-stream';
      const { id } = await storeFile(strapi, { filepath, originalFilename: name, mimetype, size }, { name });
      files.set(name, id);
      stored.push(id);
    }
    return files;
  };
  const removeStored = () => Promise.all(stored.map((id) => removeFile(strapi, id)));

  try {
    const report: ImportReport = await strapi.plugin('public-record').service('import').fromCsv(csv, { names, store });
    if (report.refused.length > 0) await removeStored();
    return tell(report, { stdout, stderr });
  } catch (error) {
    await removeStored();
    if ((error as { name?: string }).name !== 'ApplicationError') throw error;
    stderr.write(`${(error as Error).message}\n\nChưa nhập văn bản nào.\n`);
    return 1;
  }
}

function tell({ created, existing, refused }: ImportReport, { stdout, stderr }: Terminal): number {
  for (const { line, column, problem } of refused) {
    stderr.write(`Dòng ${line}${column === null ? '' : `, cột “${column}”`}: ${problem}\n`);
  }
  if (refused.length > 0) {
    stderr.write('\nChưa nhập văn bản nào: hãy sửa các ô trên rồi chạy lại.\n');
    return 1;
  }
  stdout.write(`Tạo mới: ${created.length} bản nháp · Đã có, giữ nguyên: ${existing.length}\n`);
  if (created.length === 0) stdout.write('Không có gì thay đổi.\n');
  return 0;
}

const removeFile = async (strapi: Core.Strapi, id: number): Promise<void> => {
  const file = await strapi.db.query('plugin::upload.file').findOne({ where: { id } });
  if (file) await strapi.plugin('upload').service('upload').remove(file);
};

function decoded(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
