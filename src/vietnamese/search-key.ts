import { foldEth, foldToneStyle, normalForm, toNfc } from './fold-letters';

/**
 * What an index and a query must share, accents kept: NFC, Ð→Đ, lower case, old tone style, and one space for whatever
 * is not a letter or a digit. `Số: 123/QÐ-UBND` → `số 123 qđ ubnd`. Idempotent.
 */
export function searchKey(text: string): string {
  const lowered = toNfc(foldEth(text).toLowerCase());
  const words = lowered.match(/(?:[\p{L}\p{N}]\p{M}*)+/gu) ?? [];
  return foldToneStyle(words.join(' '));
}

/** {@link searchKey} without accents, and d for đ: `Thanh Hoá` → `thanh hoa`. Idempotent. */
export function flatKey(text: string): string {
  const unaccented = normalForm(searchKey(text), 'NFD').replace(/[\u0300-\u036f]/g, '');
  return toNfc(unaccented.replace(/đ/g, 'd'));
}

/**
 * The digits-only forms of the numbers that a text writes in groups, in their order, to be indexed beside the text:
 * `đạt 1.125.000 tỷ đồng` → `['1125000']`. Decimals are left off. Dates and procedure codes are no such numbers.
 */
export function digitsOnlyForms(text: string): string[] {
  const grouped = text.match(/(?<!\d[.,]?)[1-9]\d{0,2}(?:\.\d{3})+(?!\.?\d)/g) ?? [];
  return grouped.map((number) => number.replace(/\./g, ''));
}
