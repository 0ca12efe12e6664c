import { Button, Field, Flex, Modal, Textarea } from '@strapi/design-system';
import { useForm } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useLabels } from '../shared/use-labels';
import { useReview } from '../review/use-review';
import { useArticleAction, type ArticleVersion } from '../shared/use-article-action';

type Props = ArticleVersion & { revision: number; isApproved: boolean };

/** Publishes the saved draft as a change that readers are told of. */
export function CorrectDialog({ revision, isApproved, ...place }: Props) {
  const { say } = useLabels();
  const act = useArticleAction(place);
  const isOwn = useReview(place, revision)?.isOwn && !isApproved;
  const modified = useForm('CorrectDialog', (form) => form.modified);
  const [note, setNote] = useState('');
  const [reason, setReason] = useState('');

  return (
    <Modal.Root>
      <Modal.Trigger>
        <Button variant="secondary" disabled={modified}>
          {say('correct.open')}
        </Button>
      </Modal.Trigger>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{say('correct.open')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Field.Root name="note" hint={say('correct.note.hint')} required>
              <Field.Label>{say('correct.note')}</Field.Label>
              <Textarea value={note} onChange={(event) => setNote(event.currentTarget.value)} />
              <Field.Hint />
            </Field.Root>
            {isOwn && (
              <Field.Root name="reason" hint={say('review.alone.hint')} required>
                <Field.Label>{say('review.alone.note')}</Field.Label>
                <Textarea value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
                <Field.Hint />
              </Field.Root>
            )}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Modal.Close>
            <Button variant="tertiary">{say('history.close')}</Button>
          </Modal.Close>
          <Button
            disabled={!note.trim() || (isOwn && !reason.trim())}
            onClick={() => act(`/publishing-desk/articles/${place.documentId}/correct`, { note }, reason)}
          >
            {say('correct.do')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
