import { fromBufferPromise } from 'yauzl';
import * as bytes from '../../../../../../tests/helpers/file-bytes';
import { archiveType } from './archive';

/** The names that yauzl lists without an objection. */
async function listed(archive: Buffer): Promise<string[]> {
  const names: string[] = [];
  for await (const { fileName } of (await fromBufferPromise(archive)).eachEntry()) names.push(fileName);
  return names;
}

const END_SIZE = 22;

/** The archive with its offsets moved, as a self-extracting program has it. */
function withPrefix(archive: Buffer, prefix: Buffer): Buffer {
  const moved = Buffer.from(archive);
  const end = moved.length - END_SIZE;
  let at = moved.readUInt32LE(end + 16);
  moved.writeUInt32LE(at + prefix.length, end + 16);
  for (; at < end; at += 46 + moved.readUInt16LE(at + 28)) {
    moved.writeUInt32LE(moved.readUInt32LE(at + 42) + prefix.length, at + 42);
  }
  return Buffer.concat([prefix, moved]);
}

function withComment(archive: Buffer, comment: string): Buffer {
  const commented = Buffer.concat([archive, Buffer.from(comment)]);
  commented.writeUInt16LE(comment.length, archive.length - 2);
  return commented;
}

function withEntryCount(archive: Buffer, count: number): Buffer {
  const counted = Buffer.from(archive);
  counted.writeUInt16LE(count, archive.length - 12);
  return counted;
}

const beforeEnd = (archive: Buffer, inserted: Buffer): Buffer =>
  Buffer.concat([archive.subarray(0, -END_SIZE), inserted, archive.subarray(-END_SIZE)]);

describe('archiveType', () => {
  it.each([
    ['docx', () => bytes.office('word')],
    ['xlsx', () => bytes.office('xl')],
    ['pptx', () => bytes.office('ppt')],
    ['odt', () => bytes.openDocument('text')],
    ['ods', () => bytes.openDocument('spreadsheet')],
    [null, () => bytes.openDocument('graphics')],
    [null, () => bytes.office('visio')],
    ['zip', () => bytes.zip({ 'a.txt': 'a' })],
  ])('is %s', async (type, make) => {
    expect(await archiveType(make())).toBe(type);
  });

  const whole = bytes.zip({ 'a.txt': 'a', 'b.txt': 'b' });

  it.each([
    ['bytes before the first file', withPrefix(whole, Buffer.from('#!/bin/sh\n'))],
    ['bytes between the directory and its end', beforeEnd(whole, Buffer.from('<script>'))],
    ['a comment', withComment(whole, '<script>')],
  ])('refuses %s, which yauzl accepts', async (_what, archive) => {
    expect(await listed(archive)).toEqual(['a.txt', 'b.txt']);
    await expect(archiveType(archive)).rejects.toThrow(RangeError);
  });

  it('refuses the record of ZIP64, by which yauzl reads another directory than other programs', async () => {
    const harmless = bytes.zip({ 'a.txt': 'a' });
    const directory = harmless.readUInt32LE(harmless.length - END_SIZE + 16);
    const record = Buffer.alloc(56);
    record.writeUInt32LE(0x06064b50, 0);
    record.writeBigUInt64LE(1n, 32);
    const locator = Buffer.alloc(20);
    locator.writeUInt32LE(0x07064b50, 0);
    const macros = bytes.office('word', { 'word/vbaProject.bin': 'x' });
    const body = Buffer.concat([harmless.subarray(0, -END_SIZE), record]);
    record.writeBigUInt64LE(BigInt(directory), 48);
    locator.writeBigUInt64LE(BigInt(harmless.length - END_SIZE), 8);
    record.copy(body, body.length - record.length);
    const archive = beforeEnd(withPrefix(macros, body), locator);
    // The locator belongs to the directory as a reader without ZIP64 sees it.
    const end = archive.length - END_SIZE;
    archive.writeUInt32LE(archive.readUInt32LE(end + 12) + locator.length, end + 12);
    expect(await listed(archive)).toEqual(['a.txt']);
    await expect(archiveType(archive)).rejects.toThrow('ZIP64');
  });

  it.each([
    ['foreign', '../x'],
    ['foreign', 'a/../../x'],
    ['foreign', '..\\x'],
    ['foreign', '/etc/passwd'],
    ['foreign', 'C:/x'],
    ['foreign', 'a\0.txt'],
    ['macro', 'word/vbaProject.bin'],
    ['macro', 'xl/activeX/activeX1.bin'],
    ['macro', 'Basic/Standard/Module1.xml'],
  ])('refuses as %s the name %j', async (reason, name) => {
    await expect(archiveType(bytes.office('word', { [name]: 'x' }))).rejects.toMatchObject({ reason });
  });

  it.each([
    ['cut off', whole.subarray(0, -9)],
    ['whose end names more entries than it has', withEntryCount(whole, 3)],
    ['whose end names fewer entries than it has', withEntryCount(whole, 1)],
    ['with a broken entry', Buffer.from(whole).fill(0, whole.length - END_SIZE - 60, whole.length - END_SIZE)],
    ['that is empty', bytes.zip({})],
  ])('refuses an archive %s', async (_what, archive) => {
    await expect(archiveType(archive)).rejects.toMatchObject({ name: 'RangeError' });
  });
});
