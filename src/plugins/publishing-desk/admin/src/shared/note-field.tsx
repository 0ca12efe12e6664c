import { Field, Textarea } from '@strapi/design-system';
import { useLabels, type Label } from './use-labels';

type Props = {
  name: string;
  /** The key of its label; the key of its hint is the same with `.hint`. */
  text: Label;
  value: string;
  isRequired?: boolean;
  onChange(value: string): void;
};

/** The server's maximum length of a note or a reason. */
const MAX_LENGTH = 1000;

/** A text of a few lines: a note, a reason. */
export function NoteField({ name, text, value, isRequired = true, onChange }: Props) {
  const { say } = useLabels();
  return (
    <Field.Root name={name} hint={say(`${text}.hint` as Label)} required={isRequired}>
      <Field.Label>{say(text)}</Field.Label>
      <Textarea value={value} maxLength={MAX_LENGTH} onChange={(event) => onChange(event.currentTarget.value)} />
      <Field.Hint />
    </Field.Root>
  );
}
