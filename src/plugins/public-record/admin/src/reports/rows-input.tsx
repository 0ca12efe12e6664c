import type { ReportKind } from '../../../../../reports';
import { ValueField, type ValueFieldProps } from '../programmes/value-field';
import type { FormRow } from './form-rows';
import { RowsGrid } from './rows-grid';
import { usePeriod } from './use-period';
import { useReportForm } from './use-report-form';

function RowsInput({ kind, ...field }: ValueFieldProps & { kind: ReportKind }) {
  const beside = useReportForm(kind);
  const { period } = usePeriod();
  return (
    <ValueField<FormRow> {...field}>
      {(edited) => <RowsGrid kind={kind} period={period} beside={beside} {...edited} />}
    </ValueField>
  );
}

export const ProcedureRowsInput = (field: ValueFieldProps) => <RowsInput {...field} kind="procedure-progress" />;
export const ExchangeRowsInput = (field: ValueFieldProps) => <RowsInput {...field} kind="document-exchange" />;
