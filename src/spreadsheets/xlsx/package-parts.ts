import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { LIMITS, UnreadableSpreadsheet } from '../spreadsheet';

export const brokenFile = (options?: ErrorOptions): UnreadableSpreadsheet =>
  new UnreadableSpreadsheet(
    'Tệp .xlsx bị hỏng: hãy mở bằng phần mềm bảng tính, lưu lại rồi nhập tệp mới lưu.',
    options,
  );

const TOO_LARGE =
  'Trang tính quá lớn khi mở ra, thường do định dạng kéo đến cuối trang: hãy chép riêng bảng số liệu sang một tệp mới.';

/** The parts of an Office Open XML package (ECMA-376, part 2), by name from its root, whatever its capitals. */
export class PackageParts {
  #unpacked = 0;

  private constructor(
    readonly archive: ZipFile,
    readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  static async open(bytes: Buffer): Promise<PackageParts> {
    const entries = new Map<string, Entry>();
    try {
      const archive = await fromBufferPromise(bytes);
      if (archive.entryCount > LIMITS.entries) throw new UnreadableSpreadsheet(TOO_LARGE);
      for await (const entry of archive.eachEntry()) {
        const name = entry.fileName.toLowerCase();
        if (entries.has(name)) throw brokenFile();
        entries.set(name, entry);
      }
      return new PackageParts(archive, entries);
    } catch (error) {
      throw error instanceof UnreadableSpreadsheet ? error : brokenFile({ cause: error });
    }
  }

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  /** A part's XML in pieces, as it is unpacked. A part that says less than it holds, or holds other bytes, is refused. */
  async *read(name: string): AsyncGenerator<string> {
    const entry = this.entries.get(name.toLowerCase());
    if (!entry) throw brokenFile();
    if (entry.isEncrypted()) throw new UnreadableSpreadsheet('Tệp có mật khẩu: hãy bỏ mật khẩu, lưu lại rồi nhập.');
    this.#unpacked += entry.uncompressedSize;
    if (this.#unpacked > LIMITS.unpacked) throw new UnreadableSpreadsheet(TOO_LARGE);
    let decoder: TextDecoder | undefined;
    let sum = 0;
    try {
      for await (const chunk of (await this.archive.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
        sum = crc32(chunk, sum);
        decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
        yield decoder.decode(chunk, { stream: true });
      }
      if (decoder) yield decoder.decode();
    } catch (error) {
      throw brokenFile({ cause: error });
    }
    if (sum !== entry.crc32) throw brokenFile();
  }
}

/** XML without a declared encoding is in UTF-8, or in UTF-16 with a byte order mark. */
function encodingOf(start: Buffer): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  return start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : 'utf-8';
}
