import { Typography } from '@strapi/design-system';
import { useAPIErrorHandler, useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { ActionDialog } from '../shared/action-dialog';
import { NoteField } from '../shared/note-field';
import { useLabels } from '../shared/use-labels';
import type { TrashEntry } from './use-trash';

/** The button that deletes for good, which asks for the reason first. */
export function EraseDialog({ entry, onErased }: { entry: TrashEntry; onErased(): void }) {
  const { say } = useLabels();
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const { formatAPIError } = useAPIErrorHandler();
  const [reason, setReason] = useState('');

  const erase = async () => {
    try {
      await post(`/publishing-desk/trash/${entry.id}/erase`, { reason });
      onErased();
    } catch (error) {
      toggleNotification({ type: 'danger', message: formatAPIError(error as Parameters<typeof formatAPIError>[0]) });
    }
  };

  return (
    <ActionDialog
      title={say('trash.erase')}
      action={say('trash.erase')}
      variant="danger-light"
      actionVariant="danger"
      isComplete={reason.trim() !== ''}
      onAct={erase}
    >
      <Typography>{say('trash.erase.text', { title: entry.title })}</Typography>
      <NoteField name="reason" text="trash.erase.reason" value={reason} onChange={setReason} />
    </ActionDialog>
  );
}
