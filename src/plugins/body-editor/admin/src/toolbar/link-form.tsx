import { Button, Field, Flex, TextInput } from '@strapi/design-system';
import type { Editor } from '@tiptap/react';
import { type KeyboardEvent, useState } from 'react';
import { isSafeAddress } from '../../../../../body/link-address';
import { addressFromTyped, removeLink, setLink } from '../editor/link-commands';
import { useLabels } from '../use-labels';

/** The address of the link at the cursor. An empty one removes the link. */
export function LinkForm({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const t = useLabels();
  const current: string = editor.getAttributes('link').href ?? '';
  const [typed, setTyped] = useState(current);
  const [refused, setRefused] = useState(false);

  const close = () => {
    onClose();
    editor.commands.focus();
  };
  const remove = () => {
    removeLink(editor);
    close();
  };
  const apply = () => {
    const href = addressFromTyped(typed);
    if (href === '') return remove();
    if (!isSafeAddress(href)) return setRefused(true);
    setLink(editor, href);
    return close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || !['Enter', 'Escape'].includes(event.key)) return;
    // Enter would save the whole article.
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Enter') apply();
    else close();
  };

  return (
    <Flex padding={2} gap={2} alignItems="flex-end" wrap="wrap" role="group" aria-label={t('command.link')}>
      <Field.Root flex="1 1 24rem" error={refused ? t('link.invalid') : undefined}>
        <Field.Label>{t('link.address')}</Field.Label>
        <TextInput
          size="S"
          autoFocus
          value={typed}
          placeholder={t('link.placeholder')}
          onKeyDown={onKeyDown}
          onChange={({ target }: { target: { value: string } }) => {
            setTyped(target.value);
            setRefused(false);
          }}
        />
        <Field.Error />
      </Field.Root>
      <Button type="button" size="S" onClick={apply}>
        {t('link.apply')}
      </Button>
      {current ? (
        <Button type="button" size="S" variant="danger-light" onClick={remove}>
          {t('link.remove')}
        </Button>
      ) : null}
      <Button type="button" size="S" variant="tertiary" onClick={close}>
        {t('link.cancel')}
      </Button>
    </Flex>
  );
}
