import { Modal } from '@strapi/design-system';
import { useState } from 'react';
import { Guarded } from '../shared/guarded';
import { useLabels } from '../shared/use-labels';
import { type Invitation, InvitedList } from './invited-list';
import { InviteForm } from './invite-form';

/** Invites many users: first the list of people, then the link of each. */
export function InviteDialog({ onInvited, onClose }: { onInvited(): void; onClose(): void }) {
  const { say } = useLabels();
  const [invited, setInvited] = useState<Invitation[] | null>(null);
  return (
    <Modal.Root open onOpenChange={(isOpen) => isOpen || onClose()}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{invited ? say('invite.done', { count: invited.length }) : say('invite.open')}</Modal.Title>
        </Modal.Header>
        <Guarded>
          {invited ? (
            <InvitedList invited={invited} />
          ) : (
            <InviteForm
              onInvited={(list) => {
                setInvited(list);
                onInvited();
              }}
            />
          )}
        </Guarded>
      </Modal.Content>
    </Modal.Root>
  );
}
