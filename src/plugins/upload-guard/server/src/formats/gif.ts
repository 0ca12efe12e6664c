const TRAILER = 0x3b;
const EXTENSION = 0x21;
const IMAGE = 0x2c;

const colourTable = (packed: number) => (packed & 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0);

function afterBlocks(bytes: Buffer, from: number): number {
  let at = from;
  for (let size = bytes.readUInt8(at); size !== 0; size = bytes.readUInt8(at)) at += size + 1;
  return at + 1;
}

/** Where a GIF ends: after its trailer. Throws a RangeError where it does not. */
export function gifEnd(bytes: Buffer): number {
  let at = 13 + colourTable(bytes.readUInt8(10));
  for (;;) {
    const block = bytes.readUInt8(at);
    if (block === TRAILER) return at + 1;
    if (block === EXTENSION) at = afterBlocks(bytes, at + 2);
    else if (block === IMAGE) at = afterBlocks(bytes, at + 11 + colourTable(bytes.readUInt8(at + 9)));
    else throw new RangeError('no block where a GIF must have one');
  }
}
