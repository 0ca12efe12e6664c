import { Button, Combobox, ComboboxOption, Field, Flex, Loader, Modal, Typography } from '@strapi/design-system';
import { useAPIErrorHandler, useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { DialogFooter } from '../shared/dialog-footer';
import { useLabels } from '../shared/use-labels';
import { UsesList, type Use } from './uses-list';

type Used = {
  title: string;
  count: number;
  hidden: number;
  uses: Use[];
  /** What can take its place; null for a type of which none can. */
  replacements: { documentId: string; title: string }[] | null;
};

type Props = {
  type: string;
  documentId: string;
  /** The language that is deleted; undefined for all, and for a type without languages. */
  locale: string | undefined;
  /** Called once the document is deleted. */
  onDeleted(): void;
};

/**
 * Before a document is deleted: asks for a confirmation where nothing uses it. Otherwise it says what does, and offers to
 * put another in its place.
 */
export function DeleteDialog({ type, documentId, locale, onDeleted }: Props) {
  const { say } = useLabels();
  const { get, post, del } = useFetchClient();
  const { toggleNotification } = useNotification();
  const { formatAPIError } = useAPIErrorHandler();
  const [used, setUsed] = useState<Used | null>(null);
  const [chosen, setChosen] = useState('');
  const [isRunning, setRunning] = useState(false);
  const path = `/publishing-desk/uses/${type}/${documentId}`;

  useEffect(() => {
    // Where it cannot be read, the server decides about the deletion.
    const unknown: Used = { title: '', count: 0, hidden: 0, uses: [], replacements: null };
    get<{ data: Used }>(path, { params: { locale } }).then(
      ({ data }) => setUsed(data.data),
      () => setUsed(unknown),
    );
  }, [get, path, locale]);

  const run = async (act: () => Promise<unknown>) => {
    setRunning(true);
    try {
      await act();
      onDeleted();
    } catch (error) {
      toggleNotification({ type: 'danger', message: formatAPIError(error as Parameters<typeof formatAPIError>[0]) });
      setRunning(false);
    }
  };
  const remove = () =>
    run(() => del(`/content-manager/collection-types/${type}/${documentId}`, { params: { locale: locale ?? '*' } }));
  const replace = () => run(() => post(`${path}/replace`, { replacement: chosen }, { params: { locale } }));

  if (!used) {
    return (
      <Modal.Body>
        <Flex justifyContent="center">
          <Loader small>{say('delete.loading')}</Loader>
        </Flex>
      </Modal.Body>
    );
  }
  const { title, count, hidden, uses, replacements } = used;
  if (count === 0) {
    return (
      <>
        <Modal.Body>
          <Flex direction="column" gap={4}>
            {title && <Typography fontWeight="semiBold">{say('delete.unused', { title })}</Typography>}
            <Typography>{say('delete.question')}</Typography>
          </Flex>
        </Modal.Body>
        <DialogFooter>
          <Button variant="danger" disabled={isRunning} onClick={remove}>
            {say('delete.do')}
          </Button>
        </DialogFooter>
      </>
    );
  }
  return (
    <>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Typography fontWeight="semiBold">{say('delete.used', { title, count })}</Typography>
          <UsesList uses={uses} others={count - hidden - uses.length} hidden={hidden} />
          {replacements ? (
            <Field.Root name="replacement" hint={say('delete.replacement.hint')}>
              <Field.Label>{say('delete.replacement')}</Field.Label>
              <Combobox
                value={chosen}
                autocomplete={{ type: 'list', filter: 'contains' }}
                placeholder={say('delete.replacement.placeholder')}
                noOptionsMessage={() => say('delete.replacement.none')}
                onChange={(value) => setChosen(value ?? '')}
                onClear={() => setChosen('')}
              >
                {replacements.map((one) => (
                  <ComboboxOption key={one.documentId} value={one.documentId}>
                    {one.title}
                  </ComboboxOption>
                ))}
              </Combobox>
              <Field.Hint />
            </Field.Root>
          ) : (
            <Typography>{say('delete.removeFirst')}</Typography>
          )}
        </Flex>
      </Modal.Body>
      <DialogFooter>
        {replacements && (
          <Button variant="danger" disabled={isRunning || chosen === ''} loading={isRunning} onClick={replace}>
            {say('delete.replace')}
          </Button>
        )}
      </DialogFooter>
    </>
  );
}
