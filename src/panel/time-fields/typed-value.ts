import {
  describeDay,
  describeInstant,
  parseTypedDay,
  parseTypedInstant,
  portalDay,
  toPortalInstant,
  type TypedTimeProblem,
} from '../../vietnamese';

/** What stands in the boxes of a field. A field without a time has only the first. */
export type Texts = { day: string; time: string };

/**
 * What a form holds while a text cannot be read: the text itself, so that it is neither saved as nothing nor replaced
 * by the value before it. The server refuses it too.
 */
type Unreadable = Texts & { unreadable: true };

/** The value of a field in a form: an instant or a civil day as the server writes it, nothing, or an unreadable text. */
export type FieldValue = string | null | undefined | Unreadable;

export type Reading = { value: string | null } | { problem: TypedTimeProblem };

/** What distinguishes a date from a date with a time. */
export interface TimeKind {
  hasTime: boolean;
  read(texts: Texts): Reading;
  /** The texts of a value that a form or a server holds. */
  write(value: string): Texts;
  describe(value: string, now: Date, locale: string): string;
}

/** A civil day as the fields write it: `05/12/2026`. */
export const dayText = (day: string): string => day.split('-').reverse().join('/');

/** A civil day, `YYYY-MM-DD`. */
export const DAY: TimeKind = {
  hasTime: false,
  read({ day }) {
    if (day.trim() === '') return { value: null };
    const typed = parseTypedDay(day);
    return 'problem' in typed ? typed : { value: typed.day };
  },
  write: (value) => ({ day: dayText(value.slice(0, 10)), time: '' }),
  describe: (value, now, locale) => describeDay(value.slice(0, 10), portalDay(now), locale),
};

/** An instant in ISO form, typed and shown at the portal's offset. */
export const INSTANT: TimeKind = {
  hasTime: true,
  read({ day, time }) {
    if (day.trim() === '' && time.trim() === '') return { value: null };
    const typed = parseTypedInstant(day, time);
    return 'problem' in typed ? typed : { value: typed.instant.toISOString() };
  },
  write(value) {
    const instant = toPortalInstant(new Date(value));
    return { day: dayText(instant.slice(0, 10)), time: instant.slice(11, 16) };
  },
  describe: (value, now, locale) => describeInstant(new Date(value), now, locale),
};

export const isUnreadable = (value: unknown): value is Unreadable =>
  typeof value === 'object' && value !== null && 'unreadable' in value && value.unreadable === true;

/** The value that a form holds for what is typed. */
export function valueOf(kind: TimeKind, texts: Texts): string | null | Unreadable {
  const reading = kind.read(texts);
  return 'problem' in reading ? { unreadable: true, ...texts } : reading.value;
}

/** The texts that show a form's value. */
export function textsOf(kind: TimeKind, value: FieldValue): Texts {
  if (!value) return { day: '', time: '' };
  if (isUnreadable(value)) return { day: value.day, time: value.time };
  return Number.isNaN(Date.parse(value)) ? { day: value, time: '' } : kind.write(value);
}

/** Whether the texts show the value. Seconds are not shown, so an instant with seconds has the texts of its minute. */
export function areTextsOf(kind: TimeKind, texts: Texts, value: FieldValue): boolean {
  const [own, shown] = [valueOf(kind, texts), valueOf(kind, textsOf(kind, value))];
  return JSON.stringify(own) === JSON.stringify(shown);
}

/** The fields of a form, by name, that hold a text which cannot be read. */
export const unreadableFields = (values: object): string[] =>
  Object.entries(values).flatMap(([name, value]) => (isUnreadable(value) ? [name] : []));
