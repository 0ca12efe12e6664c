import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { type FetchError, useAPIErrorHandler, useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { DialogFooter } from '../shared/dialog-footer';
import { useLabels } from '../shared/use-labels';
import { DeleteDialog } from './delete-dialog';

type Props = {
  type: string;
  documentIds: string[];
  /** The language of the list; undefined for a type without languages. */
  locale: string | undefined;
};

/**
 * Deletes several documents at once, or none. Where one of them is in use, another can take its place; the others follow
 * then.
 */
export function BulkDeleteDialog({ type, documentIds, locale }: Props) {
  const { say } = useLabels();
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const { formatAPIError } = useAPIErrorHandler();
  const [left, setLeft] = useState(documentIds);
  const [used, setUsed] = useState<string | null>(null);
  const [isRunning, setRunning] = useState(false);

  const remove = async (ids: string[]) => {
    setLeft(ids);
    setUsed(null);
    if (ids.length === 0) return location.reload();
    setRunning(true);
    try {
      const path = `/content-manager/collection-types/${type}/actions/bulkDelete`;
      await post(path, { documentIds: ids }, { params: { locale } });
      location.reload();
    } catch (error) {
      const refusal = error as FetchError;
      const { documentId } = (refusal.response?.data?.error?.details ?? {}) as { documentId?: string };
      if (documentId) setUsed(documentId);
      else toggleNotification({ type: 'danger', message: formatAPIError(refusal) });
      setRunning(false);
    }
  };

  if (used) {
    return (
      <DeleteDialog
        key={used}
        type={type}
        documentId={used}
        locale={locale}
        onDeleted={() => remove(left.filter((id) => id !== used))}
      />
    );
  }
  return (
    <>
      <Modal.Body>
        <Flex direction="column" gap={4}>
          <Typography fontWeight="semiBold">{say('delete.several', { count: left.length })}</Typography>
          <Typography>{say('delete.question')}</Typography>
        </Flex>
      </Modal.Body>
      <DialogFooter>
        <Button variant="danger" loading={isRunning} disabled={isRunning} onClick={() => remove(left)}>
          {say('delete.do')}
        </Button>
      </DialogFooter>
    </>
  );
}
