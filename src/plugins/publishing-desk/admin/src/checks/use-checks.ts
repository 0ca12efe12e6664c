import { useFetchClient, useForm } from '@strapi/strapi/admin';
import { useEffect, useRef, useState } from 'react';

/** What a check found: its text by key, what the text names, and what one click would link. */
export type Found = {
  check: string;
  severity: 'advice' | 'stop';
  message: string;
  values?: Record<string, string | number>;
  link?: { field: 'officials' | 'agencies'; id: number; documentId: string; name: string };
};

type Linked = { apiData?: { documentId: string }; documentId?: string };
type Links = { connect?: Linked[]; disconnect?: Linked[] };

const AFTER_TYPING_MS = 1_000;

/** What the checks find in the form: at once when it is opened, and a second after each change. */
export function useChecks({ documentId, locale }: { documentId: string | null; locale: string }) {
  const { post } = useFetchClient();
  const values = useForm('useChecks', (form) => form.values) as Record<string, unknown>;
  const { title, summary, body, publishedOn, officials, agencies } = values;
  const form = { title, summary, body, publishedOn, officials: ids(officials), agencies: ids(agencies) };
  const asked = JSON.stringify({ documentId, ...form });
  const [found, setFound] = useState<Found[] | 'failed' | null>(null);
  const isFirst = useRef(true);

  useEffect(() => {
    let isLatest = true;
    const ask = async () => {
      isFirst.current = false;
      const answer = await post<{ data: Found[] }>(
        `/publishing-desk/checks/article?locale=${locale}`,
        JSON.parse(asked),
      ).then(
        ({ data }) => data.data,
        () => 'failed' as const,
      );
      if (isLatest) setFound(answer);
    };
    const timer = setTimeout(ask, isFirst.current ? 0 : AFTER_TYPING_MS);
    return () => {
      isLatest = false;
      clearTimeout(timer);
    };
  }, [post, asked, locale]);

  return found;
}

/** The document ids that a relation field of the form adds and removes. */
function ids(links: unknown) {
  const { connect = [], disconnect = [] } = (links ?? {}) as Links;
  const of = (all: Linked[]) => all.map((one) => one.apiData?.documentId ?? one.documentId);
  return { connect: of(connect), disconnect: of(disconnect) };
}
