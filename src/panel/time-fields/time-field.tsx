import { useForm } from '@strapi/strapi/admin';
import { Box, Field, Flex, Typography } from '@strapi/design-system';
import { useId, useRef, useState, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react';
import { PORTAL_OFFSET } from '../../vietnamese';
import { CalendarButton } from './calendar-button';
import { useMessages } from './messages';
import { dayText, type TimeKind } from './typed-value';
import { useTypedTexts } from './use-typed-texts';

export type TimeFieldProps = {
  name: string;
  label?: ReactNode;
  labelAction?: ReactNode;
  hint?: ReactNode;
  error?: string;
  required?: boolean;
  disabled?: boolean;
};

/**
 * A custom field's input for a day, or for an instant at the portal's offset: a box for the day with a calendar, one
 * for the time, and a line that says which day is meant. A text that cannot be read is reported when its box is left or
 * a save has been refused.
 */
export function TimeField({ kind, ...field }: TimeFieldProps & { kind: TimeKind }) {
  const { name, label, labelAction, hint, error, required, disabled = false } = field;
  const { say, locale } = useMessages();
  const { texts, reading, type, tidy } = useTypedTexts(kind, name);
  const isSubmitting = useForm('TimeField', (form) => form.isSubmitting);
  const [isEdited, setEdited] = useState(false);
  const [left, setLeft] = useState<'nothing' | 'day' | 'field'>('nothing');
  const root = useRef<HTMLDivElement>(null);
  const timeBox = useRef<HTMLInputElement>(null);
  const id = useId();

  // The form keeps an error until the next save, although its field has been edited.
  if (isSubmitting && isEdited) setEdited(false);
  const problem = 'problem' in reading ? reading.problem : null;
  const isOfTime = problem?.startsWith('time') ?? false;
  const isReported = left === 'field' || (left === 'day' && !isOfTime) || Boolean(error);
  const message = problem
    ? isReported && say(problem, { text: (isOfTime && texts.time ? texts.time : texts.day).trim() })
    : !isEdited && error;
  const labelText = typeof label === 'string' ? label : name;

  const edit = (changed: Partial<typeof texts>) => {
    setEdited(true);
    setLeft('nothing');
    type(changed);
  };
  const leave = ({ currentTarget, relatedTarget }: FocusEvent) => {
    const isInside = currentTarget.contains(relatedTarget);
    setLeft(isInside ? 'day' : 'field');
    if (!isInside && !problem) tidy();
  };
  const pick = (day: string) => {
    edit({ day: dayText(day) });
    if (kind.hasTime && texts.time === '') timeBox.current?.focus();
  };
  const box = (isMarked: boolean) => ({
    autoComplete: 'off',
    inputMode: 'decimal' as const,
    disabled,
    hasError: Boolean(message) && isMarked,
    'aria-invalid': Boolean(message) && isMarked,
    // The form focuses the box; the message below it has to be seen too.
    onFocus: () => message && root.current?.scrollIntoView({ block: 'nearest' }),
    'aria-describedby': message && isMarked ? `${id}-error` : hint ? `${id}-meaning ${id}-hint` : `${id}-meaning`,
  });

  return (
    <Field.Root
      ref={root}
      id={id}
      name={name}
      error={message || undefined}
      hint={hint}
      required={required}
      style={{ scrollMarginBlock: '8rem' }}
    >
      <Field.Label action={labelAction}>{label}</Field.Label>
      <Flex gap={2} wrap="wrap" role="group" aria-label={labelText} onBlur={leave} onKeyDown={keepEnter}>
        <Flex gap={1} flex="3 1 16rem">
          <Field.Input
            {...box(!isOfTime)}
            value={texts.day}
            placeholder={say('dayExample')}
            onChange={({ target }) => edit({ day: target.value })}
          />
          <CalendarButton day={texts.day} label={labelText} disabled={disabled} onPick={pick} />
        </Flex>
        {kind.hasTime && (
          <Box flex="2 1 12rem">
            <Field.Input
              {...box(isOfTime)}
              ref={timeBox}
              id={`${id}-time`}
              name={`${name}-time`}
              aria-label={say('timeOf', { label: labelText })}
              value={texts.time}
              placeholder={say('timeExample')}
              endAction={
                <Typography variant="pi" textColor="neutral600" aria-hidden>
                  {PORTAL_OFFSET}
                </Typography>
              }
              onChange={({ target }) => edit({ time: target.value })}
            />
          </Box>
        )}
      </Flex>
      <div id={`${id}-meaning`} aria-live="polite">
        {'value' in reading && reading.value && !message && (
          <Typography variant="pi" textColor="neutral800">
            {kind.describe(reading.value, new Date(), locale)}
          </Typography>
        )}
        <Field.Error />
      </div>
      <Field.Hint />
    </Field.Root>
  );
}

/** Enter would press the first button of the form, which saves. */
function keepEnter(event: KeyboardEvent): void {
  const isShortcut = event.ctrlKey || event.metaKey;
  if (event.key === 'Enter' && !isShortcut && event.target instanceof HTMLInputElement) event.preventDefault();
}
