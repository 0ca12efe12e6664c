import { given, testTextCost } from '../../../tests/helpers/text-cost';
import { bodyOf } from '../../../tests/helpers/text-shapes';
import { beginsAsMarkup, hasTrailingData, holdsArchive, holdsScript, readsAsScript } from './server/src/active-content';
import { assertBodyShape } from './server/src/bodies/body-shape';
import config from './server/src/config';
import { DETECTION_SIZE, detectFileType } from './server/src/detect-file-type';
import { cleanName, extensionOf, withExtension } from './server/src/file-name';
import { archiveType } from './server/src/formats/archive';
import { gifEnd } from './server/src/formats/gif';
import { jpegEnd, withoutJpegMetadata } from './server/src/formats/jpeg';
import { pdfEnd } from './server/src/formats/pdf';
import { pngEnd, withoutPngMetadata } from './server/src/formats/png';
import { isLosslessWebp, withoutWebpMetadata } from './server/src/formats/webp';
import { refusalMessage } from './server/src/refusal-message';
import { RefusedFile } from './server/src/refused-file';

/** The bytes of the text behind a beginning by which a file is taken for a picture. */
const after = (beginning: string, run: (bytes: Buffer) => unknown) =>
  given((text) => Buffer.concat([Buffer.from(beginning, 'latin1'), Buffer.from(text)]), run);
const GIF = 'GIF89a\0\0\0\0\0\0\0';
const JPEG = '\xff\xd8\xff\xda\0\x02';
const PNG = '\x89PNG\r\n\x1a\n';
const WEBP = 'RIFF\0\0\0\0WEBP';

testTextCost('src/plugins/upload-guard', {
  timed: {
    'server/src/active-content.ts#beginsAsMarkup': after('', beginsAsMarkup),
    'server/src/active-content.ts#hasTrailingData': after('\0', (bytes) => hasTrailingData(bytes, 1)),
    'server/src/active-content.ts#holdsArchive': after('', holdsArchive),
    'server/src/active-content.ts#holdsScript': after('', holdsScript),
    'server/src/active-content.ts#readsAsScript': after('GIF89a/*', readsAsScript),
    'server/src/bodies/body-shape.ts#assertBodyShape': given(bodyOf, assertBodyShape),
    'server/src/detect-file-type.ts#detectFileType': after('', (bytes) =>
      detectFileType(bytes.subarray(0, DETECTION_SIZE)),
    ),
    'server/src/file-name.ts#cleanName': (text) => cleanName(text, '.jpg'),
    'server/src/file-name.ts#extensionOf': extensionOf,
    'server/src/file-name.ts#withExtension': (text) => withExtension(`${text}.jpeg`, '.jpg'),
    'server/src/formats/archive.ts#archiveType': after('', archiveType),
    'server/src/formats/gif.ts#gifEnd': after(GIF, gifEnd),
    'server/src/formats/jpeg.ts#jpegEnd': after(JPEG, jpegEnd),
    'server/src/formats/jpeg.ts#withoutJpegMetadata': after(JPEG, withoutJpegMetadata),
    'server/src/formats/pdf.ts#pdfEnd': after('', pdfEnd),
    'server/src/formats/png.ts#pngEnd': after(PNG, pngEnd),
    'server/src/formats/png.ts#withoutPngMetadata': after(PNG, withoutPngMetadata),
    'server/src/formats/webp.ts#isLosslessWebp': after(WEBP, isLosslessWebp),
    'server/src/formats/webp.ts#withoutWebpMetadata': after(WEBP, withoutWebpMetadata),
    'server/src/refusal-message.ts#refusalMessage': (text) =>
      refusalMessage(new RefusedFile('unknown', text), text, config.default, 'vi'),
  },
  exempt: {
    'reads a file, by its steps that are timed here': [
      'server/src/admit-file.ts#admitFile',
      'server/src/inspect-file.ts#inspectFile',
    ],
    'is done by sharp, within the limits of pixels': [
      'server/src/clean-picture.ts#cleanPicture',
      'server/src/decode-picture.ts#decodePicture',
    ],
    'reads a request from its socket': ['server/src/bodies/read-multipart.ts#readMultipart'],
    'takes SQL': ['server/src/former-addresses.ts#presentAddress'],
    'takes the configuration, at boot': ['server/src/config.ts#parseOptions'],
    'takes a picture that was decoded': ['server/src/formats/avif.ts#withoutAvifMetadata'],
  },
});
