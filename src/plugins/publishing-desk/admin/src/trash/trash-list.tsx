import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useLabels } from '../shared/use-labels';
import { EntryDialog } from './entry-dialog';
import { EraseDialog } from './erase-dialog';
import type { TrashEntry } from './use-trash';

type Props = {
  entries: TrashEntry[];
  mayErase: boolean;
  onRestore(entry: TrashEntry): void;
  onErased(entry: TrashEntry): void;
};

/** What was deleted, each with what can be done; on a phone the buttons stand below. */
export function TrashList({ entries, mayErase, onRestore, onErased }: Props) {
  const { say } = useLabels();
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
      {entries.map((entry) => (
        <Box key={entry.id} tag="li" background="neutral0" hasRadius shadow="tableShadow" padding={5}>
          <Flex wrap="wrap" gap={4} justifyContent="space-between">
            <Described {...entry} />
            <Flex gap={2} wrap="wrap">
              <EntryDialog entry={entry} />
              {entry.mayRestore && (
                <Button variant="secondary" onClick={() => onRestore(entry)}>
                  {say('trash.restore')}
                </Button>
              )}
              {mayErase && <EraseDialog entry={entry} onErased={() => onErased(entry)} />}
            </Flex>
          </Flex>
        </Box>
      ))}
    </Flex>
  );
}

function Described({ title, typeName, locale, agency, by, at, keptUntil }: TrashEntry) {
  const { say, when } = useLabels();
  const intl = useIntl();
  const language = locale && new Intl.DisplayNames([intl.locale], { type: 'language' }).of(locale);
  const facts = [intl.formatMessage({ id: typeName, defaultMessage: typeName }), language, agency];
  return (
    <Flex direction="column" alignItems="flex-start" gap={1} flex="1 1 24rem" minWidth={0}>
      <Typography tag="h2" variant="omega" fontWeight="semiBold" style={{ overflowWrap: 'anywhere' }}>
        {title}
      </Typography>
      <Typography variant="pi">{facts.filter(Boolean).join(' · ')}</Typography>
      <Typography variant="pi" textColor="neutral600">
        {say('trash.deleted', { by: by || say('history.machine'), when: when(at) })}
      </Typography>
      <Typography variant="pi" textColor="neutral600">
        {say('trash.keptUntil', { when: when(keptUntil) })}
      </Typography>
    </Flex>
  );
}
