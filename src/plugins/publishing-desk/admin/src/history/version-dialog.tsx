import { Box, Button, Checkbox, Flex, Modal, Typography } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import type { Values } from '../unsaved/open-document';
import { readableValue } from './readable-value';
import { DialogFooter } from '../shared/dialog-footer';
import { useDocumentAction } from '../shared/use-document-action';
import { useLabels } from '../shared/use-labels';

/** A document of a watched type in a locale. */
export type DocumentVersion = { type: string; documentId: string; locale: string };
type Version = { content: Values; shared: string[]; kept: string[] };
type Row = { field: string; then: unknown; now: unknown; isShared: boolean; isKept: boolean };

/** One version beside what is there now, and the button that brings it back. */
export function VersionDialog({
  type,
  documentId,
  locale,
  id,
  onClose,
}: DocumentVersion & { id: number; onClose(): void }) {
  const { say, fieldName, wordsOf } = useLabels();
  const { get } = useFetchClient();
  const act = useDocumentAction({ locale });
  const [rows, setRows] = useState<Row[] | null>(null);
  const [includeShared, setIncludeShared] = useState(false);
  const path = `/publishing-desk/history/${type}/${documentId}`;

  useEffect(() => {
    const read = async () => {
      const { data: list } = await get<{ data: { id: number; hasVersion: boolean }[] }>(`${path}?locale=${locale}`);
      const latest = list.data.find((change) => change.hasVersion)?.id ?? id;
      const [then, now] = await Promise.all([id, latest].map((one) => get<{ data: Version }>(`${path}/${one}`)));
      setRows(differences(then!.data.data, now!.data.data.content));
    };
    read().catch(console.error);
  }, [get, path, locale, id]);

  const shared = rows?.filter(({ isShared }) => isShared).map(({ field }) => fieldName(type, field)) ?? [];
  const isRestorable = rows?.some(({ isShared, isKept }) => !isKept && (includeShared || !isShared));
  const restore = () => act(`${path}/${id}/restore`, { includeShared });

  return (
    <Modal.Root open onOpenChange={(isOpen) => isOpen || onClose()}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{say('history.view')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {rows?.length === 0 && <Typography>{say('history.same')}</Typography>}
          <Flex direction="column" alignItems="stretch" gap={5}>
            {rows?.map(({ field, then, now, isKept }) => (
              <Flex key={field} direction="column" alignItems="stretch" gap={1}>
                <Typography fontWeight="bold">{fieldName(type, field)}</Typography>
                {isKept && (
                  <Typography variant="pi" textColor="neutral600">
                    {say('history.kept')}
                  </Typography>
                )}
                <Typography variant="pi" textColor="neutral600">
                  {say('history.then')}
                </Typography>
                <Typography style={{ whiteSpace: 'pre-wrap' }}>
                  {readableValue(then, wordsOf(type, field)) || '–'}
                </Typography>
                <Typography variant="pi" textColor="neutral600">
                  {say('history.now')}
                </Typography>
                <Typography style={{ whiteSpace: 'pre-wrap' }}>
                  {readableValue(now, wordsOf(type, field)) || '–'}
                </Typography>
              </Flex>
            ))}
          </Flex>
          {shared.length > 0 && (
            <Box paddingTop={6}>
              <Checkbox
                checked={includeShared}
                onCheckedChange={(checked: boolean | 'indeterminate') => setIncludeShared(checked === true)}
              >
                {say('history.shared', { fields: shared.join(', ') })}
              </Checkbox>
            </Box>
          )}
        </Modal.Body>
        <DialogFooter>
          <Button onClick={restore} disabled={!isRestorable}>
            {say('history.restore')}
          </Button>
        </DialogFooter>
      </Modal.Content>
    </Modal.Root>
  );
}

const differences = ({ content: then, shared, kept }: Version, now: Values): Row[] =>
  Object.keys({ ...then, ...now })
    .filter((field) => JSON.stringify(then[field] ?? null) !== JSON.stringify(now[field] ?? null))
    .map((field) => ({
      field,
      then: then[field],
      now: now[field],
      isShared: shared.includes(field),
      isKept: kept.includes(field),
    }));
