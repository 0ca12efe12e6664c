import { type FileTypeName } from './file-types';

const latin1 = (bytes: Buffer, start: number, end: number) => bytes.toString('latin1', start, end);

const MP4_BRANDS = /^(?:isom|iso[2-9]|mp4[12]|avc1|M4V |MSNV|dash|mmp4|f4v )$/;

type Begins = (head: Buffer) => boolean;

const BEGINNINGS: readonly [FileTypeName, Begins][] = [
  ['jpeg', (head) => latin1(head, 0, 3) === '\xff\xd8\xff'],
  ['png', (head) => latin1(head, 0, 8) === '\x89PNG\r\n\x1a\n'],
  ['gif', (head) => /^GIF8[79]a$/.test(latin1(head, 0, 6))],
  ['webp', (head) => latin1(head, 0, 4) === 'RIFF' && latin1(head, 8, 12) === 'WEBP'],
  ['avif', (head) => latin1(head, 4, 8) === 'ftyp' && /^avi[fs]$/.test(latin1(head, 8, 12))],
  ['mp4', (head) => latin1(head, 4, 8) === 'ftyp' && MP4_BRANDS.test(latin1(head, 8, 12))],
  ['pdf', (head) => /^%PDF-[12]\.\d/.test(latin1(head, 0, 8))],
  ['zip', (head) => latin1(head, 0, 4) === 'PK\x03\x04'],
  ['mp3', (head) => latin1(head, 0, 3) === 'ID3' || (head[0] === 0xff && ((head[1] ?? 0) & 0xe6) === 0xe2)],
];

/** What a file is by its first bytes; every kind of ZIP is `zip` here. Null for what is none of ours. */
export const detectFileType = (head: Buffer): FileTypeName | null =>
  BEGINNINGS.find(([, begins]) => begins(head))?.[0] ?? null;
