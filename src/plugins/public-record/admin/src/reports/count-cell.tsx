import type { FocusEvent } from 'react';
import { useTypedText, type TypedKind } from '../programmes/use-typed-text';
import { isRead, readCount, writeCount, type FormCount } from './form-rows';
import { Cell } from './grid-styles';

const COUNT: TypedKind<FormCount> = { read: readCount, write: writeCount, isRead };

type CellProps = {
  /** `row:column`, by which the grid moves the focus. */
  'data-cell': string;
  'aria-label': string;
  'aria-invalid': boolean;
  'aria-describedby': string | undefined;
  disabled: boolean;
  onFocus: () => void;
  onBlur: () => void;
};

/** A count of the grid. What cannot be read stays as it is typed. */
export function CountCell({
  value,
  onChange,
  onFocus,
  onBlur,
  ...cell
}: CellProps & { value: FormCount; onChange: (value: FormCount) => void }) {
  const { text, onChange: type, onBlur: leave } = useTypedText(COUNT, value, onChange);
  return (
    <Cell
      {...cell}
      inputMode="numeric"
      autoComplete="off"
      value={text}
      onChange={type}
      onFocus={({ currentTarget }: FocusEvent<HTMLInputElement>) => {
        currentTarget.select();
        onFocus();
      }}
      onBlur={() => {
        leave();
        onBlur();
      }}
    />
  );
}
