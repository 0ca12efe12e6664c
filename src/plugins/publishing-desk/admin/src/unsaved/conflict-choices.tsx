import { Button, Flex, Typography } from '@strapi/design-system';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { OpenDocument, Values } from './open-document';
import type { Refusal } from './save-results';
import { differingFields, ownValues } from './differing-fields';
import { useLabels } from '../shared/use-labels';

type Props = { open: OpenDocument; refusal: Refusal; onPutBack(): void; onSettled(): void };

/** Shows who else changed the document and what differs: use theirs, continue with mine, or save mine as a copy. */
export function ConflictChoices({ open, refusal, onPutBack, onSettled }: Props) {
  const { say, when, fieldName } = useLabels();
  const { get, post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const navigate = useNavigate();
  const [theirs, setTheirs] = useState<Values | null>(null);
  const path = `/content-manager/collection-types/${open.type}`;
  const inLanguage = open.locale ? `?locale=${open.locale}` : '';

  useEffect(() => {
    const present = open.isSingle ? `/content-manager/single-types/${open.type}` : `${path}/${open.documentId}`;
    get<{ data: Values }>(present + inLanguage).then(({ data }) => setTheirs(data.data), console.error);
  }, [get, path, open.type, open.isSingle, open.documentId, inLanguage, refusal]);

  const fields = theirs ? differingFields(refusal.values, theirs).map((field) => fieldName(open.type, field)) : [];
  const keepAsCopy = async () => {
    const { data } = await post<{ data: { documentId: string } }>(
      `${path}/clone/${open.documentId}${inLanguage}`,
      ownValues(refusal.values),
    );
    onSettled();
    toggleNotification({ type: 'success', message: say('conflict.copied') });
    navigate(`../${open.type}/${data.data.documentId}${location.search}`, { relative: 'path' });
  };
  const takeTheirs = () => {
    onSettled();
    location.reload();
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Typography>
        {say('conflict.text', {
          by: refusal.conflict?.by || say('conflict.someone'),
          when: refusal.conflict?.at ? when(refusal.conflict.at) : '',
        })}
      </Typography>
      {fields.length > 0 && (
        <Typography textColor="neutral600">{say('conflict.fields', { fields: fields.join(', ') })}</Typography>
      )}
      <Button onClick={onPutBack}>{say('conflict.putBack')}</Button>
      {!open.isSingle && (
        <Button variant="secondary" onClick={keepAsCopy}>
          {say('conflict.copy')}
        </Button>
      )}
      <Button variant="tertiary" onClick={takeTheirs}>
        {say('conflict.takeTheirs')}
      </Button>
    </Flex>
  );
}
