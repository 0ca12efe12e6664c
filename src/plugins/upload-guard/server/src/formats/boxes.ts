/** Reads some bytes of a file; fewer where it ends. */
export type ReadRange = (offset: number, length: number) => Promise<Buffer>;

/** Top-level boxes of AVIF and MP4 (ISO/IEC 14496-12, 23008-12, DASH). */
const KNOWN = new Set(
  'ftyp styp pdin moov moof mfra mdat meta meco sidx ssix prft free skip uuid wide emsg idat grpl beam'.split(' '),
);
const LONGEST_HEADER = 16;
/** Read at a time, so that a file of many small boxes takes few reads. */
const WINDOW = 65_536;

/**
 * The types of a file's top-level boxes. Throws a RangeError unless they fill the file exactly: file-type reads the
 * first box only, and players ignore what follows the last.
 */
export async function topLevelBoxes(read: ReadRange, size: number): Promise<Set<string>> {
  const types = new Set<string>();
  let window: Buffer = Buffer.alloc(0);
  let windowStart = 0;
  for (let at = 0; at < size;) {
    if (at + LONGEST_HEADER > windowStart + window.length) {
      window = await read(at, WINDOW);
      windowStart = at;
    }
    const header = window.subarray(at - windowStart);
    const type = header.toString('latin1', 4, 8);
    let length = header.readUInt32BE(0);
    if (length === 0) length = size - at;
    else if (length === 1) length = Number(header.readBigUInt64BE(8));
    if (!KNOWN.has(type) || length < 8 || at + length > size) throw new RangeError(`not a top-level box: ${type}`);
    types.add(type);
    at += length;
  }
  return types;
}
