import { toNfc } from '../../../../vietnamese';
import { type FileType, FILE_TYPES } from './file-types';

const LONGEST = 255;
/** Controls and invisible characters: bidirectional and zero-width ones change how the rest is shown. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/gu;
const RESERVED = /[<>:"/\\|?*]/g;
/** Windows opens a device where a file has such a name, whatever its extension. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;
const EXTENSION = /\.[a-z]{2,5}\d?$/i;

/** The extension that a name claims, in lower case with its dot; empty when it has none. */
export const extensionOf = (name: string): string =>
  EXTENSION.exec(name.replace(INVISIBLE, '').trim())?.[0].toLowerCase() ?? '';

/** Extensions that a name of this type may claim: a picture that a browser saved under another picture's is renamed. */
export function acceptedExtensions(type: FileType): string[] {
  if (type.family !== 'picture') return [...type.extensions];
  return Object.values(FILE_TYPES).flatMap(({ family, extensions }) => (family === 'picture' ? [...extensions] : []));
}

/** A safe file name: NFC, one line, no path, no device, at most 255 characters. */
export function cleanName(name: string, extension: string): string {
  // What follows would take quadratic time on a name of megabytes.
  const stem = toNfc(name.replace(INVISIBLE, '').slice(0, 4 * LONGEST))
    .replace(INVISIBLE, '')
    .replace(RESERVED, '-')
    .replace(/^[\s.-]+|[\s.]+$/g, '')
    .replace(DEVICE, (device) => `tep-${device}`);
  let kept = '';
  for (const character of stem) {
    if (kept.length + character.length + extension.length > LONGEST) break;
    kept += character;
  }
  return (kept.trimEnd() || 'tep') + extension;
}

/** The name that the media library shows: what the editor calls the file, with the extension of its content. */
export function withExtension(name: string, extension: string): string {
  const trimmed = name.replace(INVISIBLE, '').trim();
  const type = Object.values<FileType>(FILE_TYPES).find(({ extensions }) => extensions.includes(extension));
  const claimed = extensionOf(name);
  const repeats = claimed !== '' && (type ? acceptedExtensions(type) : [extension]).includes(claimed);
  return cleanName(repeats ? trimmed.slice(0, -claimed.length) : trimmed, extension);
}
