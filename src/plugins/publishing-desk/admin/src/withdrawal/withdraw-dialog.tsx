import { Button, Field, SingleSelect, SingleSelectOption, TextInput } from '@strapi/design-system';
import { useState } from 'react';
import { ActionDialog } from '../shared/action-dialog';
import { NoteField } from '../shared/note-field';
import { useDocumentAction, type DocumentVersion } from '../shared/use-document-action';
import { useLabels, type Label } from '../shared/use-labels';

const OUTCOMES = ['notice', 'notice-without-body', 'moved', 'gone'];

/** Withdraws a published article, with an outcome and a reason; or reinstates a withdrawn one. */
export function WithdrawDialog({ isWithdrawn, ...article }: DocumentVersion & { isWithdrawn: boolean }) {
  const { say } = useLabels();
  const act = useDocumentAction(article);
  const path = `/publishing-desk/articles/${article.documentId}`;
  const [outcome, setOutcome] = useState('notice');
  const [reason, setReason] = useState('');
  const [slug, setSlug] = useState('');
  const isMoved = outcome === 'moved';

  if (isWithdrawn) return <Button onClick={() => act(`${path}/reinstate`)}>{say('withdraw.reinstate')}</Button>;
  return (
    <ActionDialog
      title={say('withdraw.open')}
      action={say('withdraw.do')}
      variant="danger-light"
      actionVariant="danger"
      isComplete={reason.trim() !== '' && (!isMoved || slug.trim() !== '')}
      onAct={() => act(`${path}/withdraw`, { outcome, reason, movedTo: isMoved ? slug : null })}
    >
      <Field.Root name="outcome" hint={say(`withdraw.hint.${outcome}` as Label)}>
        <Field.Label>{say('withdraw.outcome')}</Field.Label>
        <SingleSelect value={outcome} onChange={(value) => setOutcome(String(value))}>
          {OUTCOMES.map((one) => (
            <SingleSelectOption key={one} value={one}>
              {say(`withdraw.outcome.${one}` as Label)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
        <Field.Hint />
      </Field.Root>
      {isMoved && (
        <Field.Root name="movedTo" hint={say('withdraw.movedTo.hint')} required>
          <Field.Label>{say('withdraw.movedTo')}</Field.Label>
          <TextInput value={slug} onChange={(event) => setSlug(event.currentTarget.value)} />
          <Field.Hint />
        </Field.Root>
      )}
      <NoteField name="reason" text="withdraw.reason" value={reason} onChange={setReason} />
    </ActionDialog>
  );
}
