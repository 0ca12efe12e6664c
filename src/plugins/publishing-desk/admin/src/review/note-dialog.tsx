import { useState } from 'react';
import { ActionDialog } from '../shared/action-dialog';
import { NoteField } from '../shared/note-field';
import { useLabels, type Label } from '../shared/use-labels';

type Props = {
  step: 'submit' | 'approve' | 'send-back' | 'alone';
  isRequired?: boolean;
  variant?: 'secondary' | 'tertiary' | 'danger-light';
  disabled: boolean;
  onAct(note: string): Promise<void>;
};

/** A step of a review with a note: to the other side, or for the audit. */
export function NoteDialog({ step, isRequired = false, variant, disabled, onAct }: Props) {
  const { say } = useLabels();
  const [note, setNote] = useState('');
  const label = (part: string) => say(`review.${step}.${part}` as Label);
  return (
    <ActionDialog
      title={label('open')}
      action={label('do')}
      variant={variant}
      disabled={disabled}
      isComplete={!isRequired || note.trim() !== ''}
      onAct={() => onAct(note.trim())}
    >
      <NoteField name="note" text={`review.${step}.note`} value={note} isRequired={isRequired} onChange={setNote} />
    </ActionDialog>
  );
}
