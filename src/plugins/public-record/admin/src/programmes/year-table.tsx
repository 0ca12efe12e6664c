import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { portalDay } from '../../../../../vietnamese';
import { withActual, withPlanned, type FormActual, type FormTarget } from './form-values';
import { DayInput, FigureInput, TextInput } from './typed-inputs';
import { useWords } from './words';

const Scroller = styled.div`
  overflow-x: auto;

  table {
    inline-size: 100%;
    min-inline-size: 46rem;
    border-collapse: collapse;
  }
  caption,
  th {
    text-align: start;
  }
  th,
  td {
    padding: 0.4rem 0.6rem 0.4rem 0;
    vertical-align: top;
  }
  tbody th {
    padding-block-start: 1.2rem;
    white-space: nowrap;
  }
  .target {
    padding-block-start: 1.2rem;
  }
`;

type Props = {
  target: FormTarget;
  name: string;
  display: string | null;
  years: readonly number[];
  disabled: boolean;
  onChange: (target: FormTarget) => void;
};

/** Plan and actual of each year of a target. A year that has gone by without a figure says so. */
export function YearTable({ target, name, display, years, disabled, onChange }: Props) {
  const say = useWords();
  const thisYear = Number(portalDay(new Date()).slice(0, 4));
  if (years.length === 0) return <Typography textColor="neutral600">{say('noYears')}</Typography>;

  const plannedCell = (year: number) => {
    const planned = target.planned.find((one) => one.year === year);
    if (year === target.dueYear && !planned) {
      return (
        <Typography tag="p" className="target">
          {display ? say('isTarget', { display }) : '–'}
        </Typography>
      );
    }
    return (
      <FigureInput
        name={say('plannedIn', { year, row: name })}
        value={planned?.value ?? ''}
        disabled={disabled}
        onChange={(value) => onChange(withPlanned(target, year, value))}
      />
    );
  };

  return (
    <Scroller>
      <table>
        <caption>
          <Typography variant="pi" fontWeight="bold" tag="p">
            {say('byYear')}
          </Typography>
          <Typography variant="pi" textColor="neutral600" tag="p">
            {say('byYearHint')}
          </Typography>
        </caption>
        <thead>
          <tr>
            {(['year', 'planned', 'actual', 'asOf', 'source'] as const).map((column) => (
              <th key={column} scope="col">
                <Typography variant="sigma" textColor="neutral600">
                  {say(column)}
                </Typography>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {years.map((year) => {
            const actual = target.actual.find((one) => one.year === year);
            const set = (changed: Partial<FormActual>) => onChange(withActual(target, year, changed));
            return (
              <tr key={year}>
                <th scope="row">
                  <Typography fontWeight="bold">{year}</Typography>
                  {year < thisYear && !actual && (
                    <Typography variant="pi" textColor="danger700" tag="p">
                      {say('notReported')}
                    </Typography>
                  )}
                </th>
                <td>{plannedCell(year)}</td>
                <td>
                  <FigureInput
                    name={say('actualIn', { year, row: name })}
                    value={actual?.value ?? ''}
                    disabled={disabled}
                    // A whole year's figure is what most reports have.
                    onChange={(value) => set({ value, ...(!actual && year < thisYear && { asOf: `${year}-12-31` }) })}
                  />
                </td>
                <td>
                  <DayInput
                    name={say('asOfIn', { year, row: name })}
                    value={actual?.asOf ?? ''}
                    disabled={disabled || !actual}
                    onChange={(asOf) => set({ asOf })}
                  />
                </td>
                <td>
                  <TextInput
                    name={say('sourceIn', { year, row: name })}
                    value={actual?.source ?? ''}
                    disabled={disabled}
                    onChange={(source) => set({ source: source ?? '' })}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroller>
  );
}
