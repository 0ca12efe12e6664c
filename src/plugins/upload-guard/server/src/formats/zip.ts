import { RefusedFile } from '../refused-file';

export type Entry = { name: string; method: number; size: number; start: number };

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

/**
 * What a ZIP archive lists. It must be nothing else besides: the first file at its first byte, the list right before the
 * end, no comment. Throws a RangeError where it is not whole.
 */
export function zipEntries(bytes: Buffer): Entry[] {
  const end = bytes.length - 22;
  if (bytes.readUInt32LE(end) !== END || bytes.readUInt32LE(end + 4) !== 0) throw new RangeError('no end of a ZIP');
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (at + bytes.readUInt32LE(end + 12) !== end) throw new RangeError('a ZIP with something in between');
  const entries = Array.from({ length: count }, () => {
    if (bytes.readUInt32LE(at) !== CENTRAL) throw new RangeError('a broken list of a ZIP');
    const nameLength = bytes.readUInt16LE(at + 28);
    const local = bytes.readUInt32LE(at + 42);
    if (bytes.readUInt32LE(local) !== LOCAL) throw new RangeError('a ZIP without a file that it lists');
    const entry = {
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      size: bytes.readUInt32LE(at + 20),
      start: local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28),
      local,
    };
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    return entry;
  });
  if (at !== end || !entries.some(({ local }) => local === 0)) throw new RangeError('a ZIP with something in front');
  if (entries.some(({ name }) => /^[/\\]|(?:^|[/\\])\.\.(?:[/\\]|$)|\0/.test(name))) throw new RefusedFile('foreign');
  return entries;
}
