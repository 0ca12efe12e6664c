import type { ReactNode } from 'react';
import type { FormYear } from './form-values';
import { YearInput } from './typed-inputs';

type Props = {
  name: string;
  value?: FormYear;
  label?: ReactNode;
  labelAction?: ReactNode;
  hint?: ReactNode;
  error?: string;
  required?: boolean;
  disabled?: boolean;
  onChange: (event: { target: { name: string; value: FormYear; type: string } }) => void;
};

/** The input of the custom field `year`: an integer without the groups of thousands that Strapi's own would have. */
export default function YearField({ name, value = null, labelAction: _, onChange, ...field }: Props) {
  return (
    <YearInput
      {...field}
      attribute={name}
      value={value}
      onChange={(year) => onChange({ target: { name, value: year, type: 'integer' } })}
    />
  );
}
