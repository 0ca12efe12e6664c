import { Button, Flex, Modal } from '@strapi/design-system';
import { useState, type ComponentProps, type ReactNode } from 'react';
import { DialogFooter } from './dialog-footer';

type Variant = ComponentProps<typeof Button>['variant'];

type Props = {
  /** The label of the button that opens the dialog, and its title. */
  title: string;
  /** The label of the button that does the action. */
  action: string;
  variant?: Variant;
  actionVariant?: Variant;
  disabled?: boolean;
  /** Whether the fields hold what the action needs. */
  isComplete: boolean;
  onAct(): Promise<void>;
  children: ReactNode;
};

/** A button that opens a dialog with fields, and one in it that does the action; it waits while the action runs. */
export function ActionDialog(props: Props) {
  const { title, action, variant, actionVariant, disabled, isComplete, onAct, children } = props;
  const [isRunning, setRunning] = useState(false);
  const act = async () => {
    setRunning(true);
    await onAct();
    setRunning(false);
  };
  return (
    <Modal.Root>
      <Modal.Trigger>
        <Button variant={variant} disabled={disabled}>
          {title}
        </Button>
      </Modal.Trigger>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            {children}
          </Flex>
        </Modal.Body>
        <DialogFooter>
          <Button variant={actionVariant} disabled={isRunning || !isComplete} onClick={act}>
            {action}
          </Button>
        </DialogFooter>
      </Modal.Content>
    </Modal.Root>
  );
}
