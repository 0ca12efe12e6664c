import { type FileType, FILE_TYPES } from './file-types';

const LONGEST = 255;
/** Controls, and what changes how the rest is shown without being seen: bidirectional and zero-width characters. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/gu;
const RESERVED = /[<>:"/\\|?*]/g;
/** Windows opens a device where a file has such a name, whatever its ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;
const ENDING = /\.[a-z]{2,5}\d?$/i;

/** The ending that a name claims, in small letters with its dot; empty when it has none. */
export const endingOf = (name: string): string => ENDING.exec(name.replace(UNSEEN, '').trim())?.[0].toLowerCase() ?? '';

/** Endings that a name of this kind may claim: a picture that a browser saved under another picture's ending is renamed. */
export function endingsOf(kind: FileType): string[] {
  if (kind.family !== 'picture') return [...kind.endings];
  return Object.values(FILE_TYPES).flatMap(({ family, endings }) => (family === 'picture' ? [...endings] : []));
}

/** A name without what no name may have: NFC, one line, no path, no device, at most 255 characters. */
export function cleanName(name: string, ending: string): string {
  const stem = name
    .normalize('NFC')
    .replace(UNSEEN, '')
    .replace(RESERVED, '-')
    .replace(/^[\s.-]+|[\s.]+$/g, '')
    .replace(DEVICE, (device) => `tep-${device}`);
  let kept = '';
  for (const character of stem) {
    if (kept.length + character.length + ending.length > LONGEST) break;
    kept += character;
  }
  return (kept.trimEnd() || 'tep') + ending;
}

/** The name that the media library shows: what the editor calls the file, with the ending of what it is. */
export function renamed(name: string, ending: string): string {
  const trimmed = name.replace(UNSEEN, '').trim();
  const kind = Object.values<FileType>(FILE_TYPES).find(({ endings }) => endings.includes(ending));
  const claimed = endingOf(name);
  const repeats = claimed !== '' && (kind ? endingsOf(kind) : [ending]).includes(claimed);
  return cleanName(repeats ? trimmed.slice(0, -claimed.length) : trimmed, ending);
}
