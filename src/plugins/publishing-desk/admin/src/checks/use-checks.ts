import { useFetchClient, useForm } from '@strapi/strapi/admin';
import { useEffect, useRef, useState } from 'react';
import { PLUGIN_ID } from '../plugin-id';
import { ARTICLE } from '../watched-types';

/** What a check found: the key of its text, what the text names, and what one click would link. */
export type Found = {
  check: string;
  severity: 'advice' | 'stop';
  message: string;
  values?: Record<string, string | number>;
  link?: RelationLink | TextLink;
};

type Linked = { apiData?: { documentId: string }; documentId?: string };
type Links = { connect?: Linked[]; disconnect?: Linked[] };

/** A document that a relation of the form can connect. */
export type RelationLink = { field: 'officials' | 'agencies'; id: number; documentId: string; name: string };

/** Words of the body that can be linked to a page of the portal. */
export type TextLink = { words: string; href: string; name: string };

export type Checked = { type: string; documentId: string | null; locale: string };

const AFTER_TYPING_MS = 1_000;

/** What the checks find in the form: at once when it is opened, and a second after each change. */
export function useChecks({ type, documentId, locale }: Checked): Found[] | 'failed' | null {
  const { post } = useFetchClient();
  const values = useForm('useChecks', (form) => form.values) as Record<string, unknown>;
  const asked = JSON.stringify({ documentId, ...(type === ARTICLE ? articleForm(values) : { values }) });
  const [found, setFound] = useState<Found[] | 'failed' | null>(null);
  const isFirst = useRef(true);

  useEffect(() => {
    let isLatest = true;
    const ask = async () => {
      isFirst.current = false;
      const answer = await post<{ data: Found[] }>(
        `/publishing-desk/checks/${type === ARTICLE ? 'article' : type}?locale=${locale}`,
        JSON.parse(asked),
      ).then(
        ({ data }) => data.data.map((one) => (type === ARTICLE ? withWholeKey(one) : one)),
        () => 'failed' as const,
      );
      if (isLatest) setFound(answer);
    };
    const timer = setTimeout(ask, isFirst.current ? 0 : AFTER_TYPING_MS);
    return () => {
      isLatest = false;
      clearTimeout(timer);
    };
  }, [post, type, asked, locale]);

  return found;
}

const articleForm = ({ title, summary, body, publishedOn, officials, agencies }: Record<string, unknown>) => ({
  title,
  summary,
  body,
  publishedOn,
  officials: ids(officials),
  agencies: ids(agencies),
});

/** The desk's own checks name their texts by the last part of the key. */
const withWholeKey = (found: Found): Found => ({ ...found, message: `${PLUGIN_ID}.checks.${found.message}` });

/** The document ids that a relation field of the form adds and removes. */
function ids(links: unknown) {
  const { connect = [], disconnect = [] } = (links ?? {}) as Links;
  const of = (all: Linked[]) => all.map((one) => one.apiData?.documentId ?? one.documentId);
  return { connect: of(connect), disconnect: of(disconnect) };
}
