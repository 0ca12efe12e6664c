import { useField } from '@strapi/strapi/admin';
import { Field, Flex, Typography } from '@strapi/design-system';
import { useEffect, useId, useState } from 'react';
import { parseTypedDay, parseTypedInstant, toPortalInstant, type TypedTimeProblem } from '../../vietnamese';
import { CalendarButton } from './calendar-button';
import { useMessages } from './messages';
import { DAY, dayText, INSTANT, type TimeKind } from './typed-value';

type FilterProps = { name: string; 'aria-label'?: string };
type FilterReading = { value: string } | { problem: TypedTimeProblem };

export const DayFilter = (props: FilterProps) => <TimeFilter {...props} kind={DAY} />;
export const InstantFilter = (props: FilterProps) => <TimeFilter {...props} kind={INSTANT} />;

/**
 * The box of a list's filter by a day, or by an instant; an instant without a time is the start of its day. The filter's
 * value is what the list shows of it, so it is written to be read, at the portal's offset: `2026-12-05 07:00+07:00`.
 */
function TimeFilter({ kind, name, 'aria-label': label = name }: FilterProps & { kind: TimeKind }) {
  const { say, locale } = useMessages();
  const { value, onChange } = useField<string>(name);
  const [text, setText] = useState(() => shownText(kind, value));
  const [isLeft, setLeft] = useState(false);
  const id = useId();
  const reading = read(kind, text);
  const message = text !== '' && isLeft && 'problem' in reading ? say(reading.problem, { text }) : undefined;

  const type = (typed: string) => {
    setText(typed);
    setLeft(false);
    const next = read(kind, typed);
    // A filter without a value is not added.
    onChange(name, 'problem' in next ? '' : next.value);
  };
  // The value of the filter that was chosen before.
  useEffect(() => {
    if (value && text === '') onChange(name, '');
  }, []);

  return (
    <Field.Root id={id} error={message} maxWidth="26rem">
      <Flex gap={1}>
        <Field.Input
          aria-label={label}
          aria-describedby={message ? `${id}-error` : `${id}-meaning`}
          autoComplete="off"
          inputMode="decimal"
          placeholder={say('dayExample')}
          value={text}
          onBlur={() => setLeft(true)}
          onChange={({ target }) => type(target.value)}
        />
        <CalendarButton day={text} label={label} disabled={false} onPick={(day) => type(dayText(day))} />
      </Flex>
      <div id={`${id}-meaning`} aria-live="polite">
        {'value' in reading && !message && (
          <Typography variant="pi">{kind.describe(reading.value, new Date(), locale)}</Typography>
        )}
        <Field.Error />
      </div>
    </Field.Root>
  );
}

function read(kind: TimeKind, text: string): FilterReading {
  const day = parseTypedDay(text);
  if (kind === DAY) return 'problem' in day ? day : { value: day.day };
  const typed = parseTypedInstant(text, 'day' in day ? '0:00' : '');
  if ('problem' in typed) return typed;
  return { value: toPortalInstant(typed.instant).replace('T', ' ').replace(':00+', '+') };
}

/** The text of a filter that is edited; none for the value of another filter. */
function shownText(kind: TimeKind, value: string | undefined): string {
  const reading = read(kind, value ?? '');
  if ('problem' in reading) return '';
  const { day, time } = kind.write(reading.value);
  return `${day} ${time}`.trim();
}
