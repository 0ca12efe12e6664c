import { Box, Button, Field, Flex, Modal, TextInput, Typography } from '@strapi/design-system';
import { type FetchError, useAPIErrorHandler, useFetchClient } from '@strapi/strapi/admin';
import { useState } from 'react';
import { DialogFooter } from '../shared/dialog-footer';
import { useLabels } from '../shared/use-labels';
import type { TrashEntry } from './use-trash';

/** What others have meanwhile, and what the restored document can have in its place. */
type Offers = { slug?: string; legacyUrl?: null };

export type Restored = {
  documentId: string;
  locale: string;
  /** What it referred to and is gone, by the name that it had. */
  missing: { field: string; name: string | null }[];
};

type Props = { entry: TrashEntry; onRestored(restored: Restored): void; onClose(): void };

/** Says what restoring does, and asks for another slug where another document has it now. */
export function RestoreDialog({ entry, onRestored, onClose }: Props) {
  const { say, fieldName } = useLabels();
  const { post } = useFetchClient();
  const { formatAPIError } = useAPIErrorHandler();
  const [replaced, setReplaced] = useState<Offers>({});
  const [problem, setProblem] = useState('');
  const [isRunning, setRunning] = useState(false);

  const restore = async () => {
    setRunning(true);
    setProblem('');
    try {
      const { data } = await post<{ data: Restored }>(`/publishing-desk/trash/${entry.id}/restore`, replaced);
      onRestored(data.data);
    } catch (error) {
      const refusal = error as FetchError;
      const { offers } = (refusal.response?.data?.error?.details ?? {}) as { offers?: Offers };
      setProblem(formatAPIError(refusal));
      if (offers) setReplaced((now) => ({ ...now, ...offers }));
      setRunning(false);
    }
  };

  return (
    <Modal.Root open onOpenChange={(isOpen) => isOpen || onClose()}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{say('trash.restore.title', { title: entry.title })}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography>{say(entry.isDrafted ? 'trash.restore.draft' : 'trash.restore.whole')}</Typography>
            {problem && (
              <Box role="alert" padding={4} background="danger100" hasRadius>
                <Typography textColor="danger700">{problem}</Typography>
              </Box>
            )}
            {replaced.slug !== undefined && (
              <Field.Root name="slug" hint={say('trash.restore.slug.hint')}>
                <Field.Label>{fieldName(entry.type, 'slug')}</Field.Label>
                <TextInput
                  value={replaced.slug}
                  onChange={(event) => setReplaced({ ...replaced, slug: event.currentTarget.value })}
                />
                <Field.Hint />
              </Field.Root>
            )}
            {replaced.legacyUrl === null && <Typography>{say('trash.restore.withoutLegacyUrl')}</Typography>}
          </Flex>
        </Modal.Body>
        <DialogFooter>
          <Button loading={isRunning} disabled={isRunning} onClick={restore}>
            {say('trash.restore')}
          </Button>
        </DialogFooter>
      </Modal.Content>
    </Modal.Root>
  );
}
