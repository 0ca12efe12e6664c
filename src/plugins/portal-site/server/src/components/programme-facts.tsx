import type { ProgrammeInList } from '../../../../../contract';
import { usePortal } from '../portal';

/** Its years, whether it runs, and whose it is. */
export function ProgrammeFacts({ programme }: { programme: ProgrammeInList }) {
  const { text, to } = usePortal();
  const { period, status, agency } = programme;
  return (
    <p class="card-facts">
      <span>{text('programmePeriod', period)}</span>
      <span>{text(`programme-${status}`)}</span>
      {agency && <a href={to('agency', agency.slug)}>{agency.name}</a>}
    </p>
  );
}
