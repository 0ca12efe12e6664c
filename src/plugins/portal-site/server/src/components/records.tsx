import { usePortal } from '../portal';
import type { Word } from '../words';

const RECORDS: readonly Word[] = ['directives', 'procedures', 'exchange'];

/** The three public records, which every page with news names. */
export function Records() {
  const { text } = usePortal();
  return (
    <div class="records frame">
      {RECORDS.map((record) => (
        <section key={record} aria-labelledby={record}>
          <h2 id={record}>{text(record)}</h2>
          <p class="nothing">{text('recordsEmpty')}</p>
        </section>
      ))}
    </div>
  );
}
