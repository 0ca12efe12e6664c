/** Why a file is refused; `refusal-message.ts` has the messages. The API gives it as `details.reason`. */
export type RefusalReason =
  'unknown' | 'ending' | 'replaced' | 'broken' | 'foreign' | 'active' | 'macro' | 'bytes' | 'pixels';

/** Thrown by every check of a file; `detail` is what the message names: a file type, a limit, a size. */
export class RefusedFile extends Error {
  constructor(
    readonly reason: RefusalReason,
    readonly detail = '',
  ) {
    super(`${reason} ${detail}`.trim());
  }
}
