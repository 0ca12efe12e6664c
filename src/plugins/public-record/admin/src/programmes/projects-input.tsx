import { Field, Flex, Grid, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { AgencyPicker } from './agency-picker';
import { blankFunding, blankProject, type FormFunding, type FormProject } from './form-values';
import { RowList } from './row-list';
import { FigureInput, TextInput, YearInput } from './typed-inputs';
import { ValueField, type ValueFieldProps } from './value-field';
import { useWords } from './words';

const STATUSES = [
  ['planned', 'projectPlanned'],
  ['ongoing', 'projectOngoing'],
  ['finished', 'projectFinished'],
  ['stopped', 'projectStopped'],
] as const;

type RowProps<Row> = { row: Row; disabled: boolean; onChange: (row: Row) => void };

function FundingRow({ row, disabled, onChange }: RowProps<FormFunding>) {
  const say = useWords();
  const set = (changed: Partial<FormFunding>) => onChange({ ...row, ...changed });
  return (
    <Grid.Root gap={3}>
      <Grid.Item col={5} xs={12} direction="column" alignItems="stretch">
        <TextInput
          label={say('fundingSource')}
          placeholder={say('fundingSourceExample')}
          value={row.source}
          disabled={disabled}
          required
          onChange={(source) => set({ source: source ?? '' })}
        />
      </Grid.Item>
      <Grid.Item col={2} xs={4} direction="column" alignItems="stretch">
        <YearInput
          label={say('fundingYear')}
          value={row.year}
          disabled={disabled}
          required
          onChange={(year) => set({ year })}
        />
      </Grid.Item>
      <Grid.Item col={3} xs={8} direction="column" alignItems="stretch">
        <FigureInput
          label={say('fundingValue')}
          value={row.value}
          disabled={disabled}
          required
          onChange={(value) => set({ value })}
        />
      </Grid.Item>
      <Grid.Item col={2} xs={12} direction="column" alignItems="stretch">
        <TextInput
          label={say('unit')}
          value={row.unit}
          disabled={disabled}
          required
          onChange={(unit) => set({ unit: unit ?? '' })}
        />
      </Grid.Item>
      <Grid.Item col={12} direction="column" alignItems="stretch">
        <details>
          <summary>
            <Typography variant="pi">{say('english')}</Typography>
          </summary>
          <Flex direction="column" alignItems="stretch" gap={3} paddingTop={3}>
            <TextInput
              label={say('fundingSourceEn')}
              value={row.sourceEn}
              disabled={disabled}
              onChange={(sourceEn) => set({ sourceEn })}
            />
            <TextInput
              label={say('unitEn')}
              value={row.unitEn}
              disabled={disabled}
              onChange={(unitEn) => set({ unitEn })}
            />
          </Flex>
        </details>
      </Grid.Item>
    </Grid.Root>
  );
}

function ProjectRow({ row, disabled, onChange }: RowProps<FormProject>) {
  const say = useWords();
  const set = (changed: Partial<FormProject>) => onChange({ ...row, ...changed });
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <TextInput
        label={say('projectName')}
        value={row.name}
        disabled={disabled}
        required
        onChange={(name) => set({ name: name ?? '' })}
      />
      <Field.Root>
        <Field.Label>{say('projectStatus')}</Field.Label>
        <SingleSelect
          value={row.status}
          disabled={disabled}
          onChange={(status) => set({ status: status as FormProject['status'] })}
        >
          {STATUSES.map(([status, word]) => (
            <SingleSelectOption key={status} value={status}>
              {say(word)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      <AgencyPicker
        label={say('leadAgency')}
        chosen={row.agency === null ? [] : [row.agency]}
        most={1}
        disabled={disabled}
        onChange={([agency]) => set({ agency: agency ?? null })}
      />
      <Typography variant="pi" fontWeight="bold" tag="p">
        {say('funding')}
      </Typography>
      <RowList
        isInner
        rows={row.funding}
        disabled={disabled}
        nameOf={(_, number) => say('fundingLine', { number })}
        blank={() => blankFunding(row.funding.at(-1))}
        addLabel={say('addFunding')}
        nothing=""
        onChange={(funding) => set({ funding })}
      >
        {(line, change) => <FundingRow row={line} disabled={disabled} onChange={change} />}
      </RowList>
      <details>
        <summary>
          <Typography variant="pi">{say('english')}</Typography>
        </summary>
        <TextInput
          label={say('nameEn')}
          value={row.nameEn}
          disabled={disabled}
          onChange={(nameEn) => set({ nameEn })}
        />
      </details>
    </Flex>
  );
}

/** The projects of a programme, with their funding by source and year. */
export default function ProjectsInput(field: ValueFieldProps) {
  const say = useWords();
  return (
    <ValueField<FormProject> {...field}>
      {({ rows, onChange, disabled }) => (
        <RowList
          rows={rows}
          disabled={disabled}
          nameOf={({ name }, number) => [say('project', { number }), name.trim()].filter(Boolean).join(': ')}
          blank={blankProject}
          addLabel={say('addProject')}
          nothing={say('noProjects')}
          onChange={onChange}
        >
          {(row, change) => <ProjectRow row={row} disabled={disabled} onChange={change} />}
        </RowList>
      )}
    </ValueField>
  );
}
