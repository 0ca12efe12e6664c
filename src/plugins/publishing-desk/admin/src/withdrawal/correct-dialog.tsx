import { useForm } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useReview } from '../review/use-review';
import { ARTICLE } from '../watched-types';
import { ActionDialog } from '../shared/action-dialog';
import { NoteField } from '../shared/note-field';
import { useDocumentAction, type DocumentVersion } from '../shared/use-document-action';
import { useLabels } from '../shared/use-labels';

type Props = DocumentVersion & { revision: number; isApproved: boolean };

/** Publishes the saved draft as a major change, with a note to readers. */
export function CorrectDialog({ revision, isApproved, ...article }: Props) {
  const { say } = useLabels();
  const act = useDocumentAction(article);
  const isOwn = useReview({ type: ARTICLE, ...article }, revision)?.isOwn && !isApproved;
  const modified = useForm('CorrectDialog', (form) => form.modified);
  const [note, setNote] = useState('');
  const [reason, setReason] = useState('');
  return (
    <ActionDialog
      title={say('correct.open')}
      action={say('correct.do')}
      variant="secondary"
      disabled={modified}
      isComplete={note.trim() !== '' && (!isOwn || reason.trim() !== '')}
      onAct={() => act(`/publishing-desk/articles/${article.documentId}/correct`, { note }, reason)}
    >
      <NoteField name="note" text="correct.note" value={note} onChange={setNote} />
      {isOwn && <NoteField name="reason" text="review.alone.note" value={reason} onChange={setReason} />}
    </ActionDialog>
  );
}
