/** Where a PNG ends: after its chunk IEND. Throws a RangeError where it does not. */
export function pngEnd(bytes: Buffer): number {
  let at = 8;
  for (;;) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    at += length + 12;
    if (type === 'IEND') return at;
  }
}
