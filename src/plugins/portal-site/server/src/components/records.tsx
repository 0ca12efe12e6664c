import type { ComponentChildren } from 'preact';
import type { DirectiveInList, RecordAnswers, TimedAnswer, Directives } from '../../../../../contract';
import { civilDay } from '../civil-day';
import { usePortal } from '../portal';
import { periodTitle } from '../report-periods';
import { REPORT_VIEWS, type ReportRow, type ReportView } from '../report-views';
import type { Word } from '../words';
import { directiveName } from './directives';
import { ReportShare, ReportTotals } from './report-totals';

/** Of each record. */
const SHOWN = 3;

/** What the public records of a page are made of; null where public-record is not installed. */
type RecordBlocks = {
  directives: TimedAnswer<Directives>;
  procedures: TimedAnswer<ReportRow[]>;
  exchange: TimedAnswer<ReportRow[]>;
} | null;

export async function recordBlocks(records: RecordAnswers | null, locale: string): Promise<RecordBlocks> {
  if (!records) return null;
  const [directives, procedures, exchange] = await Promise.all([
    records.directives(locale, { limit: SHOWN }),
    records.reportSeries('procedure-progress', locale, { limit: 1 }),
    records.reportSeries('document-exchange', locale, { limit: 1 }),
  ]);
  return { directives, procedures, exchange };
}

function Block({ name, children }: { name: Word; children: ComponentChildren }) {
  const { text } = usePortal();
  return (
    <section aria-labelledby={name}>
      <h2 id={name}>{text(name)}</h2>
      {children}
    </section>
  );
}

const Nothing = () => <p class="nothing">{usePortal().text('recordsEmpty')}</p>;

function DirectiveLines({ directives }: { directives: readonly DirectiveInList[] }) {
  const portal = usePortal();
  const { text, to } = portal;
  return (
    <>
      <ul class="directive-lines">
        {directives.map((one) => (
          <li key={one.id}>
            <a href={to('directive', one.slug)}>{directiveName(one, portal)}</a>{' '}
            <time class="latest-time" datetime={one.issuedOn}>
              ({civilDay(one.issuedOn, portal)})
            </time>
            <p>{one.abstract}</p>
          </li>
        ))}
      </ul>
      <p>
        <a href={to('directives')}>{text('directivesAll')}</a>
      </p>
    </>
  );
}

/** The last period that is reported: the share on time, and the counts. */
function LastReport({ view, blocks }: { view: ReportView; blocks: RecordBlocks }) {
  const { locale, text, to } = usePortal();
  const [last] = blocks?.[view.page].answer ?? [];
  if (!last) return <Nothing />;
  return (
    <>
      <p class="quiet">{periodTitle(last.period, locale)}</p>
      <ReportShare view={view} figures={last} />
      <ReportTotals view={view} figures={last} />
      <p>
        <a href={to(view.page)}>{text('reportsAll')}</a>
      </p>
    </>
  );
}

/** The three public records, which every page with news names. */
export function Records({ blocks }: { blocks: RecordBlocks }) {
  const directives = blocks?.directives.answer.data ?? [];
  return (
    <div class="records frame">
      <Block name="directives">
        {directives.length > 0 ? <DirectiveLines directives={directives} /> : <Nothing />}
      </Block>
      {Object.values(REPORT_VIEWS).map((view) => (
        <Block key={view.page} name={view.page}>
          <LastReport view={view} blocks={blocks} />
        </Block>
      ))}
    </div>
  );
}
