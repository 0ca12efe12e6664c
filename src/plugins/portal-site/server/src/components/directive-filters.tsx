import type { AgencyInTree } from '../../../../../contract';
import { DOCUMENT_TYPE_NAMES } from '../../../../../vietnamese';
import { usePortal } from '../portal';

/** The filters of the list as the address has them. */
export type DirectiveFilters = Partial<Record<'number' | 'type' | 'agency' | 'from' | 'to', string>>;

type Choice = { value: string; name: string };

function Select({ name, label, chosen, choices }: { name: string; label: string; chosen: string; choices: Choice[] }) {
  const { text } = usePortal();
  return (
    <label>
      <span>{label}</span>
      <select name={name}>
        <option value="">{text('filterAll')}</option>
        {choices.map(({ value, name: word }) => (
          <option key={value} value={value} selected={value === chosen}>
            {word}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Those that issue directives for a whole province: of the hundreds below them a reader comes from their pages. */
const ISSUING_LEVELS: readonly AgencyInTree['level'][] = ['central', 'province', 'department'];

const issuing = (agencies: readonly AgencyInTree[]): Choice[] =>
  agencies.flatMap(({ slug, name, level, children }) => [
    ...(ISSUING_LEVELS.includes(level) ? [{ value: slug, name }] : []),
    ...issuing(children),
  ]);

type Props = { filters: DirectiveFilters; agencies: readonly AgencyInTree[]; agency: Choice | null };

/** The form that filters the list. It works without scripts: the filters are the address. */
export function DirectiveFilterForm({ filters, agencies, agency }: Props) {
  const { locale, text, to } = usePortal();
  const { number = '', type = '', from = '', to: until = '' } = filters;
  const types = Object.entries(DOCUMENT_TYPE_NAMES).map(([value, names]) => ({ value, name: names[locale] }));
  const known = issuing(agencies);
  const choices = agency && !known.some(({ value }) => value === agency.value) ? [agency, ...known] : known;
  return (
    <form class="filters" method="get" action={to('directives')} role="search" aria-label={text('filterDirectives')}>
      <label>
        <span>{text('documentNumber')}</span>
        <input name="number" type="text" value={number} maxLength={255} autocomplete="off" />
      </label>
      <Select name="type" label={text('documentType')} chosen={type} choices={types} />
      <Select name="agency" label={text('issuer')} chosen={agency?.value ?? ''} choices={choices} />
      <label>
        <span>{text('issuedFrom')}</span>
        <input name="from" type="date" value={from} />
      </label>
      <label>
        <span>{text('issuedTo')}</span>
        <input name="to" type="date" value={until} />
      </label>
      <p class="filter-actions">
        <button class="button" type="submit">
          {text('filter')}
        </button>
        {Object.keys(filters).length > 0 && <a href={to('directives')}>{text('filterNone')}</a>}
      </p>
    </form>
  );
}
