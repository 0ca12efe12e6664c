import { toNfc } from '../../../../../vietnamese';
import { PageRefused } from './page-refused';

const HEAD = 4096;
const BYTE_ORDER_MARKS: [number[], string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];
// With the right encoding a page of the portal shows its date line; with a wrong one it cannot.
const DATE_LINE = /[đðÐ]ăng\s+ngày|ngày\s+[đðÐ]ăng|&#(?:272|x110);/iu;
const LEGACY_FONT = /\.Vn[A-Z]\w+|VNI-\w+/;

const startsWith = (bytes: Uint8Array, mark: number[]) => mark.every((byte, index) => bytes[index] === byte);

function byteOrderMark(bytes: Uint8Array): string | null {
  return BYTE_ORDER_MARKS.find(([mark]) => startsWith(bytes, mark))?.[1] ?? null;
}

/** UTF-16 without a mark: in markup and Vietnamese prose every other byte is often zero, in nothing else ever. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  const head = bytes.subarray(0, HEAD);
  const zeros = [0, 0];
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (Math.max(even, odd) < head.length / 8) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

function declared(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1');
  const label = /<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1];
  if (!label) return null;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null; // A label that names no encoding says nothing.
  }
}

function decodeAs(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * The characters of a captured page. In order: a byte order mark; UTF-16 seen from its zero bytes; UTF-8 if every byte
 * agrees, whatever the page declares (no other encoding of Vietnamese is valid UTF-8 by chance); then of the declared
 * encoding and windows-1258 the one in which the page shows a date line. Nothing is normalised here, since NFC could
 * change markup.
 *
 * @throws PageRefused when no encoding fits; TCVN3 and VNI, which browsers never knew, are named where their fonts are.
 */
export function decodePage(bytes: Uint8Array): string {
  const certain = byteOrderMark(bytes) ?? unmarkedUtf16(bytes) ?? 'utf-8';
  const text = decodeAs(bytes, certain);
  if (text !== null) return text;

  const label = declared(bytes);
  const candidates = [label, 'windows-1258'].filter((name): name is string => name !== null && !name.startsWith('utf'));
  const decoded = candidates.map((encoding) => decodeAs(bytes, encoding)).filter((found) => found !== null);
  const fitting = decoded.find((found) => DATE_LINE.test(toNfc(found)));
  if (fitting !== undefined) return fitting;

  if (decoded.some((found) => LEGACY_FONT.test(found))) {
    throw new PageRefused('chữ theo mã TCVN3 hoặc VNI; hãy chuyển tệp sang Unicode (UTF-8) rồi nhập lại');
  }
  throw new PageRefused('không nhận ra mã chữ của tệp; hãy lưu lại bằng UTF-8 rồi nhập lại');
}
