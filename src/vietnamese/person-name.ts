import { toNfc } from './fold-letters';

const WORD = String.raw`\p{Lu}[\p{L}\p{M}']*\.?`;
const NAME = String.raw`${WORD}(?: ${WORD}){1,4}`;
const NAMES = new RegExp(String.raw`^${NAME}(?:\s*[-–,/&]\s*${NAME}){0,3}$`, 'u');
const LONGEST = 60;

/** Whether the text is only a name or a few, as authors sign: two to five capitalised words each. */
export function isPersonName(text: string): boolean {
  return text.length <= LONGEST && NAMES.test(toNfc(text).replace(/[\s\u00a0]+/g, ' '));
}
