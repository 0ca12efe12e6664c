import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { CapturedPage } from '../pages/captured-page';
import { PageRefused } from '../pages/page-refused';
import { LARGEST_PAGE, readPage } from '../pages/read-page';

/** A file as a page, or why it is not one. Never throws because of a file's content. */
type ReadFile = { file: string; page: CapturedPage } | { file: string; reason: string };

export async function readPageFile(file: string): Promise<ReadFile> {
  try {
    const about = await stat(file);
    if (!about.isFile()) throw new PageRefused('không phải là tệp');
    if (about.size > LARGEST_PAGE) throw new PageRefused('tệp lớn hơn 24 MB');
    return { file, page: readPage(await readFile(file), basename(file)) };
  } catch (error) {
    if (error instanceof PageRefused) return { file, reason: error.message };
    const { code, message } = error as NodeJS.ErrnoException;
    return { file, reason: code ? `không đọc được tệp (${code})` : `không đọc được trang: ${message}` };
  }
}
