import { Problem } from '../components/problem';
import type { SearchHit } from '../../../../../contract';
import { SearchForm } from '../components/search-form';
import { SearchHits } from '../components/search-hits';
import type { Portal } from '../portal';
import type { ShownPage } from '../page';
import type { Word } from '../words';

/** Why there is no page at an address; what is known of one that is gone. */
export type ProblemKind = 'missing' | 'gone' | 'failed' | 'previewMissing';

type ProblemDetails = {
  reason?: string | null;
  suggested?: readonly string[];
  searched?: { q: string; hits: readonly SearchHit[] };
};

/**
 * The page of a problem.
 *
 * @param reason in the words of an editor, where there are any
 * @param suggested addresses of the portal that a reader may have meant
 * @param searched what the address says, and what was found by it
 */
export function showProblem(
  { text, hasSearch }: Portal,
  kind: ProblemKind,
  { reason = null, suggested = [], searched }: ProblemDetails = {},
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
        {hasSearch && searched && (
          <>
            <SearchForm asked={{ q: searched.q }} />
            {searched.hits.length > 0 && (
              <>
                <p>{text('searchMissing')}</p>
                <SearchHits hits={searched.hits} next={null} />
              </>
            )}
          </>
        )}
      </Problem>
    ),
    secondsToNextChange: null,
    ...(hasSearch && searched && { hasSearchForm: true }),
  };
}
