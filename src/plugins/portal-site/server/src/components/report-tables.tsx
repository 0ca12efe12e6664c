import type { ComponentChildren } from 'preact';
import type { Period } from '../../../../../reports';
import { civilDay } from '../civil-day';
import { usePortal } from '../portal';
import { periodTitle } from '../report-periods';
import { figureText, type Figures, type ReportRow, type ReportView } from '../report-views';

/** Those after the heading of a row. */
const widthOf = ({ columns }: ReportView): number => columns.reduce((sum, one) => sum + one.columns.length, 0);

function HeadRows({ view, first }: { view: ReportView; first: string }) {
  const { text } = usePortal();
  return (
    <thead>
      <tr>
        <th scope="col" rowspan={2}>
          {first}
        </th>
        {view.columns.map(({ group, columns }) =>
          group === null ? (
            columns.map(({ figure, word }) => (
              <th key={figure} scope="col" rowspan={2}>
                {text(word)}
              </th>
            ))
          ) : (
            <th key={group} class="column-group" scope="colgroup" colspan={columns.length}>
              {text(group)}
            </th>
          ),
        )}
      </tr>
      <tr>
        {view.columns.flatMap(({ group, columns }) =>
          group === null
            ? []
            : columns.map(({ figure, word }) => (
                <th key={figure} scope="col">
                  {text(word)}
                </th>
              )),
        )}
      </tr>
    </thead>
  );
}

function FigureCells({ view, figures }: { view: ReportView; figures: Figures }) {
  const { locale } = usePortal();
  return (
    <>
      {view.columns.flatMap(({ columns }) =>
        columns.map(({ figure }) => <td key={figure}>{figureText(figures[figure], locale)}</td>),
      )}
    </>
  );
}

type FrameProps = { view: ReportView; caption: string; first: string; children: ComponentChildren };

/** A table that scrolls in itself where the screen is narrow. */
function TableFrame({ view, caption, first, children }: FrameProps) {
  const { text } = usePortal();
  return (
    <div class="table-scroller" tabindex={0} role="region" aria-label={`${caption}. ${text('tableScrolls')}`}>
      <table class="report-table">
        <caption class="visually-hidden">{caption}</caption>
        <HeadRows view={view} first={first} />
        {children}
      </table>
    </div>
  );
}

/** Says that a row was corrected, and leads to how. */
const Corrected = ({ row, list }: { row: ReportRow; list: string }) => {
  const { text } = usePortal();
  if (row.corrections.length === 0) return null;
  return (
    <>
      {' '}
      <a class="corrected" href={`#${list}`}>
        {text('corrected')}
      </a>
    </>
  );
};

/** `corrections` is the id of their list. */
type TableProps = { view: ReportView; rows: readonly ReportRow[]; caption: string; corrections: string };

type SeriesTableProps = TableProps & { addressOf(period: Period): string };

/** One row a period, the latest first; each leads to the address of its period. */
export function SeriesTable({ view, rows, caption, corrections, addressOf }: SeriesTableProps) {
  const { locale, text } = usePortal();
  return (
    <TableFrame view={view} caption={caption} first={text('reportPeriod')}>
      <tbody>
        {rows.map((row) => (
          <tr key={row.period.from}>
            <th scope="row">
              <a href={addressOf(row.period)}>{periodTitle(row.period, locale)}</a>
              <Corrected row={row} list={corrections} />
            </th>
            <FigureCells view={view} figures={row} />
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}

/** Rows of one agency, which follow each other. */
function byAgency(rows: readonly ReportRow[]): [ReportRow, ...ReportRow[]][] {
  const groups: [ReportRow, ...ReportRow[]][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last?.[0].agency?.id === row.agency?.id) last!.push(row);
    else groups.push([row]);
  }
  return groups;
}

type AgencyTableProps = TableProps & { isOfOneAgency: boolean };

/** What each agency did in a period, in each field of its work where it says so; or the fields of one agency. */
export function AgencyTable({ view, rows, caption, corrections, isOfOneAgency }: AgencyTableProps) {
  const { text, to } = usePortal();
  return (
    <TableFrame view={view} caption={caption} first={text(isOfOneAgency ? 'reportField' : 'reportAgency')}>
      {byAgency(rows).map((fields) => {
        const [row] = fields;
        const isWhole = !isOfOneAgency && fields.length === 1 && row.field === null;
        const agency = row.agency && (
          <>
            <a href={to('agency', row.agency.slug)}>{row.agency.name}</a>
            <Corrected row={row} list={corrections} />
          </>
        );
        return (
          <tbody key={row.agency?.id}>
            {!isWhole && !isOfOneAgency && (
              <tr>
                <th scope="rowgroup" colspan={widthOf(view) + 1}>
                  {agency}
                </th>
              </tr>
            )}
            {fields.map((one) => (
              <tr key={one.field} class={isWhole || isOfOneAgency ? undefined : 'table-field'}>
                <th scope="row">{isWhole ? agency : (one.field ?? text('noField'))}</th>
                <FigureCells view={view} figures={one} />
              </tr>
            ))}
          </tbody>
        );
      })}
    </TableFrame>
  );
}

type CorrectionsProps = { rows: readonly ReportRow[]; id: string; heading: 'h2' | 'h3' };

/**
 * What was corrected in the rows, the newest first; nothing where none was. Of rows with the same correction the first names
 * whose it is.
 */
export function ReportCorrections({ rows, id, heading: Heading }: CorrectionsProps) {
  const portal = usePortal();
  const { locale, text } = portal;
  const lines = new Map<string, { on: string; note: string; what: string }>();
  for (const { agency, period, corrections } of rows) {
    const what = [agency?.name, periodTitle(period, locale)].filter(Boolean).join(', ');
    for (const { on, note } of corrections) {
      const key = `${on} ${note}`;
      if (!lines.has(key)) lines.set(key, { on, note, what });
    }
  }
  if (lines.size === 0) return null;
  return (
    <section class="part" aria-labelledby={id}>
      <Heading id={id}>{text('correctionsTitle')}</Heading>
      <ul class="rows">
        {[...lines]
          .sort(([one], [other]) => (one < other ? 1 : -1))
          .map(([key, { on, note, what }]) => (
            <li key={key}>
              <strong>{what}</strong> <span class="quiet">({civilDay(on.slice(0, 10), portal)})</span>
              <p class="as-typed">{note}</p>
            </li>
          ))}
      </ul>
    </section>
  );
}
