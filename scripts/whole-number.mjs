import { PlainError } from './plain-error.mjs';

/** The whole number, up to nine digits, that somebody gave for an option. */
export function wholeNumber(name, text) {
  if (!/^\d{1,9}$/.test(text)) throw new PlainError(`${name} phải là số nguyên, ví dụ ${name} 20000.`);
  return Number(text);
}
