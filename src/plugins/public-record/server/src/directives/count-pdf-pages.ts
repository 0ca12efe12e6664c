import { constants, inflateSync } from 'node:zlib';

const HEADER_WITHIN = 1_024;
/** Bytes that all object streams of a file may have once they are inflated, and each; a small one costs its start. */
const MOST_INFLATED = 64_000_000;
const MOST_IN_ONE = 16_000_000;
const START = 8_000;
/** Characters on each side of `/Type /Pages` in which its dictionary is looked for, and how often `/Pages` is looked at. */
const DICTIONARY = 200_000;
const MOST_NAMES = 200;

/**
 * The number of pages of a PDF: the `/Count` of the root of its page tree (ISO 32000-1, 7.7.3.2), which stands in the file
 * as it is or in an object stream (7.5.7). After an incremental update the last root counts. Nothing else of the file is
 * read: a library for it would bring a whole renderer. The work is bounded, whatever the file is made to be.
 *
 * @returns null where it cannot be told: for another format, an encrypted file whose objects are in streams, a broken one
 */
export function countPdfPages(bytes: Buffer): number | null {
  if (!bytes.subarray(0, HEADER_WITHIN).includes('%PDF-')) return null;
  let names = 0;
  for (const text of [bytes.toString('latin1'), ...objectStreams(bytes)].reverse()) {
    for (const position of fromTheEnd(text, '/Pages')) {
      names += 1;
      if (names > MOST_NAMES) return null;
      const count = rootCount(text, position);
      if (count !== null) return count;
    }
  }
  return null;
}

function* fromTheEnd(text: string, word: string): Generator<number> {
  let position = text.lastIndexOf(word);
  while (position >= 0) {
    yield position;
    position = position > 0 ? text.lastIndexOf(word, position - 1) : -1;
  }
}

/** The count of the page tree's root whose type is named at a position; null where it is no such root. */
function rootCount(text: string, position: number): number | null {
  const isType =
    /\/Type\s{0,8}$/.test(text.slice(Math.max(0, position - 20), position)) &&
    /^\/Pages(?![A-Za-z])/.test(text.slice(position, position + 10));
  if (!isType) return null;
  const node = dictionaryAround(text, position);
  if (/\/Parent\b/.test(node)) return null;
  const [, count] = /\/Count\s+(\d{1,7})(?!\d)/.exec(node) ?? [];
  return Number(count) || null;
}

/** The dictionary in which a position is, without those in it. */
function dictionaryAround(text: string, position: number): string {
  const start = startOfDictionary(text, position);
  const end = Math.min(text.length, position + DICTIONARY);
  let depth = 0;
  let own = '';
  let from = start;
  for (let at = start; at < end; at += 1) {
    const bracket = bracketAt(text, at);
    if (bracket === null) continue;
    if (depth === 0) own += text.slice(from, at);
    depth += bracket === '<<' ? 1 : -1;
    if (depth < 0) return own;
    at += 1;
    from = at + 1;
  }
  return depth === 0 ? own + text.slice(from, end) : own;
}

function startOfDictionary(text: string, position: number): number {
  const first = Math.max(0, position - DICTIONARY);
  let depth = 0;
  for (let at = position - 2; at >= first; at -= 1) {
    const bracket = bracketAt(text, at);
    if (bracket === null) continue;
    depth += bracket === '<<' ? 1 : -1;
    if (depth > 0) return at + 2;
    at -= 1;
  }
  return first;
}

const [LESS, GREATER] = [0x3c, 0x3e];

function bracketAt(text: string, at: number): '<<' | '>>' | null {
  const sign = text.charCodeAt(at);
  if ((sign !== LESS && sign !== GREATER) || text.charCodeAt(at + 1) !== sign) return null;
  return sign === LESS ? '<<' : '>>';
}

/** The objects of the compressed object streams, in the order of the file. */
function* objectStreams(bytes: Buffer): Generator<string> {
  let left = MOST_INFLATED;
  let position = bytes.indexOf('/ObjStm');
  while (position >= 0 && left > 0) {
    const keyword = bytes.indexOf('stream', position);
    if (keyword < 0) return;
    const start = keyword + 'stream'.length + (bytes[keyword + 'stream'.length] === 0x0d ? 2 : 1);
    const end = bytes.indexOf('endstream', start);
    if (end < 0) return;
    const text = inflated(bytes.subarray(start, end));
    left -= text === null ? MOST_IN_ONE : Math.max(text.length, START);
    if (text !== null) yield text;
    position = bytes.indexOf('/ObjStm', end);
  }
}

/** Null for what is no such stream, or too long: it may have cost as much as the longest. */
function inflated(bytes: Buffer): string | null {
  try {
    return inflateSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MOST_IN_ONE }).toString('latin1');
  } catch {
    return null;
  }
}
