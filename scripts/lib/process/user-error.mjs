/** An error whose message is written for the person at the terminal: printed as it stands, without a stack. */
export class UserError extends Error {}

/**
 * Prints what went wrong: a plain error's own words, or everything known about an unexpected one.
 * @param {unknown} error
 */
export function printError(error) {
  if (error instanceof UserError) console.error(`\n✗ ${error.message}\n`);
  else console.error('\n✗ Có lỗi ngoài dự kiến:\n', error);
}
