import type { Newsroom } from './newsroom';
import type { Session } from './sign-in';

export type Used = {
  count: number;
  hidden: number;
  uses: { type: string; documentId: string; title: string; isPublished: boolean }[];
  title?: string;
  replacements?: { documentId: string; title: string }[] | null;
};

type Recorded = { action: string; locale: string | null; by: string | null; [field: string]: unknown };

export const id = async (written: Promise<{ documentId: string }>): Promise<string> => (await written).documentId;

/** Reads what uses a document, as a person sees it, and what the database has of it. */
export const usesReader = (newsroom: Newsroom, person: Session) => ({
  usesOf: async (uid: string, documentId: string): Promise<Used> =>
    ((await (await person.ask('GET', `/publishing-desk/uses/${uid}/${documentId}`)).json()) as { data: Used }).data,

  auditOf: async (documentId: string): Promise<Recorded[]> => {
    const rows = await newsroom.sql(
      `SELECT json_build_object('action', action, 'locale', locale, 'by', actor ->> 'id', 'before', before,
                'after', after, 'note', note)::text AS row FROM desk.audit WHERE document_id = $1 ORDER BY id`,
      [documentId],
    );
    return rows.map(({ row }) => JSON.parse(row as string) as Recorded);
  },

  exists: async (table: string, documentId: string): Promise<boolean> =>
    (await newsroom.sql(`SELECT FROM ${table} WHERE document_id = $1`, [documentId])).length > 0,
});
