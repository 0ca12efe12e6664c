import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';

/** What was deleted, in one language, and can be restored. Instants are UTC. */
export type TrashEntry = {
  id: number;
  at: string;
  keptUntil: string;
  /** Null for a machine. */
  by: string | null;
  type: string;
  /** As in the type's schema: the key of its name in the panel. */
  typeName: string;
  documentId: string;
  /** '' for a type without languages. */
  locale: string;
  title: string;
  agency: string | null;
  isDrafted: boolean;
  mayRestore: boolean;
};

type Trash = {
  entries: TrashEntry[];
  /** The `before` of the next page. */
  next: number | null;
  types: { uid: string; name: string }[];
  days: number;
  mayErase: boolean;
};

/** After it a title counts as typed. */
const TYPING_PAUSE_MS = 200;

/** The trash of a type ('' for all) with a title, newest first, page after page. */
export function useTrash({ type, title }: { type: string; title: string }) {
  const { get } = useFetchClient();
  const [trash, setTrash] = useState<Trash | null>(null);
  const [failed, setFailed] = useState(false);

  const read = useCallback(
    async (before?: number) => {
      const params = { ...(type && { type }), ...(title && { title }), ...(before && { before }) };
      return (await get<{ data: Trash }>('/publishing-desk/trash', { params })).data.data;
    },
    [get, type, title],
  );
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(
      () =>
        read().then(
          (found) => isCurrent && setTrash(found),
          () => isCurrent && setFailed(true),
        ),
      TYPING_PAUSE_MS,
    );
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [read]);

  const loadMore = async () => {
    if (!trash?.next) return;
    const more = await read(trash.next).catch(() => setFailed(true));
    if (more) setTrash({ ...more, entries: [...trash.entries, ...more.entries] });
  };
  const leaveOut = (id: number) =>
    setTrash((now) => now && { ...now, entries: now.entries.filter((entry) => entry.id !== id) });

  return { trash, failed, loadMore, leaveOut };
}
