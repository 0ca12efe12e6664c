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
 * A hash of the contents of files, which tells whether a build is stale.
 * @param {string[]} files relative to the repository
 * @param {string} also other input of the build
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
 * The record of the last finished build of this name, or null.
 * @param {'server' | 'panel'} name
 * @returns {{ hash: string, files?: string[] } | null}
 */
export function readStamp(name) {
  try {
    return JSON.parse(readFileSync(stampFile(name), 'utf8'));
  } catch {
    // Missing, or incomplete: the build is not known to be finished.
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
