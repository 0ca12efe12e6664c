import type { ReportKind, ReportRow } from '../../../../../reports';
import { columnsOf, GROUPS } from './columns';
import { columnSum, countOf, sumOf, writeCount, type FormRow } from './form-rows';
import { useReportWords } from './words';

/** The heads of the columns, grouped as on paper. */
export function GridHead({ kind }: { kind: ReportKind }) {
  const say = useReportWords();
  const groups = GROUPS[kind];
  const height = groups.some(({ label }) => label !== null) ? 2 : 1;
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={height} className="field">
          {say('field')}
        </th>
        {groups.flatMap(({ label, columns }) =>
          label === null
            ? columns.map((column) => (
                <th key={column.label} scope="col" rowSpan={height} className="starts">
                  {say(column.label)}
                </th>
              ))
            : [
                <th key={label} scope="colgroup" colSpan={columns.length} className="starts">
                  {say(label)}
                </th>,
              ],
        )}
        <td rowSpan={height} />
      </tr>
      {height === 2 && (
        <tr>
          {groups
            .filter(({ label }) => label !== null)
            .flatMap(({ label, columns }) =>
              columns.map((column, index) => (
                <th key={`${label} ${column.label}`} scope="col" className={index === 0 ? 'starts' : undefined}>
                  {say(column.label)}
                </th>
              )),
            )}
        </tr>
      )}
    </thead>
  );
}

type FootProps = {
  kind: ReportKind;
  rows: readonly FormRow[];
  last: readonly ReportRow[] | null;
  lastName: string;
};

/** The sums of all rows, and of those of the last period. */
export function GridFoot({ kind, rows, last, lastName }: FootProps) {
  const say = useReportWords();
  const cells = (of: readonly FormRow[], isSum: boolean) =>
    columnsOf(kind).map((column, index) => {
      const sum =
        column.name === undefined
          ? sumOf(of.flatMap((row) => column.sumOf.map((name) => countOf(row, name))))
          : columnSum(of, column.name, column.isOptional);
      return (
        <td key={index} className={isSum ? 'sum' : undefined}>
          {writeCount(sum) || '–'}
        </td>
      );
    });
  return (
    <tfoot>
      <tr>
        <th scope="row" className="field">
          {say('sums')}
        </th>
        {cells(rows, true)}
        <td />
      </tr>
      {last && (
        <tr className="last">
          <th scope="row" className="field">
            {say('last', { period: lastName })}
          </th>
          {cells(last as readonly FormRow[], false)}
          <td />
        </tr>
      )}
    </tfoot>
  );
}
