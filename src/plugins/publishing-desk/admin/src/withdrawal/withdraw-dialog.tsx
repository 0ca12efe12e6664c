import {
  Button,
  Field,
  Flex,
  Modal,
  SingleSelect,
  SingleSelectOption,
  Textarea,
  TextInput,
} from '@strapi/design-system';
import { useState } from 'react';
import { useLabels, type Label } from '../shared/use-labels';
import { useArticleAction, type ArticleVersion } from '../shared/use-article-action';

const OUTCOMES = ['notice', 'notice-without-body', 'moved', 'gone'];

/** Takes a published article back, with an outcome and a reason; or shows a withdrawn one again. */
export function WithdrawDialog({ isWithdrawn, ...place }: ArticleVersion & { isWithdrawn: boolean }) {
  const { say } = useLabels();
  const act = useArticleAction(place);
  const path = `/publishing-desk/articles/${place.documentId}`;
  const [outcome, setOutcome] = useState('notice');
  const [reason, setReason] = useState('');
  const [movedTo, setMovedTo] = useState('');

  if (isWithdrawn) return <Button onClick={() => act(`${path}/reinstate`)}>{say('withdraw.reinstate')}</Button>;
  return (
    <Modal.Root>
      <Modal.Trigger>
        <Button variant="danger-light">{say('withdraw.open')}</Button>
      </Modal.Trigger>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{say('withdraw.open')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
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
            {outcome === 'moved' && (
              <Field.Root name="movedTo" hint={say('withdraw.movedTo.hint')} required>
                <Field.Label>{say('withdraw.movedTo')}</Field.Label>
                <TextInput value={movedTo} onChange={(event) => setMovedTo(event.currentTarget.value)} />
                <Field.Hint />
              </Field.Root>
            )}
            <Field.Root name="reason" hint={say('withdraw.reason.hint')} required>
              <Field.Label>{say('withdraw.reason')}</Field.Label>
              <Textarea value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
              <Field.Hint />
            </Field.Root>
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Modal.Close>
            <Button variant="tertiary">{say('history.close')}</Button>
          </Modal.Close>
          <Button
            variant="danger"
            disabled={!reason.trim() || (outcome === 'moved' && !movedTo.trim())}
            onClick={() => act(`${path}/withdraw`, { outcome, reason, movedTo: outcome === 'moved' ? movedTo : null })}
          >
            {say('withdraw.do')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
