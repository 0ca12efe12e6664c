import { useForm } from '@strapi/strapi/admin';
import { blankTarget, type FormTarget } from './form-values';
import { RowList } from './row-list';
import { TargetRow } from './target-row';
import { ValueField, type ValueFieldProps } from './value-field';
import { useWords } from './words';

/** The targets of a programme: what is to be reached, by when, and plan and actual by year. */
export default function TargetsInput(field: ValueFieldProps) {
  const say = useWords();
  const period = useForm('TargetsInput', ({ values }) => values) as { periodFrom?: unknown; periodTo?: unknown };
  const [from, to] = [period.periodFrom, period.periodTo];
  const nameOf = ({ name }: FormTarget, number: number) =>
    [say('target', { number }), name.trim()].filter(Boolean).join(': ');

  return (
    <ValueField<FormTarget> {...field}>
      {({ rows, onChange, disabled }) => (
        <RowList
          rows={rows}
          disabled={disabled}
          nameOf={nameOf}
          blank={() => blankTarget(typeof to === 'number' ? to : null)}
          addLabel={say('addTarget')}
          nothing={say('noTargets')}
          onChange={onChange}
        >
          {(row, change, index) => (
            <TargetRow
              target={row}
              name={nameOf(row, index + 1)}
              period={{ from, to }}
              disabled={disabled}
              onChange={change}
            />
          )}
        </RowList>
      )}
    </ValueField>
  );
}
