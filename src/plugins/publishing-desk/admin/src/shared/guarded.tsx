import { Box, Button, Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { ErrorBoundary } from '../../../../../panel';
import { useLabels } from './use-labels';
import { PLUGIN_ID } from '../plugin-id';

/** A part of the desk's in a page of Strapi's: where it fails, it says so, and the page and what is typed there stay. */
export function Guarded({ children }: { children: ReactNode }) {
  const { say } = useLabels();
  return (
    <ErrorBoundary
      of={PLUGIN_ID}
      fallback={(retry) => (
        <Box padding={4} background="danger100" hasRadius role="alert" width="100%">
          <Flex direction="column" alignItems="flex-start" gap={3}>
            <Typography textColor="danger700">{say('failed.text')}</Typography>
            <Button variant="secondary" size="S" onClick={retry}>
              {say('failed.retry')}
            </Button>
          </Flex>
        </Box>
      )}
    >
      {children}
    </ErrorBoundary>
  );
}
