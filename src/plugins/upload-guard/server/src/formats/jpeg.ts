const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;

const standsAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

/** Where entropy-coded data ends: at the first marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes.readUInt8(at + 1);
    if (next !== 0x00 && next !== 0xff && !standsAlone(next)) return at;
  }
  throw new RangeError('a JPEG without an end');
}

function oneImage(bytes: Buffer, start: number): number {
  let at = start + 2;
  for (;;) {
    if (bytes.readUInt8(at) !== 0xff) throw new RangeError('no marker where a JPEG must have one');
    while (bytes.readUInt8(at) === 0xff) at += 1;
    const marker = bytes.readUInt8(at);
    at += 1;
    if (marker === EOI) return at;
    if (standsAlone(marker)) continue;
    at += bytes.readUInt16BE(at);
    if (marker === SOS) at = endOfScan(bytes, at);
  }
}

/**
 * Where a JPEG ends, past the further images that telephones put after the first (CIPA DC-007, Multi-Picture Format:
 * previews, gain maps). Throws a RangeError where it does not end.
 */
export function jpegEnd(bytes: Buffer): number {
  let end = oneImage(bytes, 0);
  for (;;) {
    let next = end;
    while (bytes[next] === 0) next += 1;
    if (bytes[next] !== 0xff || bytes[next + 1] !== SOI || bytes[next + 2] !== 0xff) return end;
    end = oneImage(bytes, next);
  }
}

const APP0 = 0xe0;
const APP2 = 0xe2;
const APP14 = 0xee;
const APP15 = 0xef;

/** Whether a segment of the application tells how to decode the picture: JFIF, its colour profile, Adobe's colour transform. */
function isNeeded(marker: number, segment: Buffer): boolean {
  if (marker < APP0 || marker > APP15) return true;
  return marker === APP0 || marker === APP14 || (marker === APP2 && segment.includes('ICC_PROFILE\0'));
}

/**
 * A JPEG without what programs say about it (EXIF, XMP, IPTC) and without the further images after its end, which have
 * such of their own; the same bytes where there is none. For a JPEG whose end `jpegEnd` has found.
 */
export function withoutJpegMetadata(bytes: Buffer): Buffer {
  const kept = [bytes.subarray(0, 2)];
  let at = 2;
  for (;;) {
    const start = at;
    while (bytes.readUInt8(at) === 0xff) at += 1;
    const marker = bytes.readUInt8(at);
    at += 1;
    if (!standsAlone(marker)) at += bytes.readUInt16BE(at);
    const segment = bytes.subarray(start, at);
    if (isNeeded(marker, segment)) kept.push(segment);
    if (marker === SOS) break;
  }
  kept.push(bytes.subarray(at, oneImage(bytes, 0)));
  const length = kept.reduce((sum, part) => sum + part.length, 0);
  return jpegEnd(bytes) === length ? bytes : Buffer.concat(kept);
}
