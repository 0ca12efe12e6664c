import { Box, Button, Field, Flex, Typography } from '@strapi/design-system';
import { useId, type KeyboardEvent, type ReactNode } from 'react';
import { ErrorBoundary } from '../../../../../panel';
import { rowsOf } from './form-values';
import { useWords } from './words';

export type ValueFieldProps = {
  name: string;
  value?: unknown;
  label?: ReactNode;
  labelAction?: ReactNode;
  hint?: ReactNode;
  error?: string;
  required?: boolean;
  disabled?: boolean;
  onChange: (event: { target: { name: string; value: unknown; type: string } }) => void;
};

type Edited<Row> = { rows: Row[]; onChange(rows: Row[]): void; disabled: boolean };

/** The frame of a custom field whose value is a list of rows; null while the list is empty. */
export function ValueField<Row>({
  children,
  ...field
}: ValueFieldProps & { children: (edited: Edited<Row>) => ReactNode }) {
  const { name, value, label, labelAction, hint, error, required, disabled = false, onChange } = field;
  const say = useWords();
  const id = useId();
  const rows = rowsOf<Row>(value);
  const change = (changed: Row[]) =>
    onChange({ target: { name, value: changed.length > 0 ? changed : null, type: 'json' } });

  return (
    <Field.Root id={id} name={name} error={error} hint={hint} required={required}>
      <Flex gap={1}>
        <Typography id={`${id}-label`} variant="pi" fontWeight="bold" textColor="neutral800" tag="p">
          {label}
          {required && '*'}
        </Typography>
        {labelAction}
      </Flex>
      <Field.Hint />
      <Field.Error />
      <ErrorBoundary
        of={name}
        fallback={(retry) => (
          <Box padding={4} background="danger100" hasRadius role="alert">
            <Flex gap={4} justifyContent="space-between">
              <Typography textColor="danger700">{say('failed')}</Typography>
              <Button variant="secondary" onClick={retry}>
                {say('retry')}
              </Button>
            </Flex>
          </Box>
        )}
      >
        <div role="group" aria-labelledby={`${id}-label`} onKeyDown={keepEnter}>
          {rows ? (
            children({ rows, onChange: change, disabled })
          ) : (
            <Box padding={4} background="warning100" hasRadius role="alert">
              <Typography textColor="warning700">{say('unreadable')}</Typography>
            </Box>
          )}
        </div>
      </ErrorBoundary>
    </Field.Root>
  );
}

/** Enter would press the first button of the form, which saves. */
function keepEnter(event: KeyboardEvent): void {
  const isShortcut = event.ctrlKey || event.metaKey;
  if (event.key === 'Enter' && !isShortcut && event.target instanceof HTMLInputElement) event.preventDefault();
}
