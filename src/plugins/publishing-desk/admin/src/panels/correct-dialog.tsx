import { Button, Field, Modal, Textarea } from '@strapi/design-system';
import { useForm } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useLabels } from './use-labels';
import { usePublicLife, type ArticlePlace } from './use-public-life';

/** Publishes the saved draft as a change that readers are told of. */
export function CorrectDialog(place: ArticlePlace) {
  const { say } = useLabels();
  const act = usePublicLife(place);
  const modified = useForm('CorrectDialog', (form) => form.modified);
  const [note, setNote] = useState('');

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
          <Field.Root name="note" hint={say('correct.note.hint')} required>
            <Field.Label>{say('correct.note')}</Field.Label>
            <Textarea value={note} onChange={(event) => setNote(event.currentTarget.value)} />
            <Field.Hint />
          </Field.Root>
        </Modal.Body>
        <Modal.Footer>
          <Modal.Close>
            <Button variant="tertiary">{say('history.close')}</Button>
          </Modal.Close>
          <Button disabled={!note.trim()} onClick={() => act('correct', { note })}>
            {say('correct.do')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
