/** Why a file is refused; `refusal-message.ts` has the words. */
export type Reason = 'unknown' | 'ending' | 'replaced' | 'broken' | 'foreign' | 'active' | 'macro' | 'bytes' | 'pixels';

/** Thrown by whatever looks into a file; `detail` is what the message names: a kind, a limit. */
export class RefusedFile extends Error {
  constructor(
    readonly reason: Reason,
    readonly detail = '',
  ) {
    super(`${reason} ${detail}`.trim());
  }
}
