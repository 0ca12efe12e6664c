import { foldEth, foldToneStyle, toNfc } from '../vietnamese';

/**
 * What the spellings of a field have in common, which makes them one: `Đất đai`, `ĐẤT  ĐAI`; `Văn hoá`, `Văn hóa,`. NFC, Ð as
 * Đ, lower case, the old tone style, and one space for whatever is no letter or digit. Empty of a text without any.
 * `public_record.field_key` is the same in SQL.
 */
export function fieldKey(text: string): string {
  const lowered = toNfc(foldEth(text).toLowerCase());
  const words = lowered.match(/(?:[\p{L}\p{Nd}][\u0300-\u036f]*)+/gu) ?? [];
  return foldToneStyle(words.join(' '));
}
