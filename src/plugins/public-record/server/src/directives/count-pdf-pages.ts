import { constants, inflateSync } from 'node:zlib';

const HEADER_WITHIN = 1_024;
/** Bytes that all object streams of a file may have once they are inflated, and each. */
const MOST_INFLATED = 64_000_000;
const MOST_IN_ONE = 16_000_000;
/** Characters on each side of `/Type /Pages` in which its dictionary is looked for, and how many are looked at. */
const DICTIONARY = 200_000;
const MOST_NODES = 50;

/**
 * The number of pages of a PDF: the `/Count` of the root of its page tree (ISO 32000-1, 7.7.3.2), which stands in the file
 * as it is or in an object stream (7.5.7). After an incremental update the last root counts. Nothing else of the file is
 * read: a library for it would bring a whole renderer.
 *
 * @returns null where it cannot be told: for another format, an encrypted file whose objects are in streams, a broken one
 */
export function countPdfPages(bytes: Buffer): number | null {
  if (!bytes.subarray(0, HEADER_WITHIN).includes('%PDF-')) return null;
  const roots = [bytes.toString('latin1'), ...objectStreams(bytes)].flatMap(pageCounts);
  return roots.at(-1) ?? null;
}

/** The counts of the page trees' roots in a text, in its order. */
function pageCounts(text: string): number[] {
  const nodes = [...text.matchAll(/\/Type\s{0,8}\/Pages(?![A-Za-z])/g)].slice(-MOST_NODES);
  return nodes.flatMap(({ index }) => {
    const node = dictionaryAround(text, index);
    if (/\/Parent\b/.test(node)) return [];
    const [, count] = /\/Count\s+(\d{1,7})(?!\d)/.exec(node) ?? [];
    return count === undefined || Number(count) === 0 ? [] : [Number(count)];
  });
}

/** The dictionary in which a position is, without those in it. */
function dictionaryAround(text: string, position: number): string {
  const brackets = /<<|>>/g;
  const before = text.slice(Math.max(0, position - DICTIONARY), position);
  const after = text.slice(position, position + DICTIONARY);

  let depth = 0;
  let start = 0;
  for (const { 0: bracket, index } of [...before.matchAll(brackets)].reverse()) {
    depth += bracket === '<<' ? 1 : -1;
    if (depth === 1) {
      start = index + 2;
      break;
    }
  }
  depth = 1;
  let end = after.length;
  for (const { 0: bracket, index } of after.matchAll(brackets)) {
    depth += bracket === '<<' ? 1 : -1;
    if (depth === 0) {
      end = index;
      break;
    }
  }
  return withoutInner(before.slice(start) + after.slice(0, end));
}

function withoutInner(dictionary: string): string {
  let depth = 0;
  let own = '';
  for (const part of dictionary.split(/(<<|>>)/)) {
    if (part === '<<') depth += 1;
    else if (part === '>>') depth -= 1;
    else if (depth === 0) own += part;
  }
  return own;
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
    left -= text.length;
    yield text;
    position = bytes.indexOf('/ObjStm', end);
  }
}

function inflated(bytes: Buffer): string {
  try {
    return inflateSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MOST_IN_ONE }).toString('latin1');
  } catch {
    return '';
  }
}
