import { Button, Field, Modal, Textarea } from '@strapi/design-system';
import { useState, type ComponentProps } from 'react';
import { useLabels } from './use-labels';

type Props = {
  /** What the button says that opens it, and its title. */
  open: string;
  /** What the button says that does it. */
  act: string;
  label: string;
  hint: string;
  isRequired: boolean;
  variant?: ComponentProps<typeof Button>['variant'];
  disabled: boolean;
  onAct(words: string): Promise<void>;
};

/** A step that is taken with a word: to the other side, or for the audit. */
export function ActionDialog({ open, act, label, hint, isRequired, variant, disabled, onAct }: Props) {
  const { say } = useLabels();
  const [words, setWords] = useState('');
  const [isUnderway, setUnderway] = useState(false);
  const go = async () => {
    setUnderway(true);
    await onAct(words.trim());
    setUnderway(false);
  };
  return (
    <Modal.Root>
      <Modal.Trigger>
        <Button variant={variant} disabled={disabled}>
          {open}
        </Button>
      </Modal.Trigger>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{open}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Field.Root name="words" hint={hint} required={isRequired}>
            <Field.Label>{label}</Field.Label>
            <Textarea value={words} maxLength={1000} onChange={(event) => setWords(event.currentTarget.value)} />
            <Field.Hint />
          </Field.Root>
        </Modal.Body>
        <Modal.Footer>
          <Modal.Close>
            <Button variant="tertiary">{say('history.close')}</Button>
          </Modal.Close>
          <Button disabled={isUnderway || (isRequired && !words.trim())} onClick={go}>
            {act}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
