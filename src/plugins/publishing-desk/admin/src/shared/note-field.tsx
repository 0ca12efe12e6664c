import { Field, Textarea } from '@strapi/design-system';

type Props = {
  name: string;
  label: string;
  hint: string;
  value: string;
  isRequired?: boolean;
  onChange(value: string): void;
};

/** The server's maximum length of a note or a reason. */
const MAX_LENGTH = 1000;

/** A text of a few lines: a note, a reason. */
export const NoteField = ({ name, label, hint, value, isRequired = true, onChange }: Props) => (
  <Field.Root name={name} hint={hint} required={isRequired}>
    <Field.Label>{label}</Field.Label>
    <Textarea value={value} maxLength={MAX_LENGTH} onChange={(event) => onChange(event.currentTarget.value)} />
    <Field.Hint />
  </Field.Root>
);
