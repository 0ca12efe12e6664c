import { Box, Button, Field, Flex, Typography } from '@strapi/design-system';
import { type ReactNode, useId } from 'react';
import { ErrorBoundary } from '../../../../../panel';
import type { Body } from '../../../../../body/schema';
import { useLabels } from '../use-labels';
import { BodyEditor } from './body-editor';

type Props = {
  name: string;
  value?: unknown;
  label?: ReactNode;
  labelAction?: ReactNode;
  hint?: ReactNode;
  error?: string;
  required?: boolean;
  disabled?: boolean;
  onChange: (event: { target: { name: string; value: Body | null; type: string } }) => void;
};

/** The custom field's input in the edit view. Its value in the form is the body as JSON, or null when it is empty. */
export default function BodyInput({
  name,
  value,
  label,
  labelAction,
  hint,
  error,
  required,
  disabled,
  onChange,
}: Props) {
  const t = useLabels();
  const id = useId();
  const described = error ? `${id}-error` : hint ? `${id}-hint` : undefined;

  return (
    <Field.Root id={id} name={name} error={error} hint={hint} required={required}>
      <Field.Label action={labelAction} onClick={() => document.getElementById(id)?.focus()}>
        {label}
      </Field.Label>
      <ErrorBoundary
        of="body-editor"
        fallback={(retry) => (
          <Box padding={4} background="danger100" hasRadius role="alert">
            <Flex gap={4} justifyContent="space-between">
              <Typography textColor="danger700">{t('failed')}</Typography>
              <Button variant="secondary" onClick={retry}>
                {t('failed.retry')}
              </Button>
            </Flex>
          </Box>
        )}
      >
        <BodyEditor
          name={name}
          id={id}
          label={typeof label === 'string' ? label : name}
          describedBy={described}
          value={value}
          disabled={disabled ?? false}
          invalid={Boolean(error)}
          onChange={(body) => onChange({ target: { name, value: body, type: 'json' } })}
        />
      </ErrorBoundary>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}
