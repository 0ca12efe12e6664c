import { Field } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { formatNumber, parseNumber, parseTypedDay } from '../../../../../vietnamese';
import type { FormFigure, FormYear } from './form-values';
import { useTypedText, type TypedKind } from './use-typed-text';
import { useWords, type Word } from './words';

type InputProps<Value> = {
  value: Value;
  onChange: (value: Value) => void;
  /** Shown above the box; without it `name` is what it is called. */
  label?: ReactNode;
  name?: string;
  /** Of the form that has the value itself. */
  attribute?: string;
  /** What the server found. */
  error?: string;
  hint?: ReactNode;
  placeholder?: string;
  disabled?: boolean;
  required?: boolean;
};

type Kind<Value> = TypedKind<Value> & {
  problem: Word;
  inputMode: 'decimal' | 'numeric' | 'text';
};

/** A decimal, as Vietnamese writes it. */
const FIGURE: Kind<FormFigure> = {
  read: (text) => (text.trim() === '' ? '' : (parseNumber(text) ?? { typed: text })),
  write: (value) => (typeof value === 'string' ? writtenFigure(value) : value.typed),
  isRead: (value) => typeof value === 'string',
  problem: 'notNumber',
  inputMode: 'decimal',
};

function writtenFigure(decimal: string): string {
  try {
    return decimal && formatNumber(decimal);
  } catch {
    return decimal;
  }
}

const YEAR: Kind<FormYear> = {
  read: (text) => (text.trim() === '' ? null : /^\d{4}$/.test(text.trim()) ? Number(text) : text),
  write: (value) => (value === null ? '' : String(value)),
  isRead: (value) => typeof value !== 'string',
  problem: 'notYear',
  inputMode: 'numeric',
};

/** A civil day, or what was typed and is none. */
const DAY: Kind<string> = {
  read(text) {
    if (text.trim() === '') return '';
    const typed = parseTypedDay(text);
    return 'day' in typed ? typed.day : text;
  },
  write: (value) => (isDay(value) ? value.split('-').reverse().join('/') : value),
  isRead: (value) => value === '' || isDay(value),
  problem: 'notDay',
  inputMode: 'decimal',
};

const isDay = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value);

/** A box whose text stands for a value. What cannot be read is kept, and said. */
function TypedInput<Value>({
  kind,
  value,
  onChange,
  label,
  name,
  attribute,
  error,
  hint,
  required,
  ...box
}: InputProps<Value> & { kind: Kind<Value> }) {
  const say = useWords();
  const { text, isLeft, ...typing } = useTypedText(kind, value, onChange);
  const problem = isLeft && !kind.isRead(value) ? say(kind.problem, { text: text.trim() }) : undefined;

  return (
    <Field.Root name={attribute} error={problem ?? error} hint={hint} required={required}>
      {label && <Field.Label>{label}</Field.Label>}
      <Field.Input
        {...box}
        {...(name && { 'aria-label': name })}
        {...(attribute && { name: attribute })}
        autoComplete="off"
        inputMode={kind.inputMode}
        value={text}
        {...typing}
      />
      <Field.Error />
      {hint && <Field.Hint />}
    </Field.Root>
  );
}

export const FigureInput = (props: InputProps<FormFigure>) => <TypedInput {...props} kind={FIGURE} />;
export const YearInput = (props: InputProps<FormYear>) => <TypedInput {...props} kind={YEAR} />;
export const DayInput = (props: InputProps<string>) => (
  <TypedInput {...props} placeholder={useWords()('dayExample')} kind={DAY} />
);

type TextProps = Omit<InputProps<string | null>, 'attribute' | 'error'> & { suggestions?: string };

/** A line of text. `suggestions` is the id of a `<datalist>`. */
export const TextInput = ({ value, onChange, label, name, hint, required, suggestions, ...box }: TextProps) => (
  <Field.Root hint={hint} required={required}>
    {label && <Field.Label>{label}</Field.Label>}
    <Field.Input
      {...box}
      {...(name && { 'aria-label': name })}
      {...(suggestions && { list: suggestions })}
      autoComplete="off"
      value={value ?? ''}
      onChange={({ target }) => onChange(target.value)}
    />
    {hint && <Field.Hint />}
  </Field.Root>
);
