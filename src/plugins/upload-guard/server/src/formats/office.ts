import { type FileTypeName, FILE_TYPES } from '../file-types';
import { RefusedFile } from '../refused-file';
import { type Entry, zipEntries } from './zip';

const MACRO = /(?:^|\/)vbaProject\.bin$|(?:^|\/)activeX\/|^Basic\/|^Scripts\//i;
const OPEN = ['odt', 'ods'] as const;
const OFFICE = { 'word/': 'docx', 'xl/': 'xlsx', 'ppt/': 'pptx' } as const;

/** OpenDocument names itself in its first file, stored as it is (ODF 1.3, part 2, 3.3). */
function openDocument(bytes: Buffer, { name, method, size, start }: Entry): FileTypeName | null | undefined {
  if (name !== 'mimetype') return undefined;
  const mime = method === 0 ? bytes.toString('latin1', start, start + size) : '';
  return OPEN.find((kind) => FILE_TYPES[kind].mime === mime) ?? null;
}

function officeDocument(entries: Entry[]): FileTypeName | null | undefined {
  if (!entries.some(({ name }) => name === '[Content_Types].xml')) return undefined;
  const folder = Object.keys(OFFICE).find((prefix) => entries.some(({ name }) => name.startsWith(prefix)));
  return folder ? OFFICE[folder as keyof typeof OFFICE] : null;
}

/** What a ZIP archive is: a document of an office suite, or only an archive; null when it is some other format. */
export function archiveKind(bytes: Buffer): FileTypeName | null {
  const entries = zipEntries(bytes);
  if (entries.some(({ name }) => MACRO.test(name))) throw new RefusedFile('macro');
  const [first] = entries;
  for (const kind of [first && openDocument(bytes, first), officeDocument(entries)]) {
    if (kind !== undefined) return kind;
  }
  return 'zip';
}
