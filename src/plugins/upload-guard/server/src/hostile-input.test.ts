import { withinCpuTime } from '../../../../../tests/helpers/cpu-time';
import * as bytes from '../../../../../tests/helpers/file-bytes';
import { beginsAsMarkup, hasTrailingData, holdsArchive, holdsScript, readsAsScript } from './active-content';
import config from './config';
import { DETECTION_SIZE, detectFileType } from './detect-file-type';
import { cleanName, extensionOf, withExtension } from './file-name';
import { archiveType } from './formats/archive';
import { topLevelBoxes } from './formats/boxes';
import { gifEnd } from './formats/gif';
import { jpegEnd } from './formats/jpeg';
import { expectMp3 } from './formats/mp3';
import { pdfEnd } from './formats/pdf';
import { pngEnd } from './formats/png';
import { refusalMessage } from './refusal-message';
import { RefusedFile } from './refused-file';

const MEGABYTE = 1024 * 1024;

/** A megabyte of one piece after another, after a beginning. */
function repeated(piece: string | number[], beginning = ''): Buffer {
  const filled = Buffer.alloc(MEGABYTE, Buffer.from(piece as string, 'latin1'));
  return Buffer.concat([Buffer.from(beginning, 'latin1'), filled]);
}

const text = (piece: string) => piece.repeat(MEGABYTE / piece.length);

const readerOf = (content: Buffer) => async (offset: number, length: number) =>
  content.subarray(offset, offset + length);

/** As many files as a megabyte of a directory holds. */
const crowdedArchive = bytes.zip(Object.fromEntries(Array.from({ length: 14_000 }, (_, n) => [n.toString(36), ''])));

const NAMES = [
  `a${text(' ')}x`,
  `a${text('. ')}x`,
  text('\u200b'),
  `${text('a\u0315\u0300')}.jpg`,
  `a${text('\u0315\u0300')}`,
  text('.jpg'),
  text('con.'),
  text('😀'),
];

const CASES: [string, () => unknown][] = [
  ...[
    repeated('<html  '),
    repeated('<html <'),
    repeated('<'),
    repeated('*/aaaaa\0', 'GIF89a/*'),
    repeated('*/'),
  ].flatMap((content, index): [string, () => unknown][] => [
    [`holdsScript ${index}`, () => holdsScript(content)],
    [`readsAsScript ${index}`, () => readsAsScript(content)],
    [`beginsAsMarkup ${index}`, () => beginsAsMarkup(content)],
  ]),
  ['holdsArchive', () => holdsArchive(repeated('PK\x05\x06'))],
  ['hasTrailingData, zeros', () => hasTrailingData(repeated('\0'), 1)],
  ['hasTrailingData', () => hasTrailingData(repeated('\0PK\x03'), 1)],
  ['gifEnd, blocks', () => gifEnd(repeated('\x01', 'GIF89a\0\0\0\0\0\0\0!\xf9'))],
  ['gifEnd, extensions', () => gifEnd(repeated('!\xf9\0', 'GIF89a\0\0\0\0\0\0\0'))],
  ['jpegEnd, pictures', () => jpegEnd(repeated('\xff\xd8\xff\xd9'))],
  ['jpegEnd, padding', () => jpegEnd(repeated('\xff', '\xff\xd8'))],
  ['jpegEnd, markers', () => jpegEnd(repeated('\xff\xfe\0\x02', '\xff\xd8'))],
  ['jpegEnd, scans', () => jpegEnd(repeated('\xff\0', '\xff\xd8\xff\xda\0\x02'))],
  ['jpegEnd, zeros between pictures', () => jpegEnd(repeated('\0\0\xff\xd8\xff\xd9', '\xff\xd8\xff\xd9'))],
  ['pngEnd', () => pngEnd(repeated('\0\0\0\0tEXt\0\0\0\0', '\x89PNG\r\n\x1a\n'))],
  ['pdfEnd', () => pdfEnd(repeated('%%EOF'))],
  ['topLevelBoxes', () => topLevelBoxes(readerOf(repeated('\0\0\0\x08free')), MEGABYTE)],
  ['expectMp3', () => expectMp3(readerOf(repeated('\xff\xfb\x90\x64', 'ID3\x04\0\0\x7f\x7f\x7f\x7f')))],
  ['archiveType, entries', () => archiveType(crowdedArchive)],
  ['archiveType, ends', () => archiveType(repeated('PK\x05\x06'))],
  ...[
    'ID3\x04\0\0\0\0\0\0',
    '\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR',
    '\0\0\0\x18ftyp',
    'RIFF',
    '\xff\xfb',
    '%PDF',
    'II*\0',
    '0&\xb2u',
  ].map((beginning): [string, () => unknown] => [
    `detectFileType ${JSON.stringify(beginning)}`,
    () => detectFileType(repeated(beginning, beginning).subarray(0, DETECTION_SIZE)),
  ]),
  ...NAMES.flatMap((name, index): [string, () => unknown][] => [
    [`extensionOf ${index}`, () => extensionOf(name)],
    [`cleanName ${index}`, () => cleanName(name, '.jpg')],
    [`withExtension ${index}`, () => withExtension(name, '.jpg')],
    [`refusalMessage ${index}`, () => refusalMessage(new RefusedFile('unknown'), name, config.default, 'vi')],
  ]),
];

/** Quadratic time would be minutes: a megabyte costs a second of the processor at the very most. */
describe('a megabyte made to be slow', () => {
  it.each(CASES)('costs less than a second: %s', async (_what, run) => {
    await withinCpuTime(1_000, () =>
      Promise.resolve()
        .then(run)
        .catch((error: Error) => expect(error.name).toMatch(/^(RangeError|Error)$/)),
    );
  });
});
