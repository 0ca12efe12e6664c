/** An error whose message is written for the user of the command: printed without a stack. */
export class UserError extends Error {}

/**
 * Prints a UserError's message, or everything about an unexpected error.
 * @param {unknown} error
 */
export function printError(error) {
  if (error instanceof UserError) console.error(`\n✗ ${error.message}\n`);
  else console.error('\n✗ Có lỗi ngoài dự kiến:\n', error);
}
