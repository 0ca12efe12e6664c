import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { readableValue } from '../history/readable-value';
import { DialogFooter } from '../shared/dialog-footer';
import { type Label, useLabels } from '../shared/use-labels';
import type { TrashEntry } from './use-trash';

type Change = { id: number; at: string; by: { name?: string }; action: string };
type Seen = { content: Record<string, unknown>; changes: Change[] };

/** The button that shows what was deleted, as it was, with its changes. */
export function EntryDialog({ entry }: { entry: TrashEntry }) {
  const { say, when, fieldName, wordsOf } = useLabels();
  const { get } = useFetchClient();
  const { toggleNotification } = useNotification();
  const [seen, setSeen] = useState<Seen | null>(null);
  const { id, type, documentId, locale, title } = entry;
  const path = `/publishing-desk/history/${type}/${documentId}`;

  const open = async () => {
    try {
      const [version, history] = await Promise.all([
        get<{ data: Pick<Seen, 'content'> }>(`${path}/${id}`),
        get<{ data: Change[] }>(path, { params: { locale } }),
      ]);
      setSeen({ content: version.data.data.content, changes: history.data.data });
    } catch {
      toggleNotification({ type: 'danger', message: say('trash.gone') });
    }
  };
  // Relations are ids, which say nothing.
  const fields = Object.entries(seen?.content ?? {})
    .filter(([, value]) => !Array.isArray(value) || value.some((one) => typeof one === 'object'))
    .map(([field, value]) => [field, readableValue(value, wordsOf(type, field))] as const)
    .filter(([, text]) => text !== '');

  return (
    <>
      <Button variant="tertiary" onClick={open}>
        {say('trash.view')}
      </Button>
      <Modal.Root open={seen !== null} onOpenChange={(isOpen) => isOpen || setSeen(null)}>
        <Modal.Content>
          <Modal.Header>
            <Modal.Title>{title}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={4}>
              {fields.map(([field, text]) => (
                <Flex key={field} direction="column" alignItems="stretch" gap={1}>
                  <Typography variant="pi" fontWeight="bold">
                    {fieldName(type, field)}
                  </Typography>
                  <Typography style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{text}</Typography>
                </Flex>
              ))}
              <Typography tag="h3" variant="delta">
                {say('history.title')}
              </Typography>
              <Flex tag="ol" direction="column" alignItems="stretch" gap={2}>
                {seen?.changes.map(({ id: change, action, by, at }) => (
                  <Typography key={change} tag="li" variant="pi">
                    {say(`action.${action}` as Label)}:{' '}
                    {say('history.by', { by: by.name || say('history.machine'), when: when(at) })}
                  </Typography>
                ))}
              </Flex>
            </Flex>
          </Modal.Body>
          <DialogFooter>{null}</DialogFooter>
        </Modal.Content>
      </Modal.Root>
    </>
  );
}
