import fc from 'fast-check';
import { fileTypeFromBuffer } from 'file-type';
import * as bytes from '../../../../../tests/helpers/file-bytes';
import { DETECTION_SIZE, detectFileType } from './detect-file-type';
import { archiveType } from './formats/archive';

/** A presentation as LibreOffice saves it: the list of its parts comes last. */
const largePresentation = () =>
  bytes.zip({
    ...Object.fromEntries(Array.from({ length: 1_100 }, (_, slide) => [`ppt/slides/slide${slide}.xml`, '<p:sld/>'])),
    '[Content_Types].xml': '<Types/>',
  });

describe('detectFileType', () => {
  it('knows a picture by its first bytes, with an ICC profile that is longer than they are', async () => {
    const png = bytes.withChunk(await bytes.picture('png'), 'iCCP', 'x'.repeat(2 * DETECTION_SIZE));
    const profileFirst = Buffer.concat([png.subarray(0, 33), png.subarray(-12 - 2 * DETECTION_SIZE - 12), png]);
    expect(await detectFileType(profileFirst.subarray(0, DETECTION_SIZE))).toBe('png');
  });

  it('takes an animated PNG for a PNG', async () => {
    const png = await bytes.picture('png');
    const control = bytes.withChunk(png, 'acTL', '\0\0\0\x01\0\0\0\0').subarray(png.length - 12, png.length + 8);
    const animated = Buffer.concat([png.subarray(0, 33), control, png.subarray(33)]);
    expect((await fileTypeFromBuffer(animated))?.ext).toBe('apng');
    expect(await detectFileType(animated)).toBe('png');
  });

  it('leaves archives to their directory: file-type takes a large presentation for a plain archive', async () => {
    const presentation = largePresentation();
    expect((await fileTypeFromBuffer(presentation))?.ext).toBe('zip');
    expect(await detectFileType(presentation)).toBe('zip');
    expect(await archiveType(presentation)).toBe('pptx');
  });

  it('gives an accepted type or null for any bytes', async () => {
    const beginnings = [
      '',
      'GIF89a',
      '\x89PNG\r\n\x1a\n',
      '\xff\xd8\xff',
      'ID3\x04\0\0',
      '\0\0\0\x18ftyp',
      'RIFF',
      '%PDF-',
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...beginnings),
        fc.uint8Array({ maxLength: DETECTION_SIZE }),
        async (beginning, rest) => {
          const type = await detectFileType(Buffer.concat([Buffer.from(beginning, 'latin1'), rest]));
          expect(type === null || typeof type === 'string').toBe(true);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
