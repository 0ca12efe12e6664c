import { Box, Checkbox, Field, Flex, Grid, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { useId } from 'react';
import { isDecimal } from '../../../../../decimals';
import { formatTarget } from '../../../../../vietnamese';
import { AgencyPicker } from './agency-picker';
import { yearsOfTarget, withActual, type FormTarget } from './form-values';
import { FigureInput, TextInput, YearInput } from './typed-inputs';
import { useWords } from './words';
import { YearTable } from './year-table';

/** What most targets are counted in. */
const UNITS = [
  'tỷ đồng',
  'triệu đồng',
  'triệu USD',
  'tỷ USD',
  'lao động',
  'ha',
  '%',
  'dự án',
  'doanh nghiệp',
  'km',
  'xã',
];
const QUALIFIERS = ['exact', 'about', 'atLeast', 'atMost'] as const;

/** A target as readers see it; null while it cannot be shown. */
function displayOf({ value, unit, qualifier, increment }: FormTarget): string | null {
  if (typeof value !== 'string' || !isDecimal(value) || unit.trim() === '') return null;
  return formatTarget({ value, unit: unit.trim(), qualifier, increment });
}

type Props = {
  target: FormTarget;
  name: string;
  period: { from: unknown; to: unknown };
  disabled: boolean;
  onChange: (target: FormTarget) => void;
};

export function TargetRow({ target, name, period, disabled, onChange }: Props) {
  const say = useWords();
  const id = useId();
  const set = (changed: Partial<FormTarget>) => onChange({ ...target, ...changed });
  const setBaseline = (changed: Partial<NonNullable<FormTarget['baseline']>>) => {
    const baseline = { ...(target.baseline ?? { year: null, value: '' }), ...changed };
    set({ baseline: baseline.year === null && baseline.value === '' ? null : baseline });
  };
  const display = displayOf(target);
  const text = (value: string | null) => value ?? '';

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <TextInput
        label={say('targetName')}
        placeholder={say('targetNameExample')}
        value={target.name}
        disabled={disabled}
        required
        onChange={(value) => set({ name: text(value) })}
      />
      <Grid.Root gap={4}>
        <Grid.Item col={3} s={6} xs={12} direction="column" alignItems="stretch">
          <Field.Root>
            <Field.Label>{say('qualifier')}</Field.Label>
            <SingleSelect
              value={target.qualifier}
              disabled={disabled}
              onChange={(value) => set({ qualifier: value as FormTarget['qualifier'] })}
            >
              {QUALIFIERS.map((one) => (
                <SingleSelectOption key={one} value={one}>
                  {say(one)}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Field.Root>
        </Grid.Item>
        <Grid.Item col={4} s={6} xs={12} direction="column" alignItems="stretch">
          <FigureInput
            label={say('value')}
            placeholder={say('valueExample')}
            value={target.value}
            disabled={disabled}
            required
            onChange={(value) => set({ value })}
          />
        </Grid.Item>
        <Grid.Item col={3} s={6} xs={12} direction="column" alignItems="stretch">
          <TextInput
            label={say('unit')}
            placeholder={say('unitExample')}
            value={target.unit}
            suggestions={`${id}-units`}
            disabled={disabled}
            required
            onChange={(value) => set({ unit: text(value) })}
          />
          <datalist id={`${id}-units`}>
            {UNITS.map((unit) => (
              <option key={unit} value={unit} />
            ))}
          </datalist>
        </Grid.Item>
        <Grid.Item col={2} s={6} xs={12} direction="column" alignItems="stretch">
          <YearInput
            label={say('dueYear')}
            value={target.dueYear}
            disabled={disabled}
            required
            onChange={(dueYear) => set({ dueYear })}
          />
        </Grid.Item>
      </Grid.Root>
      <Field.Root hint={say('incrementHint')}>
        <Checkbox
          checked={target.increment}
          disabled={disabled}
          onCheckedChange={(checked) => set({ increment: checked === true })}
        >
          {say('increment')}
        </Checkbox>
        <Field.Hint />
      </Field.Root>
      <Box padding={3} background="primary100" hasRadius aria-live="polite">
        {display ? (
          <Typography textColor="neutral800">
            {say('shownAs')}{' '}
            <Typography tag="strong" fontWeight="bold" textColor="neutral800" data-display="">
              {typeof target.dueYear === 'number' ? say('shownWithYear', { display, year: target.dueYear }) : display}
            </Typography>
          </Typography>
        ) : (
          <Typography textColor="neutral600">{say('shownLater')}</Typography>
        )}
      </Box>
      <Grid.Root gap={4}>
        <Grid.Item col={4} s={6} xs={12} direction="column" alignItems="stretch">
          <FigureInput
            label={say('baselineValue')}
            hint={say('baselineHint')}
            value={target.baseline?.value ?? ''}
            disabled={disabled}
            onChange={(value) => setBaseline({ value })}
          />
        </Grid.Item>
        <Grid.Item col={3} s={6} xs={12} direction="column" alignItems="stretch">
          <YearInput
            label={say('baselineYear')}
            value={target.baseline?.year ?? null}
            disabled={disabled}
            onChange={(year) => setBaseline({ year })}
          />
        </Grid.Item>
      </Grid.Root>
      <YearTable
        target={target}
        name={name}
        display={display}
        years={yearsOfTarget(target, period.from, period.to)}
        disabled={disabled}
        onChange={onChange}
      />
      <AgencyPicker
        label={say('agencies')}
        chosen={target.agencies}
        disabled={disabled}
        onChange={(agencies) => set({ agencies })}
      />
      <details>
        <summary>
          <Typography variant="pi">{say('english')}</Typography>
        </summary>
        <Grid.Root gap={4} paddingTop={3}>
          <Grid.Item col={8} xs={12} direction="column" alignItems="stretch">
            <TextInput
              label={say('nameEn')}
              value={target.nameEn}
              disabled={disabled}
              onChange={(nameEn) => set({ nameEn })}
            />
          </Grid.Item>
          <Grid.Item col={4} xs={12} direction="column" alignItems="stretch">
            <TextInput
              label={say('unitEn')}
              value={target.unitEn}
              disabled={disabled}
              onChange={(unitEn) => set({ unitEn })}
            />
          </Grid.Item>
          {target.actual.map(({ year, sourceEn }) => (
            <Grid.Item key={year} col={12} direction="column" alignItems="stretch">
              <TextInput
                label={say('sourceEnIn', { year })}
                value={sourceEn}
                disabled={disabled}
                onChange={(value) => onChange(withActual(target, year, { sourceEn: value }))}
              />
            </Grid.Item>
          ))}
        </Grid.Root>
      </details>
    </Flex>
  );
}
