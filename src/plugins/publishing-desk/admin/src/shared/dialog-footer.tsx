import { Button, Modal } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { useLabels } from './use-labels';

/** The end of a dialog: the button that closes it, and beside it the one that acts. */
export function DialogFooter({ children }: { children: ReactNode }) {
  const { say } = useLabels();
  return (
    <Modal.Footer>
      <Modal.Close>
        <Button variant="tertiary">{say('dialog.close')}</Button>
      </Modal.Close>
      {children}
    </Modal.Footer>
  );
}
