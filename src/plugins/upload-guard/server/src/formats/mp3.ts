import type { ReadRange } from './boxes';

const KILOBITS = {
  1: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
};
const HERTZ = [44_100, 48_000, 32_000];
const FRAMES = 4;

/** The length in bytes of a frame of MPEG audio, layer III; null where no frame is. */
function frameLength(head: Buffer): number | null {
  if (head.length < 4) return null;
  const word = head.readUInt32BE(0);
  const version = (word >>> 19) & 3;
  const [bitrate, rate] = [(word >>> 12) & 15, (word >>> 10) & 3];
  if (word >>> 21 !== 0x7ff || version === 1 || ((word >>> 17) & 3) !== 1) return null;
  const kilobits = KILOBITS[version === 3 ? 1 : 2][bitrate];
  const hertz = (HERTZ[rate] ?? 0) / (version === 3 ? 1 : version === 2 ? 2 : 4);
  if (!kilobits || !hertz) return null;
  return Math.floor(((version === 3 ? 144 : 72) * kilobits * 1000) / hertz) + ((word >>> 9) & 1);
}

/** Where the tag in front of the sound ends (ID3v2: four times seven bits). */
function afterTag(head: Buffer): number {
  if (head.toString('latin1', 0, 3) !== 'ID3') return 0;
  return 10 + [6, 7, 8, 9].reduce((size, at) => size * 128 + (head.readUInt8(at) & 0x7f), 0);
}

/** Throws a RangeError unless sound in MPEG layer III begins after the tag: a tag alone can be put before anything. */
export async function expectMp3(read: ReadRange): Promise<void> {
  let at = afterTag(await read(0, 10));
  for (let frame = 0; frame < FRAMES; frame += 1) {
    const length = frameLength(await read(at, 4));
    if (length === null) throw new RangeError('no sound in an MP3');
    at += length;
  }
}
