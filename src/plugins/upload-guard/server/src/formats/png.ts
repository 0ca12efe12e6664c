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

const METADATA = new Set(['eXIf', 'tEXt', 'zTXt', 'iTXt']);

/** A PNG without what programs say about it: EXIF, and the chunks of text, in which XMP is. For a PNG that has an end. */
export function withoutPngMetadata(bytes: Buffer): Buffer {
  const kept = [bytes.subarray(0, 8)];
  const end = pngEnd(bytes);
  for (let at = 8; at < end;) {
    const next = at + bytes.readUInt32BE(at) + 12;
    if (!METADATA.has(bytes.toString('latin1', at + 4, at + 8))) kept.push(bytes.subarray(at, next));
    at = next;
  }
  return Buffer.concat([...kept, bytes.subarray(end)]);
}
