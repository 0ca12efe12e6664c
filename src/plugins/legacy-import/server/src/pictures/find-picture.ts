import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, sep } from 'node:path';
import { toNfc } from '../../../../../vietnamese';
import { imageKind, type ImageKind } from './image-kind';

/** A picture in the folder of a saved page. */
export type FoundPicture = ImageKind & { path: string; name: string; bytes: Buffer };

const LARGEST = 50 * 1024 * 1024;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // A per cent sign that encodes nothing is part of the name.
  }
}

/** The names that an address may have on disk: browsers write them decoded, copies keep them encoded. */
function localNames(src: string): string[] {
  const path = src.replace(/[?#].*$/s, '').replaceAll('\\', '/');
  return [...new Set([decoded(path), path])];
}

/** The entry of a folder with a name, whichever normal form either is written in. */
async function entryNamed(folder: string, name: string): Promise<string | null> {
  const entries = await readdir(folder).catch(() => []);
  const wanted = toNfc(name).toLowerCase();
  const found =
    entries.find((entry) => entry === name) ?? entries.find((entry) => toNfc(entry).toLowerCase() === wanted);
  return found === undefined ? null : join(folder, found);
}

/** A relative path inside the folder, entry by entry; null when it is not there or would leave the folder. */
async function inside(folder: string, path: string): Promise<string | null> {
  let at: string | null = folder;
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' || part.includes('\0') || !at) return null;
    at = await entryNamed(at, part);
  }
  if (!at || at === folder) return null;
  // A link in the folder must not lead out of it either.
  const [real, root] = await Promise.all([realpath(at), realpath(folder)]).catch(() => ['', '']);
  return real.startsWith(root + sep) ? at : null;
}

/** Where a page's picture may lie: at its relative address, else by its name in the page's own `…_files` folder or beside it. */
async function candidates(pagePath: string, src: string): Promise<string[]> {
  const folder = dirname(pagePath);
  const page = basename(pagePath, extname(pagePath));
  const relative = !/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(src);
  const paths: (string | null)[] = [];
  for (const name of localNames(src)) {
    const base = name.split('/').pop() ?? '';
    if (relative) paths.push(await inside(folder, name));
    if (base === '') continue;
    for (const beside of [`${page}_files`, `${page}.files`, '']) paths.push(await inside(folder, `${beside}/${base}`));
  }
  return paths.filter((path) => path !== null);
}

/**
 * The picture of a saved page, read from the page's own folder and never from anywhere else; no address is fetched.
 * Null when there is none, or when it is not a raster image.
 */
export async function findPicture(pagePath: string, src: string): Promise<FoundPicture | null> {
  if (src === '' || /^(?:data|javascript):/i.test(src)) return null;
  for (const path of await candidates(pagePath, src)) {
    const about = await stat(path).catch(() => null);
    if (!about?.isFile() || about.size === 0 || about.size > LARGEST) continue;
    const bytes = await readFile(path).catch(() => null);
    const kind = bytes && imageKind(bytes);
    if (bytes && kind) return { ...kind, path, name: basename(path), bytes };
  }
  return null;
}
