import { Box, Field, Textarea, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { useParams } from 'react-router-dom';
import { portalDay } from '../../../../../vietnamese';
import { kindOfType } from './document-types';
import { useReportForm } from './use-report-form';
import { useReportWords } from './words';

type Props = {
  name: string;
  value?: string | null;
  label?: ReactNode;
  hint?: ReactNode;
  error?: string;
  required?: boolean;
  disabled?: boolean;
  onChange: (event: { target: { name: string; value: string | null; type: string } }) => void;
};

/** What was corrected, in words for readers; there is nothing to correct before the first publication. */
export default function CorrectionInput({ name, value, label, hint, error, required, disabled, onChange }: Props) {
  const say = useReportWords();
  const { slug } = useParams();
  const form = useReportForm(kindOfType(slug));
  const editions = form === 'failed' ? null : form?.editions;
  if (editions?.length === 0 && !value && !error) {
    return (
      <Box>
        <Typography variant="pi" fontWeight="bold" textColor="neutral800" tag="p">
          {label}
        </Typography>
        <Typography variant="pi" textColor="neutral600" tag="p">
          {say('noCorrection')}
        </Typography>
      </Box>
    );
  }
  const corrections = (editions ?? []).filter(({ note }) => note !== null);
  return (
    <Field.Root name={name} error={error} hint={hint} required={required}>
      <Field.Label>{label}</Field.Label>
      <Textarea
        name={name}
        value={value ?? ''}
        disabled={disabled ?? false}
        onChange={({ target }) => onChange({ target: { name, value: target.value || null, type: 'text' } })}
      />
      <Field.Error />
      <Field.Hint />
      {corrections.length > 0 && (
        <Box>
          <Typography variant="pi" fontWeight="bold" tag="p">
            {say('corrections')}
          </Typography>
          <ul>
            {corrections.map(({ on, note }) => (
              <li key={on}>
                <Typography variant="pi">
                  {portalDay(new Date(on)).split('-').reverse().join('/')}: {note}
                </Typography>
              </li>
            ))}
          </ul>
        </Box>
      )}
    </Field.Root>
  );
}
