import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { panelLanguage } from '../../../../panel/panel-words';
import { DOCUMENT_TYPE_NAMES } from '../../../../vietnamese';

type Props = {
  name: string;
  value?: string | null;
  label?: ReactNode;
  labelAction?: ReactNode;
  hint?: ReactNode;
  error?: string;
  disabled?: boolean;
  onChange: (event: { target: { name: string; value: string | null; type: string } }) => void;
};

/** The custom field's input in the edit view: a type of document, by its name and abbreviation. */
export default function DocumentTypeInput({ name, value, label, labelAction, hint, error, disabled, onChange }: Props) {
  const language = panelLanguage(useIntl().locale);
  const change = (type: string | null) => onChange({ target: { name, value: type, type: 'string' } });

  return (
    <Field.Root name={name} error={error} hint={hint}>
      <Field.Label action={labelAction}>{label}</Field.Label>
      <SingleSelect
        value={value ?? ''}
        disabled={disabled ?? false}
        onChange={(type) => change(String(type))}
        onClear={() => change(null)}
      >
        {Object.entries(DOCUMENT_TYPE_NAMES).map(([type, names]) => (
          <SingleSelectOption key={type} value={type}>
            {`${names[language]} (${type})`}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      <Field.Error />
      <Field.Hint />
    </Field.Root>
  );
}
