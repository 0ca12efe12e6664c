import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { dist, root } from '../paths.mjs';

/**
 * The files below a folder of the repository, as sorted paths relative to the repository.
 * @param {string} folder
 * @param {(file: string) => boolean} wanted
 */
export function filesBelow(folder, wanted = () => true) {
  const absolute = path.join(root, folder);
  if (!existsSync(absolute)) return [];
  return readdirSync(absolute, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name)))
    .filter(wanted)
    .sort();
}

/**
 * One hash over the contents of files, by which a build knows that it is still of this source.
 * @param {string[]} files relative to the repository
 * @param {string} also anything else the build depends on
 */
export function hashOf(files, also = '') {
  const hash = createHash('sha256').update(also);
  for (const file of files) {
    const absolute = path.join(root, file);
    hash.update(`\0${file}\0`).update(existsSync(absolute) ? readFileSync(absolute) : 'missing');
  }
  return hash.digest('hex');
}

/**
 * What the last finished build of this name left behind, or null.
 * @param {'server' | 'panel'} name
 * @returns {{ hash: string, files?: string[] } | null}
 */
export function readStamp(name) {
  try {
    return JSON.parse(readFileSync(stampFile(name), 'utf8'));
  } catch {
    // None yet, or cut off while it was written: either way the build is not known to be whole.
    return null;
  }
}

export function writeStamp(name, stamp) {
  mkdirSync(dist, { recursive: true });
  writeFileSync(stampFile(name), JSON.stringify(stamp));
}

function stampFile(name) {
  return path.join(dist, `.${name}-stamp.json`);
}
