import sharp from 'sharp';
import { picture } from '../../../../../tests/helpers/file-bytes';
import {
  difference,
  OWNER,
  phonePicture,
  shown,
  UPRIGHT,
  type PhoneFormat,
} from '../../../../../tests/helpers/phone-picture';
import { cleanPicture } from './clean-picture';

const FORMATS: PhoneFormat[] = ['jpeg', 'png', 'webp', 'avif'];
const ORIENTATIONS = [1, 2, 3, 4, 5, 6, 7, 8];

/** Whether bytes hold what a phone says about a picture, in EXIF or XMP. */
const tells = (bytes: Buffer) => ['GPSLatitude', 'xmpmeta', OWNER].some((text) => bytes.includes(text));

describe.each(FORMATS)('a phone’s picture as %s', (format) => {
  it.each(ORIENTATIONS)('of orientation %d is upright, and does not tell where it was taken', async (orientation) => {
    const sent = await phonePicture(format, orientation);
    expect(tells(sent)).toBe(true);
    const clean = await cleanPicture(sent, format);
    expect(clean).not.toBeNull();
    const metadata = await sharp(clean!).metadata();
    expect(metadata).toMatchObject(UPRIGHT);
    expect([metadata.orientation ?? 1, metadata.exif, metadata.xmp]).toEqual([1, undefined, undefined]);
    expect(tells(clean!)).toBe(false);
    const { corners, ...size } = await shown(clean!);
    expect([size, difference(corners)]).toEqual([UPRIGHT, expect.any(Number)]);
    expect(difference(corners)).toBeLessThan(8);
    // A second time there is nothing to do.
    expect(await cleanPicture(clean!, format)).toBeNull();
  });

  it('keeps its colour profile', async () => {
    for (const orientation of [1, 6]) {
      const sent = await phonePicture(format, orientation);
      const clean = await cleanPicture(sent, format);
      expect((await sharp(clean!).metadata()).icc).toEqual((await sharp(sent).metadata()).icc);
    }
  });

  it('keeps its pixels exactly when it lies upright already', async () => {
    const sent = await phonePicture(format, 1);
    const pixels = (bytes: Buffer) => sharp(bytes).raw().toBuffer();
    expect(Buffer.compare(await pixels((await cleanPicture(sent, format))!), await pixels(sent))).toBe(0);
  });

  it('is left as it is where nothing is to be done', async () => {
    expect(await cleanPicture(await picture(format), format)).toBeNull();
  });
});

describe('cleanPicture', () => {
  it('drops the previews and gain maps after a JPEG, which tell the same', async () => {
    const [jpeg, preview] = await Promise.all([picture('jpeg'), phonePicture('jpeg', 1)]);
    expect(await cleanPicture(Buffer.concat([jpeg, preview]), 'jpeg')).toEqual(jpeg);
  });

  it('turns a lossless WebP without a loss', async () => {
    const upright = await sharp(await phonePicture('png', 1))
      .keepIccProfile()
      .webp({ lossless: true })
      .toBuffer();
    const sent = await sharp(upright)
      .keepIccProfile()
      .withMetadata({ orientation: 8 })
      .webp({ lossless: true })
      .toBuffer();
    const clean = await cleanPicture(sent, 'webp');
    const back = await sharp(clean!).rotate(90).raw().toBuffer();
    expect(Buffer.compare(back, await sharp(upright).raw().toBuffer())).toBe(0);
  });

  it('converts a lying CMYK picture to the colours that it shows', async () => {
    const sent = await sharp(await phonePicture('jpeg', 6))
      .toColourspace('cmyk')
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const before = await shown(sent);
    const after = await shown((await cleanPicture(sent, 'jpeg'))!);
    expect(difference(after.corners, before.corners)).toBeLessThan(12);
  });

  it('does not make a turned picture much heavier or coarser', async () => {
    const sent = await sharp(await picture('jpeg', 1600, 1200))
      .blur(2)
      .withMetadata({ orientation: 6 })
      .jpeg({ quality: 90 })
      .toBuffer();
    const clean = await cleanPicture(sent, 'jpeg');
    expect(clean!.length).toBeLessThan(2 * sent.length);
    expect(clean!.length).toBeGreaterThan(sent.length / 2);
  });
});
