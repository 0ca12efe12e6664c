import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import type { DocumentVersion } from '../shared/use-document-action';
import type { Published } from './public-state';

/** What is published of an article, the server's clock, and whether this person may publish it. */
type Readers = { published: Published | null; now: string; canPublish: boolean };

/** Null until it is loaded; read again at each revision. */
export function useReaders({ documentId, locale }: DocumentVersion, revision: number): Readers | null {
  const { get } = useFetchClient();
  const [readers, setReaders] = useState<Readers | null>(null);

  useEffect(() => {
    const path = `/publishing-desk/articles/${documentId}/readers?locale=${locale}`;
    get<{ data: Readers }>(path).then(({ data }) => setReaders(data.data), console.error);
  }, [get, documentId, locale, revision]);

  return readers;
}
