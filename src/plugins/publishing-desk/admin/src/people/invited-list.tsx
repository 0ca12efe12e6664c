import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { Duplicate } from '@strapi/icons';
import { useClipboard, useNotification } from '@strapi/strapi/admin';
import { DialogFooter } from '../shared/dialog-footer';
import { useLabels } from '../shared/use-labels';

/** Somebody who was invited; `mailed` is null where no invitations are sent. */
export type Invitation = { name: string; email: string; link: string; mailed: boolean | null };

/** The link of each invitation, shown only once. */
export function InvitedList({ invited }: { invited: Invitation[] }) {
  const { say } = useLabels();
  const { copy } = useClipboard();
  const { toggleNotification } = useNotification();

  const take = async (text: string) => {
    const isCopied = await copy(text);
    toggleNotification(
      isCopied
        ? { type: 'success', message: say('invite.copied') }
        : { type: 'warning', message: say('invite.notCopied') },
    );
  };
  const all = invited.map(({ name, email, link }) => [name, email, link].join('\t')).join('\n');
  const isMailed = invited.some(({ mailed }) => mailed !== null);

  return (
    <>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={5}>
          <Typography>{say(isMailed ? 'invite.links.mailed' : 'invite.links')}</Typography>
          {invited.map(({ name, email, link, mailed }) => (
            <Flex key={email} gap={4} justifyContent="space-between" alignItems="flex-start">
              <Flex direction="column" alignItems="flex-start" gap={1}>
                <Typography fontWeight="semiBold">{name}</Typography>
                <Typography variant="pi" textColor="neutral600">
                  {email}
                </Typography>
                {mailed !== null && (
                  <Typography variant="pi" textColor={mailed ? 'success700' : 'danger700'}>
                    {say(mailed ? 'invite.mailed' : 'invite.notMailed')}
                  </Typography>
                )}
                <Typography variant="pi" style={{ wordBreak: 'break-all' }}>
                  {link}
                </Typography>
              </Flex>
              <Button
                variant="secondary"
                size="S"
                startIcon={<Duplicate />}
                aria-label={say('invite.copyOf', { name })}
                onClick={() => take(link)}
              >
                {say('invite.copy')}
              </Button>
            </Flex>
          ))}
        </Flex>
      </Modal.Body>
      <DialogFooter>
        <Button onClick={() => take(all)}>{say('invite.copyAll')}</Button>
      </DialogFooter>
    </>
  );
}
