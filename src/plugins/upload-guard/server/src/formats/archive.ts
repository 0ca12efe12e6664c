import { type Entry, fromBufferPromise, getFileNameLowLevel, validateFileName } from 'yauzl';
import { FILE_TYPES, type FileTypeName } from '../file-types';
import { RefusedFile } from '../refused-file';

const MACRO = /(?:^|\/)vbaProject\.bin$|(?:^|\/)activeX\/|^Basic\/|^Scripts\//i;
const OPEN_DOCUMENTS = ['odt', 'ods'] as const;
const OFFICE_FOLDERS = { 'word/': 'docx', 'xl/': 'xlsx', 'ppt/': 'pptx' } as const;

const END_RECORD = 0x06054b50;
const END_RECORD_SIZE = 22;
const ZIP64_LOCATOR = 0x07064b50;
const ZIP64_LOCATOR_SIZE = 20;
const DIRECTORY_ENTRY_SIZE = 46;
const LOCAL_HEADER = 0x04034b50;
const LOCAL_HEADER_SIZE = 30;
const STORED = 0;

/**
 * What a ZIP archive is: an office document, or `zip`; null for an OpenDocument type that is not accepted. Throws a
 * RefusedFile for macros and for file names that leave the folder, and a RangeError for an archive that is not whole.
 */
export async function archiveType(bytes: Buffer): Promise<FileTypeName | null> {
  const entries = await listEntries(bytes);
  const names = entries.flatMap(namesOf);
  // yauzl accepts a NUL, at which programs in C end the name.
  if (names.some((name) => validateFileName(name) !== null || name.includes('\0'))) throw new RefusedFile('foreign');
  if (names.some((name) => MACRO.test(name))) throw new RefusedFile('macro');
  const [first] = entries;
  if (first && namesOf(first).includes('mimetype')) return openDocumentType(bytes, first);
  return names.includes('[Content_Types].xml') ? officeType(names) : 'zip';
}

/**
 * The entries of the central directory, which yauzl reads. The check that the archive is nothing else as well is ours:
 * yauzl accepts bytes before the first file, between the directory and the end record, and in the comment.
 */
async function listEntries(bytes: Buffer): Promise<Entry[]> {
  const end = bytes.length - END_RECORD_SIZE;
  const directoryEnd = bytes.readUInt32LE(end + 12) + bytes.readUInt32LE(end + 16);
  if (bytes.readUInt32LE(end) !== END_RECORD || directoryEnd !== end) throw new RangeError('bytes after the directory');
  // yauzl would read another directory than programs that do not know ZIP64.
  if (bytes.readUInt32LE(end - ZIP64_LOCATOR_SIZE) === ZIP64_LOCATOR) throw new RangeError('ZIP64');
  const entries: Entry[] = [];
  let directorySize = 0;
  try {
    // Each entry is validated above by both of its names.
    const archive = await fromBufferPromise(bytes, { decodeStrings: false });
    for await (const entry of archive.eachEntry()) {
      entries.push(entry);
      directorySize += DIRECTORY_ENTRY_SIZE + entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength;
    }
  } catch (error) {
    throw new RangeError('not a whole archive', { cause: error });
  }
  if (directorySize !== bytes.readUInt32LE(end + 12)) throw new RangeError('bytes in the directory that are no entry');
  if (!entries.some((entry) => entry.relativeOffsetOfLocalHeader === 0))
    throw new RangeError('bytes before the archive');
  for (const { relativeOffsetOfLocalHeader: at } of entries) {
    if (bytes.readUInt32LE(at) !== LOCAL_HEADER) throw new RangeError('an entry without a file');
  }
  return entries;
}

/** The name that every program reads, and the one of the Unicode extra field, which some read instead. */
function namesOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string[] {
  return [[], extraFields].map((fields) => getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, fields, false));
}

/** An OpenDocument names its type in its first file, which is stored uncompressed (ODF 1.3, part 2, 3.3). */
function openDocumentType(bytes: Buffer, entry: Entry): FileTypeName | null {
  const at = entry.relativeOffsetOfLocalHeader;
  const start = at + LOCAL_HEADER_SIZE + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const mime = bytes.toString('latin1', start, start + entry.compressedSize);
  const stored = entry.compressionMethod === STORED;
  return OPEN_DOCUMENTS.find((name) => stored && FILE_TYPES[name].mime === mime) ?? null;
}

function officeType(names: string[]): FileTypeName | null {
  const folder = Object.keys(OFFICE_FOLDERS).find((prefix) => names.some((name) => name.startsWith(prefix)));
  return folder ? OFFICE_FOLDERS[folder as keyof typeof OFFICE_FOLDERS] : null;
}
