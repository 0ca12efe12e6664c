import { useState, type ChangeEvent } from 'react';

/** How a kind of value is typed. What cannot be read is a value, too, and `isRead` tells it. */
export type TypedKind<Value> = {
  read: (text: string) => Value;
  write: (value: Value) => string;
  isRead: (value: Value) => boolean;
};

/**
 * The text of a box that stands for a value. It stays as it is typed until the box is left; when the value has changed
 * otherwise (another version, a restored draft), the text follows it.
 */
export function useTypedText<Value>(kind: TypedKind<Value>, value: Value, onChange: (value: Value) => void) {
  const [typed, setTyped] = useState(() => kind.write(value));
  const [isLeft, setLeft] = useState(true);
  const isCurrent = JSON.stringify(kind.read(typed)) === JSON.stringify(kind.read(kind.write(value)));
  const text = isCurrent ? typed : kind.write(value);
  if (!isCurrent) setTyped(text);
  return {
    text,
    isLeft,
    onChange({ target }: ChangeEvent<HTMLInputElement>) {
      setLeft(false);
      setTyped(target.value);
      onChange(kind.read(target.value));
    },
    onBlur() {
      setLeft(true);
      if (kind.isRead(value)) setTyped(kind.write(value));
    },
  };
}
