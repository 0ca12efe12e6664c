import { Button, Flex, Typography } from '@strapi/design-system';
import { Expand, Plus } from '@strapi/icons';
import { useId, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import {
  countsOf,
  MOST_FIELDS,
  parsePeriod,
  periodName,
  previousPeriod,
  type ReportKind,
} from '../../../../../reports';
import { panelLanguage } from '../../../../../panel/panel-words';
import { formatNumber } from '../../../../../vietnamese';
import { pastedColumns } from './columns';
import {
  blankRow,
  byField,
  carriedOverWarnings,
  cellsOf,
  isRead,
  problemsOf,
  rowAfter,
  withCells,
  type FormRow,
} from './form-rows';
import { GridFoot, GridHead } from './grid-frame';
import { GridRow } from './grid-row';
import { Scroller, Sheet } from './grid-styles';
import { Shares } from './shares';
import { useCellFocus } from './use-cell-focus';
import type { ReportForm } from './use-report-form';
import { useReportWords } from './words';

type Props = {
  kind: ReportKind;
  period: string | null;
  beside: ReportForm | 'failed' | null;
  rows: readonly FormRow[];
  disabled: boolean;
  onChange: (rows: FormRow[]) => void;
};

/** The rows of a report as on the paper form, with sums and what does not add up, beside the figures of the last period. */
export function RowsGrid({ kind, period, beside, rows: stored, disabled, onChange }: Props) {
  const say = useReportWords();
  const { locale } = useIntl();
  const suggestions = useId();
  const root = useRef<HTMLDivElement>(null);
  const { positionOf, focusLater, moveBy } = useCellFocus(root);
  const [typing, setTyping] = useState<string | null>(null);
  const [announced, setAnnounced] = useState('');

  const { previous = null, fields = [] } = beside === 'failed' || beside === null ? {} : beside;
  const last = previous?.rows ?? null;
  const whole = last?.find(({ field }) => field === null);
  // A report that has no rows yet shows one, which is stored with the first count.
  const rows = stored.length > 0 ? stored : [whole ? rowAfter(kind, whole) : blankRow(kind)];
  const problems = problemsOf(kind, rows, panelLanguage(locale));
  const warnings = carriedOverWarnings(kind, rows, last);
  const [rowOf, lastOf, warningOf] = [byField(rows), byField(last ?? []), byField(warnings)];
  const missing = (last ?? []).filter(({ field }) => field !== null && !rowOf(field));

  const change = (index: number, changed: Partial<FormRow>) =>
    onChange(rows.map((row, other) => (other === index ? ({ ...row, ...changed } as FormRow) : row)));
  const add = () => {
    focusLater({ row: rows.length, column: 'field' });
    onChange([...rows, blankRow(kind)]);
  };
  const remove = (index: number, column: string) => {
    setAnnounced(say('removed', { row: rowName(index) }));
    focusLater({ row: Math.max(0, Math.min(index, rows.length - 2)), column });
    onChange(rows.filter((_, other) => other !== index));
  };
  const takeFields = () => {
    const begun = rows.filter((row) => Object.values(row).some((value) => value !== null));
    const kept = stored.length > 0 ? begun : [];
    focusLater({ row: kept.length, column: countsOf(kind)[0]!.name });
    onChange([...kept, ...missing.map((row) => rowAfter(kind, row))]);
  };
  const rowName = (index: number) =>
    [say('row', { number: index + 1 }), rows[index]?.field?.trim()].filter(Boolean).join(' ');

  const press = (event: KeyboardEvent) => {
    const at = positionOf(event);
    if (moveBy(event) || !at || disabled || event.key !== 'Delete' || !event.ctrlKey) return;
    event.preventDefault();
    remove(at.row, at.column);
  };
  const paste = (event: ClipboardEvent) => {
    const at = positionOf(event);
    const cells = at && cellsOf(event.clipboardData.getData('text/plain'));
    if (!at || !cells || disabled) return;
    event.preventDefault();
    const columns = pastedColumns(kind, at.column, Math.max(...cells.map(({ length }) => length)));
    onChange(withCells(kind, rows, { row: at.row, columns }, cells));
  };

  const asked = period === null ? null : parsePeriod(period);
  const lastName = asked && periodName(previousPeriod(asked), locale);
  return (
    <Sheet ref={root} onKeyDown={press} onPaste={paste}>
      <Flex justifyContent="space-between" alignItems="flex-start" gap={4}>
        <Typography variant="pi" textColor="neutral600" tag="p">
          {say('keys')} {beside === 'failed' && say('lastFailed')}
          {beside && beside !== 'failed' && !previous && lastName && say('noLast', { period: lastName })}
        </Typography>
        {document.fullscreenEnabled && (
          <Button
            type="button"
            size="S"
            variant="tertiary"
            startIcon={<Expand aria-hidden />}
            style={{ flexShrink: 0, whiteSpace: 'nowrap' }}
            onClick={() => (document.fullscreenElement ? document.exitFullscreen() : root.current?.requestFullscreen())}
          >
            {say('wide')}
          </Button>
        )}
      </Flex>
      <Scroller>
        <table aria-label={say('grid')}>
          <GridHead kind={kind} />
          {rows.map((row, index) => (
            <GridRow
              key={index}
              kind={kind}
              index={index}
              row={row}
              name={rowName(index)}
              isOnly={rows.length === 1}
              last={lastOf(row.field)}
              lastName={lastName ?? ''}
              problems={problems[index]!.filter(({ name }) => `${index}:${name}` !== typing || isRead(row[name]))}
              warning={warningOf(row.field)}
              suggestions={suggestions}
              disabled={disabled}
              onChange={(changed) => change(index, changed)}
              onRemove={() => remove(index, 'field')}
              onTyping={setTyping}
            />
          ))}
          {rows.length > 1 && <GridFoot kind={kind} rows={rows} last={last} lastName={lastName ?? ''} />}
        </table>
      </Scroller>
      <datalist id={suggestions}>
        {fields.map((field) => (rowOf(field) ? null : <option key={field} value={field} />))}
      </datalist>
      <div role="status">
        <Shares kind={kind} rows={rows} />
        {warnings
          .filter(({ field }) => !rowOf(field))
          .map(({ field, carriedOver, pending }) => (
            <Typography key={field} tag="p" textColor="warning700">
              {say(field === null ? 'differs' : 'differsIn', {
                field: field ?? '',
                carriedOver: formatNumber(String(carriedOver)),
                pending: formatNumber(String(pending)),
                by: formatNumber(String(Math.abs(carriedOver - pending))),
              })}
            </Typography>
          ))}
      </div>
      {!disabled && (
        <Flex gap={2} wrap="wrap">
          <Button
            type="button"
            variant="secondary"
            startIcon={<Plus aria-hidden />}
            disabled={rows.length >= MOST_FIELDS}
            onClick={add}
          >
            {say('addRow')}
          </Button>
          {missing.length > 0 && (
            <Button type="button" variant="secondary" onClick={takeFields}>
              {say('takeFields')}
            </Button>
          )}
        </Flex>
      )}
      <span role="status" style={{ position: 'absolute', clipPath: 'inset(50%)', inlineSize: 1, blockSize: 1 }}>
        {announced}
      </span>
    </Sheet>
  );
}
