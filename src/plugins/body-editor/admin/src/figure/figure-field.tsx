import { Field, TextInput } from '@strapi/design-system';
import { type ChangeEvent, type KeyboardEvent, useEffect, useState } from 'react';

type Props = {
  label: string;
  value: string;
  /** What holds while the value is empty. */
  placeholder?: string;
  disabled: boolean;
  onChange: (value: string) => void;
};

// Enter in a text input would save the whole article.
const keepEnter = (event: KeyboardEvent) => {
  if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.preventDefault();
};

/**
 * One line of a figure's form. It keeps what is typed itself and passes it on: an input whose value came back through
 * the document would lose the cursor, and Vietnamese typed by Telex or VNI with it.
 */
export function FigureField({ label, value, placeholder, disabled, onChange }: Props) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);

  const change = ({ target }: ChangeEvent<HTMLInputElement>) => {
    setTyped(target.value);
    onChange(target.value);
  };
  return (
    <Field.Root width="100%">
      <Field.Label>{label}</Field.Label>
      <TextInput
        size="S"
        value={typed}
        placeholder={placeholder}
        maxLength={1000}
        disabled={disabled}
        onChange={change}
        onKeyDown={keepEnter}
      />
    </Field.Root>
  );
}
