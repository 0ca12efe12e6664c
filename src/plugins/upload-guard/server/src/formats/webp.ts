const METADATA = new Set(['EXIF', 'XMP ']);
/** Of the chunk VP8X: that the file has EXIF, and that it has XMP. */
const METADATA_FLAGS = 0x08 | 0x04;

type Chunk = { type: string; bytes: Buffer };

function chunksOf(bytes: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 12; at + 8 <= bytes.length;) {
    const length = bytes.readUInt32LE(at + 4);
    const next = at + 8 + length + (length % 2);
    chunks.push({ type: bytes.toString('latin1', at, at + 4), bytes: bytes.subarray(at, next) });
    at = next;
  }
  return chunks;
}

/** Whether a WebP of one frame keeps its pixels exactly. */
export const isLosslessWebp = (bytes: Buffer): boolean => chunksOf(bytes).some(({ type }) => type === 'VP8L');

/** A WebP without what programs say about it: EXIF and XMP. For a WebP that a decoder has read to its end. */
export function withoutWebpMetadata(bytes: Buffer): Buffer {
  const chunks = chunksOf(bytes);
  const kept = chunks.filter(({ type }) => !METADATA.has(type));
  if (kept.length === chunks.length) return bytes;
  const whole = Buffer.concat([bytes.subarray(0, 12), ...kept.map((chunk) => chunk.bytes)]);
  whole.writeUInt32LE(whole.length - 8, 4);
  if (whole.toString('latin1', 12, 16) === 'VP8X') whole.writeUInt8(whole.readUInt8(20) & ~METADATA_FLAGS, 20);
  return whole;
}
