import { useFetchClient, useForm } from '@strapi/strapi/admin';
import { useEffect, useRef } from 'react';
import { relationRow } from '../../../../../strapi-internals/panel/relation-row';
import { useDocumentId } from './use-period';

const AGENCY = 'plugin::directory.agency';

type Agency = { id: number; documentId: string; name: string };

/** Gives a new report the agency of its form's address. */
export function useAskedAgency(): void {
  const { get } = useFetchClient();
  const document = useDocumentId();
  const onChange = useForm('useAskedAgency', (form) => form.onChange);
  const isDone = useRef(false);

  useEffect(() => {
    const asked = new URLSearchParams(location.search).get('agency');
    if (isDone.current || document !== null || !asked) return;
    isDone.current = true;
    get<{ data: Agency }>(`/content-manager/collection-types/${AGENCY}/${encodeURIComponent(asked)}`).then(
      ({ data }) => onChange('agency', { connect: [relationRow(AGENCY, data.data, 0)], disconnect: [] }),
      // The person chooses it.
      () => undefined,
    );
  }, [get, document, onChange]);
}
