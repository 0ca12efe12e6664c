import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import type { Values } from '../unsaved/open-document';
import { readableValue } from './readable-value';
import { DialogFooter } from '../shared/dialog-footer';
import { useArticleAction } from '../shared/use-article-action';
import { useLabels } from '../shared/use-labels';

/** A document of a watched type in a locale. */
export type DocumentVersion = { type: string; documentId: string; locale: string };
type Version = { content: Values };
type Row = { field: string; then: string; now: string };

/** One version beside what is there now, and the button that brings it back. */
export function VersionDialog({
  type,
  documentId,
  locale,
  id,
  onClose,
}: DocumentVersion & { id: number; onClose(): void }) {
  const { say, fieldName } = useLabels();
  const { get } = useFetchClient();
  const act = useArticleAction({ locale });
  const [rows, setRows] = useState<Row[] | null>(null);
  const path = `/publishing-desk/history/${type}/${documentId}`;

  useEffect(() => {
    const read = async () => {
      const { data: list } = await get<{ data: { id: number; hasVersion: boolean }[] }>(`${path}?locale=${locale}`);
      const latest = list.data.find((change) => change.hasVersion)?.id ?? id;
      const [then, now] = await Promise.all([id, latest].map((one) => get<{ data: Version }>(`${path}/${one}`)));
      setRows(differences(then!.data.data.content, now!.data.data.content));
    };
    read().catch(console.error);
  }, [get, path, locale, id]);

  const restore = () => act(`${path}/${id}/restore`);

  return (
    <Modal.Root open onOpenChange={(isOpen) => isOpen || onClose()}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{say('history.view')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {rows?.length === 0 && <Typography>{say('history.same')}</Typography>}
          <Flex direction="column" alignItems="stretch" gap={5}>
            {rows?.map(({ field, then, now }) => (
              <Flex key={field} direction="column" alignItems="stretch" gap={1}>
                <Typography fontWeight="bold">{fieldName(type, field)}</Typography>
                <Typography variant="pi" textColor="neutral600">
                  {say('history.then')}
                </Typography>
                <Typography style={{ whiteSpace: 'pre-wrap' }}>{then || '–'}</Typography>
                <Typography variant="pi" textColor="neutral600">
                  {say('history.now')}
                </Typography>
                <Typography style={{ whiteSpace: 'pre-wrap' }}>{now || '–'}</Typography>
              </Flex>
            ))}
          </Flex>
        </Modal.Body>
        <DialogFooter>
          <Button onClick={restore} disabled={!rows?.length}>
            {say('history.restore')}
          </Button>
        </DialogFooter>
      </Modal.Content>
    </Modal.Root>
  );
}

const differences = (then: Values, now: Values): Row[] =>
  Object.keys({ ...then, ...now })
    .filter((field) => JSON.stringify(then[field] ?? null) !== JSON.stringify(now[field] ?? null))
    .map((field) => ({ field, then: readableValue(then[field]), now: readableValue(now[field]) }));
