import { Button, Flex, Typography } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { useLabels, type Label } from '../shared/use-labels';
import { type DocumentVersion, VersionDialog } from './version-dialog';

type Change = {
  id: number;
  at: string;
  by: { kind: string; name?: string };
  action: string;
  note: string | null;
  hasVersion: boolean;
};

const FIRST = 5;

/** The changes of a document, newest first; each with its version, while it is kept. */
export function HistoryList({ type, documentId, locale }: DocumentVersion) {
  const { say, when } = useLabels();
  const { get } = useFetchClient();
  const [changes, setChanges] = useState<Change[]>([]);
  const [shown, setShown] = useState(FIRST);
  const [viewed, setViewed] = useState<number | null>(null);

  useEffect(() => {
    const path = `/publishing-desk/history/${type}/${documentId}?locale=${locale}`;
    get<{ data: Change[] }>(path).then(({ data }) => setChanges(data.data), console.error);
  }, [get, type, documentId, locale]);

  if (changes.length === 0) return <Typography textColor="neutral600">{say('history.none')}</Typography>;
  return (
    <Flex direction="column" alignItems="stretch" gap={3} tag="ol">
      {changes.slice(0, shown).map(({ id, at, by, action, note, hasVersion }) => (
        <Flex key={id} tag="li" direction="column" alignItems="flex-start">
          <Typography fontWeight="semiBold">{say(`action.${action}` as Label)}</Typography>
          <Typography variant="pi" textColor="neutral600">
            {say('history.by', { by: by.name || say('history.machine'), when: when(at) })}
          </Typography>
          {note && <Typography variant="pi">“{note}”</Typography>}
          {hasVersion && (
            <Button variant="ghost" size="S" onClick={() => setViewed(id)}>
              {say('history.view')}
            </Button>
          )}
        </Flex>
      ))}
      {changes.length > shown && (
        <Button variant="tertiary" onClick={() => setShown(changes.length)}>
          {say('history.more')}
        </Button>
      )}
      {viewed !== null && (
        <VersionDialog {...{ type, documentId, locale }} id={viewed} onClose={() => setViewed(null)} />
      )}
    </Flex>
  );
}
