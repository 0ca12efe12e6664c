import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** The files at some paths, and the paths at which there is none. */
type FilesFound = { files: string[]; refused: { file: string; reason: string }[] };

const PAGE = /\.(?:x?html?|txt|text)$/i;
// What a browser puts beside a saved page: its pictures, and pages of advertisements.
const BESIDE_PAGE = /(?:_files|\.files)$/i;

async function pagesIn(folder: string): Promise<string[]> {
  const entries: Dirent[] = await readdir(folder, { withFileTypes: true });
  entries.sort((one, other) => (one.name < other.name ? -1 : 1));
  const found: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory() && !BESIDE_PAGE.test(entry.name)) found.push(...(await pagesIn(path)));
    else if (entry.isFile() && PAGE.test(entry.name)) found.push(path);
  }
  return found;
}

/** Files as they are given, and of folders every text and HTML page inside, in order, each once. */
export async function listFiles(paths: string[]): Promise<FilesFound> {
  const files: string[] = [];
  const refused: FilesFound['refused'] = [];
  for (const path of paths) {
    try {
      const about = await stat(path);
      const found = about.isDirectory() ? await pagesIn(path) : [path];
      if (found.length === 0) refused.push({ file: path, reason: 'thư mục không có trang nào (.html, .htm, .txt)' });
      files.push(...found);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      refused.push({
        file: path,
        reason: code === 'ENOENT' ? 'không có tệp hay thư mục này' : `không đọc được (${code})`,
      });
    }
  }
  return { files: [...new Set(files)], refused };
}
