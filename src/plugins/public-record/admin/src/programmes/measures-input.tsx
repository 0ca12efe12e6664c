import { Flex } from '@strapi/design-system';
import { AgencyPicker } from './agency-picker';
import { blankMeasure, type FormMeasure } from './form-values';
import { RowList } from './row-list';
import { TextInput } from './typed-inputs';
import { ValueField, type ValueFieldProps } from './value-field';
import { useWords } from './words';

type Kind = 'task' | 'solution';

function MeasuresInput({ kind, ...field }: ValueFieldProps & { kind: Kind }) {
  const say = useWords();
  const nameOf = ({ name }: FormMeasure, number: number) =>
    [say('measure', { kind: say(kind), number }), name.trim()].filter(Boolean).join(': ');

  return (
    <ValueField<FormMeasure> {...field}>
      {({ rows, onChange, disabled }) => (
        <RowList
          rows={rows}
          disabled={disabled}
          nameOf={nameOf}
          blank={() => blankMeasure(rows.at(-1)?.group ?? null)}
          addLabel={say(kind === 'task' ? 'addTask' : 'addSolution')}
          nothing={say(kind === 'task' ? 'noTasks' : 'noSolutions')}
          onChange={onChange}
        >
          {(row, change) => (
            <Flex direction="column" alignItems="stretch" gap={4}>
              <TextInput
                label={say(kind)}
                value={row.name}
                disabled={disabled}
                required
                onChange={(name) => change({ ...row, name: name ?? '' })}
              />
              <TextInput
                label={say('group')}
                hint={say('groupHint')}
                value={row.group}
                disabled={disabled}
                onChange={(group) => change({ ...row, group })}
              />
              <AgencyPicker
                label={say('agencies')}
                chosen={row.agencies}
                disabled={disabled}
                onChange={(agencies) => change({ ...row, agencies })}
              />
            </Flex>
          )}
        </RowList>
      )}
    </ValueField>
  );
}

export const TasksInput = (field: ValueFieldProps) => <MeasuresInput {...field} kind="task" />;
export const SolutionsInput = (field: ValueFieldProps) => <MeasuresInput {...field} kind="solution" />;
