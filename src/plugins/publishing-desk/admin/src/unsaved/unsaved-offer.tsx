import { Button, Flex, Typography } from '@strapi/design-system';
import type { UnsavedValues } from './unsaved-values';
import { useLabels } from '../shared/use-labels';

type Props = { kept: UnsavedValues; onPutBack(): void; onDrop(): void };

/** What was typed and never saved, offered back. */
export function UnsavedOffer({ kept, onPutBack, onDrop }: Props) {
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
