import { Field, Flex, Textarea } from '@strapi/design-system';
import { portalDay } from '../../../../../vietnamese';
import { blankReport, type FormReport } from './form-values';
import { RowList } from './row-list';
import { DayInput } from './typed-inputs';
import { ValueField, type ValueFieldProps } from './value-field';
import { useWords } from './words';

/** Reports on the state of a programme, with the problems that there are. */
export default function ReportsInput(field: ValueFieldProps) {
  const say = useWords();
  return (
    <ValueField<FormReport> {...field}>
      {({ rows, onChange, disabled }) => (
        <RowList
          rows={rows}
          disabled={disabled}
          nameOf={(_, number) => say('report', { number })}
          blank={() => blankReport(portalDay(new Date()))}
          addLabel={say('addReport')}
          nothing={say('noReports')}
          onChange={onChange}
        >
          {(row, change) => (
            <Flex direction="column" alignItems="stretch" gap={4}>
              <DayInput
                label={say('reportOn')}
                value={row.on}
                disabled={disabled}
                required
                onChange={(on) => change({ ...row, on })}
              />
              <Field.Root required>
                <Field.Label>{say('reportSummary')}</Field.Label>
                <Textarea
                  value={row.summary}
                  disabled={disabled}
                  onChange={({ target }) => change({ ...row, summary: target.value })}
                />
              </Field.Root>
              <Field.Root>
                <Field.Label>{say('reportProblems')}</Field.Label>
                <Textarea
                  value={row.problems ?? ''}
                  disabled={disabled}
                  onChange={({ target }) => change({ ...row, problems: target.value })}
                />
              </Field.Root>
            </Flex>
          )}
        </RowList>
      )}
    </ValueField>
  );
}
