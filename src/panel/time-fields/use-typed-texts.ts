import { useForm } from '@strapi/strapi/admin';
import { useState } from 'react';
import { areTextsOf, textsOf, valueOf, type FieldValue, type Reading, type Texts, type TimeKind } from './typed-value';

type TypedTexts = { texts: Texts; reading: Reading; type(changed: Partial<Texts>): void; tidy(): void };

/**
 * The texts of a field, and a function that changes them and, in the same event, the form's value: what is typed is
 * taken however soon a button is pressed. When the form's value has changed otherwise (another version, a refused save,
 * a restored draft), the texts follow it. `tidy` writes a readable text as the field writes it.
 */
export function useTypedTexts(kind: TimeKind, name: string): TypedTexts {
  const getValues = useForm('useTypedTexts', (form) => form.getValues);
  const change = useForm('useTypedTexts', (form) => form.onChange);
  // Not the value that useField gives, which comes after the render in which it changed.
  const value = valueAt(getValues(), name);
  const [typed, setTyped] = useState(() => textsOf(kind, value));
  const isCurrent = areTextsOf(kind, typed, value);
  const texts = isCurrent ? typed : textsOf(kind, value);
  if (!isCurrent) setTyped(texts);

  return {
    texts,
    reading: kind.read(texts),
    type(changed) {
      const next = { ...texts, ...changed };
      setTyped(next);
      change(name, valueOf(kind, next));
    },
    tidy: () => setTyped(textsOf(kind, value)),
  };
}

/** The value at a path such as `contact.since`. */
const valueAt = (values: unknown, path: string): FieldValue =>
  path
    .split('.')
    .reduce<unknown>((part, key) => (part as Record<string, unknown> | null | undefined)?.[key], values) as FieldValue;
