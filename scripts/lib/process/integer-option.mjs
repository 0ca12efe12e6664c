import { UserError } from './user-error.mjs';

/** The whole number, up to nine digits, that somebody gave for an option. */
export function integerOption(name, text) {
  if (!/^\d{1,9}$/.test(text)) throw new UserError(`${name} phải là số nguyên, ví dụ ${name} 20000.`);
  return Number(text);
}
