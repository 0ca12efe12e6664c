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
 * @param suggested addresses of the portal that a reader may have meant
 */
export function showProblem(
  { text }: Portal,
  kind: ProblemKind,
  { reason = null, suggested = [] }: { reason?: string | null; suggested?: readonly string[] } = {},
): ShownPage {
  const title = text(`${kind}Title` satisfies Word);
  return {
    head: { title, description: null, canonical: null },
    body: (
      <Problem title={title}>
        <p>{text(`${kind}Text` satisfies Word)}</p>
        {reason && <p>{reason}</p>}
        {suggested.length > 0 && (
          <>
            <p>{text('suggested')}</p>
            <ul>
              {suggested.map((url) => (
                <li key={url}>
                  <a href={url}>{url}</a>
                </li>
              ))}
            </ul>
          </>
        )}
      </Problem>
    ),
    secondsToNextChange: null,
  };
}
