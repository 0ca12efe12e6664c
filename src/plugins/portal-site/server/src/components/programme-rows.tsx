import type { ProgrammeInList } from '../../../../../contract';
import { usePortal } from '../portal';
import { MoreLink } from './more-link';
import { ProgrammeFacts } from './programme-facts';

type RowsProps = { programmes: readonly ProgrammeInList[]; heading: 'h2' | 'h3'; next?: string | null };

/** Programmes as rows, and the way to the next of them. */
export function ProgrammeRows({ programmes, heading: Heading, next = null }: RowsProps) {
  const { to } = usePortal();
  return (
    <>
      <ul class="card-list programmes" data-more-list>
        {programmes.map((programme) => (
          <li key={programme.id}>
            <Heading class="card-title">
              <a href={to('programme', programme.slug)}>{programme.name}</a>
            </Heading>
            {programme.summary && <p class="card-summary">{programme.summary}</p>}
            <ProgrammeFacts programme={programme} />
          </li>
        ))}
      </ul>
      <MoreLink next={next} />
    </>
  );
}
