import { Button, Field, Flex, Modal, TextInput, Typography } from '@strapi/design-system';
import { useId, useState } from 'react';
import { DialogFooter } from '../shared/dialog-footer';
import { useLabels } from '../shared/use-labels';
import type { Credit, Picture } from './use-pictures';

/** The server's maximum length of both texts. */
const MAX_LENGTH = 200;

const LICENCES = ['pictures.licence.own', 'pictures.licence.permitted', 'pictures.licence.public-domain'] as const;
const FREE_LICENCES = ['CC BY 4.0', 'CC BY-SA 4.0', 'CC0 1.0'];

type Props = { picture: Picture; onSave(credit: Credit): Promise<boolean> };

/** A button that opens a dialog with what is said of a picture's file. */
export function CreditDialog({ picture, onSave }: Props) {
  const { say } = useLabels();
  const [isOpen, setOpen] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const [typed, setTyped] = useState<Record<keyof Credit, string>>({ credit: '', licence: '' });
  const suggestions = useId();

  const toggle = (open: boolean) => {
    setTyped({ credit: picture.credit ?? '', licence: picture.licence ?? '' });
    setOpen(open);
  };
  const save = async () => {
    setSaving(true);
    if (await onSave(typed)) setOpen(false);
    setSaving(false);
  };
  const field = (name: keyof Credit, list?: string) => (
    <Field.Root name={name} hint={say(`pictures.${name}.hint`)}>
      <Field.Label>{say(`pictures.${name}`)}</Field.Label>
      <TextInput
        value={typed[name]}
        maxLength={MAX_LENGTH}
        list={list}
        onChange={({ target }: { target: HTMLInputElement }) => setTyped({ ...typed, [name]: target.value })}
      />
      <Field.Hint />
    </Field.Root>
  );

  return (
    <Modal.Root open={isOpen} onOpenChange={toggle}>
      <Modal.Trigger>
        <Button variant="tertiary" size="S">
          {say('pictures.edit')}
        </Button>
      </Modal.Trigger>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{say('pictures.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography textColor="neutral600">{say('pictures.text', { name: picture.name })}</Typography>
            {field('credit')}
            {field('licence', suggestions)}
            <datalist id={suggestions}>
              {[...LICENCES.map((licence) => say(licence)), ...FREE_LICENCES].map((licence) => (
                <option key={licence} value={licence} />
              ))}
            </datalist>
          </Flex>
        </Modal.Body>
        <DialogFooter>
          <Button disabled={isSaving} onClick={save}>
            {say('pictures.save')}
          </Button>
        </DialogFooter>
      </Modal.Content>
    </Modal.Root>
  );
}
