import type { AgencyInTree } from '../../../../../contract';
import { usePortal } from '../portal';

/** What is under the first row of agencies is open at once, since it is what most readers look for; the rest folds. */
export function AgencyTree({ agencies, isOpen = true }: { agencies: readonly AgencyInTree[]; isOpen?: boolean }) {
  const { text, to } = usePortal();
  return (
    <ul class="tree">
      {agencies.map(({ id, slug, name, shortName, level, children }) => (
        <li key={id}>
          <div class="agency-row">
            <a href={to('agency', slug)}>{name}</a>{' '}
            <span class="quiet">{[shortName, text(`level-${level}`)].filter(Boolean).join(' · ')}</span>
          </div>
          {children.length > 0 && (
            <details open={isOpen}>
              <summary>{text('agencyChildren', { count: children.length })}</summary>
              <AgencyTree agencies={children} isOpen={false} />
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}
