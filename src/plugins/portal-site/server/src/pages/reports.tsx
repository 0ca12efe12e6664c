import { z } from 'zod';
import { BASE_PATH, parameters, readKnownParameters } from '../../../../../contract';
import { parsePeriod, PERIOD_KINDS, periodName, periodText, type Period } from '../../../../../reports';
import { MissingReports } from '../components/missing-reports';
import { Main, PageHeading } from '../components/page-heading';
import { PeriodKinds, ReportFilterForm, type ReportQuery } from '../components/report-filters';
import { ReportOverview } from '../components/report-overview';
import { AgencyTable, ReportCorrections, SeriesTable } from '../components/report-tables';
import { Script } from '../components/script';
import { TitledSection } from '../components/titled-section';
import { secondsToFirstChange, type Page } from '../page';
import { usePortal } from '../portal';
import { askedSpan, periodOn, periodTitle } from '../report-periods';
import type { ReportAnswer, ReportRow, ReportView } from '../report-views';
import { cursorOnly, listHead, withQuery } from './list-page';

/** Periods of the chart and its table, without and with a choice of periods. */
const LATEST_PERIODS = 12;
const MOST_PERIODS = 24;
/** Rows of the table by agency. */
const ROWS = parameters.MAX_LIMIT;

const period = z.string().refine((text) => parsePeriod(text) !== null);

const reportParameters = z.object({
  agency: parameters.name.optional(),
  by: z.enum(PERIOD_KINDS).optional(),
  from: period.optional(),
  to: period.optional(),
  ...cursorOnly,
});

type AgencySectionProps = { view: ReportView; list: ReportAnswer; isOfOneAgency: boolean; here: string };

/** Who counted what in the latest of the periods, with a link to the next rows; nothing where the series says it all. */
function AgencySection({ view, list: { data, meta }, isOfOneAgency, here }: AgencySectionProps) {
  const { locale, text } = usePortal();
  const [latest] = data;
  if (!latest || (isOfOneAgency && data.every(({ field }) => field === null))) return null;
  const rows = data.filter((row) => row.period.from === latest.period.from);
  const heading = text(isOfOneAgency ? 'byField' : 'byAgency', { period: periodName(latest.period, locale) });
  const next = rows.length === data.length ? meta.nextCursor : null;
  return (
    <TitledSection look="report-part" id="by-agency" heading={heading}>
      <AgencyTable {...{ view, rows, isOfOneAgency, caption: heading, corrections: 'corrections' }} />
      {next && (
        <p class="more">
          <a class="button" rel="next" href={`${here}${here.includes('?') ? '&' : '?'}cursor=${next}#by-agency`}>
            {text('nextRows')}
          </a>
        </p>
      )}
    </TitledSection>
  );
}

/** Counts that agencies report: of a period or of several, over time, and by agency and field. */
export const reportsPage = (view: ReportView): Page => ({
  plugin: 'public-record',
  section: null,
  parameters: reportParameters,

  async show({ portal, records, reportChoices, querystring }) {
    if (!records) return null;
    const { locale, locales, text, to } = portal;
    const { cursor, agency, by, ...asked } = readKnownParameters(querystring, reportParameters);
    const newest = await records.reportSeries(view.kind, locale, { agency, limit: 1 });
    const usual = newest.answer[0]?.period.kind ?? 'month';
    const kind = by ?? usual;
    const { first, last } = askedSpan(kind, asked.from, asked.to);
    const isRange = first !== null || last !== null;
    const most = isRange ? MOST_PERIODS : LATEST_PERIODS;
    const filters = { agency, by: kind, from: first?.from, to: last?.to };
    const [series, list, choices] = await Promise.all([
      records.reportSeries(view.kind, locale, { ...filters, limit: most + 1 }),
      records[view.answer](locale, { ...filters, limit: ROWS, cursor }),
      reportChoices(view.source, locale),
    ]);
    const rows: ReportRow[] = series.answer.slice(0, most);
    const [latest, ...before] = rows;
    const { meta }: ReportAnswer = list.answer;

    const query: ReportQuery = {
      ...(agency !== undefined && { agency: meta.filters.agency ?? agency }),
      ...(kind !== usual && { by: kind }),
      ...(first && { from: periodText(first) }),
      ...(last && { to: periodText(last) }),
    };
    const here = (changed: ReportQuery = {}) => withQuery(to(view.page), { ...query, ...changed });
    const name = choices.agencies.find(({ slug }) => slug === query.agency)?.name;
    const title = name ? text('recordOf', { record: text(view.page), name }) : text(view.page);
    const reported = choices.periods[kind].flatMap((day) => periodOn(kind, day) ?? []);
    const other = locales.find((one) => one !== locale) ?? locale;
    return {
      head: listHead(portal, { name: view.page, query, cursor }, { title, description: text(view.description) }),
      body: (
        <Main>
          <PageHeading title={title} />
          <PeriodKinds {...{ view, kind, usual, query }} />
          <ReportFilterForm {...{ view, kind, usual, query, choices, periods: choosable() }} />
          {latest ? (
            <>
              <ReportOverview
                {...{ view, rows: [latest, ...before], id: 'overview', heading: 'h2' }}
                {...(isRange && { totals: { title: spanTitle(), figures: meta.totals } })}
              />
              <TitledSection look="report-part" id="by-period" heading={text(`each-${kind}`)}>
                <SeriesTable
                  {...{ view, rows, caption: text('figuresByPeriod'), corrections: 'corrections' }}
                  addressOf={(one) => here({ from: periodText(one), to: periodText(one) })}
                />
                {isRange && series.answer.length > most && (
                  <p class="quiet">{text('latestPeriods', { count: most })}</p>
                )}
              </TitledSection>
              <AgencySection {...{ view, list: list.answer, isOfOneAgency: agency !== undefined, here: here() }} />
              <ReportCorrections rows={[...list.answer.data, ...rows]} id="corrections" heading="h2" />
            </>
          ) : (
            <p class="nothing">{text(reported.length > 0 ? 'reportsNotFound' : 'reportsEmpty')}</p>
          )}
          <MissingReports missing={meta.missing} />
          {latest && (
            <p class="report-files">
              <a href={download()}>{text('downloadCsv')}</a>
              <a href="/catalog.jsonld">{text('openData')}</a>
            </p>
          )}
          <Script name="table-scroller" />
        </Main>
      ),
      secondsToNextChange: secondsToFirstChange([series, list]),
      otherLanguage: withQuery(to(view.page, '', other), query),
    };

    /** What was reported, and what the address asks for, the latest first. */
    function choosable(): Period[] {
      const all = [...reported, ...[first, last].flatMap((one) => one ?? [])];
      return [...new Map(all.map((one) => [one.from, one])).values()].sort((one, after) =>
        one.from < after.from ? 1 : -1,
      );
    }

    function spanTitle(): string {
      const [begin, end] = [first ?? reported.at(-1), last ?? reported[0]];
      if (!begin || !end || begin.from === end.from) return periodTitle((begin ?? end)!, locale);
      return text('period', { from: periodTitle(begin, locale), to: periodName(end, locale) });
    }

    function download(): string {
      const { from, to: until } = filters;
      return withQuery(`${BASE_PATH}/${view.kind}.csv`, {
        ...{ agency: query.agency, by: kind, from, to: until },
        ...(locale !== 'vi' && { locale }),
      });
    }
  },
});
