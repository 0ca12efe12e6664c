import { Field, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { useForm } from '@strapi/strapi/admin';
import { useEffect, useId, type ReactNode } from 'react';
import { PERIOD_KINDS, type PeriodKind } from '../../../../../reports';
import { portalDay } from '../../../../../vietnamese';
import { YearInput } from '../programmes/typed-inputs';
import { partsOf, textOf, withKind, type PeriodParts } from './period-parts';
import { useAskedAgency } from './use-asked-agency';
import { usePeriod } from './use-period';
import { useReportWords } from './words';

type Props = {
  name: string;
  label?: ReactNode;
  labelAction?: ReactNode;
  hint?: ReactNode;
  error?: string;
  required?: boolean;
  disabled?: boolean;
  onChange: (event: { target: { name: string; value: string | null; type: string } }) => void;
};

const ROMAN = ['I', 'II', 'III', 'IV'];
const numbersOf = (kind: PeriodKind): string[] =>
  kind === 'quarter' ? ROMAN : Array.from({ length: 12 }, (_, index) => String(index + 1));

/** The custom field's input in the edit view. A new report proposes the latest month that has ended. */
export default function PeriodInput({ name, label, hint, error, required, disabled = false, onChange }: Props) {
  const id = useId();
  const { period, isProposed } = usePeriod();
  const isModified = useForm('PeriodInput', ({ modified }) => modified);
  const change = (chosen: string | null) => onChange({ target: { name, value: chosen, type: 'string' } });
  useAskedAgency();
  useEffect(() => {
    if (isProposed && isModified) change(period);
  });
  return (
    <Field.Root name={name} error={error} hint={hint} required={required}>
      <Typography id={id} variant="pi" fontWeight="bold" textColor="neutral800" tag="p">
        {label}
        {required && '*'}
      </Typography>
      <PeriodBoxes labelledBy={id} value={period} disabled={disabled} onChange={change} />
      <Field.Error />
      <Field.Hint />
    </Field.Root>
  );
}

type BoxesProps = {
  labelledBy: string;
  value: string | null;
  disabled?: boolean;
  onChange: (period: string) => void;
};

/** The kind of a period, its number, and its year. */
export function PeriodBoxes({ labelledBy, value, disabled = false, onChange }: BoxesProps) {
  const say = useReportWords();
  const parts = partsOf(value);
  const set = (changed: Partial<PeriodParts>) => parts && onChange(textOf({ ...parts, ...changed }));
  return (
    <Flex role="group" aria-labelledby={labelledBy} gap={2} alignItems="flex-start" wrap="wrap">
      <Field.Root>
        <Field.Label>{say('periodKind')}</Field.Label>
        <SingleSelect
          value={parts?.kind ?? ''}
          placeholder="–"
          disabled={disabled}
          onChange={(kind) => onChange(withKind(value, kind as PeriodKind, portalDay(new Date())))}
        >
          {PERIOD_KINDS.map((kind) => (
            <SingleSelectOption key={kind} value={kind}>
              {say(kind)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      {parts && parts.kind !== 'year' && (
        <Field.Root>
          <Field.Label>{say(parts.kind)}</Field.Label>
          <SingleSelect
            value={String(parts.number)}
            disabled={disabled}
            onChange={(number) => set({ number: Number(number) })}
          >
            {numbersOf(parts.kind).map((text, index) => (
              <SingleSelectOption key={text} value={String(index + 1)}>
                {text}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
      )}
      {parts && (
        <Flex width="9rem">
          <YearInput
            label={say('year')}
            value={/^\d{4}$/.test(parts.year) ? Number(parts.year) : parts.year || null}
            disabled={disabled}
            onChange={(year) => set({ year: String(year ?? '') })}
          />
        </Flex>
      )}
    </Flex>
  );
}
