/** Gives some bytes of a file; fewer where it ends. */
export type Read = (offset: number, length: number) => Promise<Buffer>;

/** Top-level boxes of AVIF and MP4 (ISO/IEC 14496-12, 23008-12, DASH). What is none of them is not part of such a file. */
const KNOWN = new Set(
  'ftyp styp pdin moov moof mfra mdat meta meco sidx ssix prft free skip uuid wide emsg idat grpl beam'.split(' '),
);

/** The types of a file's top-level boxes, in order. Throws a RangeError unless they fill the file exactly. */
export async function topLevelBoxes(read: Read, size: number): Promise<string[]> {
  const types: string[] = [];
  let at = 0;
  while (at < size) {
    const head = await read(at, 16);
    const type = head.toString('latin1', 4, 8);
    let length = head.readUInt32BE(0);
    if (length === 0) length = size - at;
    else if (length === 1) length = Number(head.readBigUInt64BE(8));
    if (!KNOWN.has(type) || length < 8 || at + length > size) throw new RangeError(`a box that is none: ${type}`);
    types.push(type);
    at += length;
  }
  return types;
}
