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
