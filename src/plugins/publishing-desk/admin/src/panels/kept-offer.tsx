import { Button, Flex, Typography } from '@strapi/design-system';
import type { Kept } from '../requests/kept-text';
import { useLabels } from './use-labels';

type Props = { kept: Kept; onPutBack(): void; onDrop(): void };

/** What was typed and never saved, offered back. */
export function KeptOffer({ kept, onPutBack, onDrop }: Props) {
  const { say, when } = useLabels();
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Typography>{say('kept.text', { when: when(kept.at) })}</Typography>
      <Button onClick={onPutBack}>{say('kept.putBack')}</Button>
      <Button variant="tertiary" onClick={onDrop}>
        {say('kept.drop')}
      </Button>
    </Flex>
  );
}
