import { PERIOD_KINDS, periodText, type Period, type PeriodKind } from '../../../../../reports';
import { withQuery } from '../pages/list-page';
import { usePortal } from '../portal';
import type { ReportChoicesModel } from '../queries/report-choices';
import { periodTitle } from '../report-periods';
import type { ReportView } from '../report-views';

/** The filters as the address has them; `from` and `to` are periods. */
export type ReportQuery = Partial<Record<'agency' | 'by' | 'from' | 'to', string>>;

type Choice = { value: string; name: string };
type Group = { name: string; choices: Choice[] };

type SelectProps = { name: string; label: string; chosen: string; all: string; groups: readonly Group[] };

function GroupedSelect({ name, label, chosen, all, groups }: SelectProps) {
  return (
    <label>
      <span>{label}</span>
      <select name={name}>
        <option value="">{all}</option>
        {groups.map((group) => (
          <optgroup key={group.name} label={group.name}>
            {group.choices.map(({ value, name: word }) => (
              <option key={value} value={value} selected={value === chosen}>
                {word}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}

const LEVELS = ['central', 'province', 'department', 'commune', 'unit', 'district'] as const;

type KindsProps = { view: ReportView; kind: PeriodKind; usual: PeriodKind; query: ReportQuery };

/** Whether months, quarters or years are shown: links, so that what can be chosen is always of the kind that is shown. */
export function PeriodKinds({ view, kind, usual, query }: KindsProps) {
  const { text, to } = usePortal();
  return (
    <nav class="period-kinds" aria-label={text('periodKinds')}>
      {PERIOD_KINDS.map((one) => (
        <a
          key={one}
          href={withQuery(to(view.page), { ...query, by: one === usual ? undefined : one })}
          aria-current={one === kind ? 'true' : undefined}
        >
          {text(`by-${one}`)}
        </a>
      ))}
    </nav>
  );
}

type FormProps = {
  view: ReportView;
  kind: PeriodKind;
  /** The kind that is shown where an address has none. */
  usual: PeriodKind;
  query: ReportQuery;
  choices: ReportChoicesModel;
  /** Of the kind, the latest first, those that the address asks for among them. */
  periods: readonly Period[];
};

/** The form that chooses the agency and the periods. It works without scripts: the filters are the address. */
export function ReportFilterForm({ view, kind, usual, query, choices, periods }: FormProps) {
  const { locale, text, to } = usePortal();
  const { agency = '', from = '', to: until = '' } = query;
  const agencies = LEVELS.flatMap((level) => {
    const ofLevel = choices.agencies.filter((one) => one.level === level);
    return ofLevel.length > 0
      ? [{ name: text(`level-${level}`), choices: ofLevel.map(({ slug, name }) => ({ value: slug, name })) }]
      : [];
  });
  const years: Group[] = [];
  for (const period of periods) {
    const name = kind === 'year' ? text('by-year') : text('yearTitle', { year: period.from.slice(0, 4) });
    const choice = { value: periodText(period), name: periodTitle(period, locale) };
    if (years.at(-1)?.name === name) years.at(-1)!.choices.push(choice);
    else years.push({ name, choices: [choice] });
  }
  return (
    <form
      class="filters report-filters"
      method="get"
      action={to(view.page)}
      role="search"
      aria-label={text('filterReports')}
    >
      <GroupedSelect
        {...{ name: 'agency', label: text('reportAgency'), chosen: agency, all: text('allAgencies'), groups: agencies }}
      />
      <GroupedSelect
        {...{ name: 'from', label: text('reportFrom'), chosen: from, all: text('notChosen'), groups: years }}
      />
      <GroupedSelect
        {...{ name: 'to', label: text('reportTo'), chosen: until, all: text('notChosen'), groups: years }}
      />
      <p class="filter-actions">
        {kind !== usual && <input type="hidden" name="by" value={kind} />}
        <button class="button" type="submit">
          {text('filter')}
        </button>
        {(agency || from || until) && <a href={withQuery(to(view.page), { by: query.by })}>{text('filterNone')}</a>}
      </p>
    </form>
  );
}
