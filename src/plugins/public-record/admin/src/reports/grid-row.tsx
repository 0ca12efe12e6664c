import { IconButton, Typography } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import type { CarriedOverDifference, ReportKind, ReportRow } from '../../../../../reports';
import { formatNumber } from '../../../../../vietnamese';
import { GROUPS, type Column } from './columns';
import { CountCell } from './count-cell';
import { countOf, sumOf, writeCount, type FormProblem, type FormRow } from './form-rows';
import { Cell } from './grid-styles';
import { useReportWords } from './words';

type Props = {
  kind: ReportKind;
  index: number;
  row: FormRow;
  name: string;
  isOnly: boolean;
  /** What the last period has of the same field. */
  last: ReportRow | null;
  lastName: string;
  problems: readonly FormProblem[];
  warning: CarriedOverDifference | null;
  suggestions: string;
  disabled: boolean;
  onChange: (changed: Partial<FormRow>) => void;
  onRemove: () => void;
  /** The cell in which the person is typing. */
  onTyping: (cell: string | null) => void;
};

/** One row: its boxes, the same of the last period, and what is wrong with it. */
export function GridRow(props: Props) {
  const { kind, index, row, name, isOnly, last, lastName, problems, warning, suggestions, disabled } = props;
  const { onChange, onRemove, onTyping } = props;
  const say = useReportWords();
  const notes = `${suggestions}-${index}`;
  const groups = GROUPS[kind];
  const width = groups.reduce((count, { columns }) => count + columns.length, 2);

  const box = (column: string, label: string) => {
    const isWrong = problems.some((problem) => problem.name === column);
    return {
      'data-cell': `${index}:${column}`,
      'aria-label': say('cell', { column: label, row: name }),
      'aria-invalid': isWrong,
      'aria-describedby': isWrong ? notes : undefined,
      disabled,
      onFocus: () => onTyping(`${index}:${column}`),
      onBlur: () => onTyping(null),
    };
  };
  const cells = (render: (column: Column, label: string) => JSX.Element | string | null) =>
    groups.flatMap(({ label: group, columns }) =>
      columns.map((column, place) => {
        const label = [group && say(group), say(column.label)].filter(Boolean).join(': ');
        const isSum = column.name === undefined;
        return (
          <td key={label} className={[place === 0 && 'starts', isSum && 'sum'].filter(Boolean).join(' ') || undefined}>
            {render(column, label)}
          </td>
        );
      }),
    );
  const shown = (of: FormRow, column: Column) =>
    writeCount(
      column.name === undefined ? sumOf(column.sumOf.map((part) => countOf(of, part))) : countOf(of, column.name),
    ) || '–';

  return (
    <tbody>
      <tr>
        <td className="field">
          <Cell
            {...box('field', say('field'))}
            list={suggestions}
            autoComplete="off"
            placeholder={isOnly ? say('wholeOffice') : undefined}
            value={row.field ?? ''}
            onChange={({ target }) => onChange({ field: target.value || null })}
          />
        </td>
        {cells((column, label) =>
          column.name === undefined ? (
            shown(row, column)
          ) : (
            <CountCell
              {...box(column.name, label)}
              value={countOf(row, column.name)}
              onChange={(count) => onChange({ [column.name]: count })}
            />
          ),
        )}
        <td>
          {!disabled && (
            <IconButton
              type="button"
              // Tab goes from count to count; the row is removed by keyboard from any of its cells.
              tabIndex={-1}
              aria-keyshortcuts="Control+Delete"
              label={say('removeRow', { row: name })}
              variant="ghost"
              onClick={onRemove}
            >
              <Trash />
            </IconButton>
          )}
        </td>
      </tr>
      {last && (
        <tr className="last">
          <th scope="row" className="field">
            {say('last', { period: lastName })}
          </th>
          {cells((column) => shown(last as FormRow, column))}
          <td />
        </tr>
      )}
      <tr className="notes">
        <td colSpan={width}>
          <div id={notes} role="status">
            {problems.map(({ message }) => (
              <Typography key={message} tag="p" textColor="danger700">
                {message}
              </Typography>
            ))}
            {warning && (
              <Typography tag="p" textColor="warning700">
                {say('differs', {
                  carriedOver: formatNumber(String(warning.carriedOver)),
                  pending: formatNumber(String(warning.pending)),
                  by: formatNumber(String(Math.abs(warning.carriedOver - warning.pending))),
                })}
              </Typography>
            )}
          </div>
        </td>
      </tr>
    </tbody>
  );
}
