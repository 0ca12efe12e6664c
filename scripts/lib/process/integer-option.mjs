import { UserError } from './user-error.mjs';

/**
 * The value of an option as a non-negative integer of at most nine digits.
 * @param {string} name of the option, with its dashes
 * @param {string} text
 * @throws {UserError}
 */
export function integerOption(name, text) {
  if (!/^\d{1,9}$/.test(text)) throw new UserError(`${name} phải là số nguyên, ví dụ ${name} 20000.`);
  return Number(text);
}
