import { Problem } from '../components/problem';
import type { Portal } from '../portal';
import type { ShownPage } from '../page';
import type { Word } from '../words';

/** Why there is no page at an address; what is known of one that is gone. */
export type ProblemKind = 'missing' | 'gone' | 'failed' | 'previewMissing';

/**
 * The page of a problem.
 *
 * @param reason in the words of an editor, where there are any
 */
export function showProblem({ text }: Portal, kind: ProblemKind, reason: string | null = null): ShownPage {
  const title = text(`${kind}Title` satisfies Word);
  return {
    head: { title, description: null, canonical: null },
    body: (
      <Problem title={title}>
        <p>{text(`${kind}Text` satisfies Word)}</p>
        {reason && <p>{reason}</p>}
      </Problem>
    ),
    secondsToNextChange: null,
  };
}
