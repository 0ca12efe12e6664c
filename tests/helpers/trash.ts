import type { Newsroom } from './newsroom';
import type { Session } from './sign-in';

export type TrashEntry = {
  id: number;
  at: string;
  keptUntil: string;
  by: string | null;
  type: string;
  documentId: string;
  locale: string;
  title: string;
  agency: string | null;
  mayRestore: boolean;
};

type Trash = { entries: TrashEntry[]; next: number | null; mayErase: boolean; days: number };
type Restored = { documentId: string; locale: string; missing: { field: string; name: string | null }[] };

const TRASH = '/publishing-desk/trash';

/** What a person does in the trash, by its routes; `chief` where no other person is named. */
export function trashOf(newsroom: Newsroom, chief: Session) {
  const list = async (query = '', by = chief): Promise<Trash> => {
    const answer = await by.ask('GET', `${TRASH}${query}`);
    expect([query, answer.status]).toEqual([query, 200]);
    return ((await answer.json()) as { data: Trash }).data;
  };
  const restore = (entry: TrashEntry, data: object = {}, by = chief) =>
    by.ask('POST', `${TRASH}/${entry.id}/restore`, data);

  return {
    list,
    /** The entries of a document, the newest first. */
    entriesOf: async (documentId: string, by = chief) =>
      (await list('', by)).entries.filter((entry) => entry.documentId === documentId),
    restore,
    /** Restores what can be. */
    restored: async (...request: Parameters<typeof restore>): Promise<Restored> => {
      const answer = await restore(...request);
      const answered = (await answer.json()) as { data: Restored };
      expect([answer.status, answered]).toEqual([200, expect.anything()]);
      return answered.data;
    },
    /** What is offered in place of what others have. */
    offers: async (...request: Parameters<typeof restore>): Promise<{ message: string; offers: object }> => {
      const answer = await restore(...request);
      const { error } = (await answer.json()) as { error: { message: string; details: { offers: object } } };
      expect(answer.status).toBe(400);
      return { message: error.message, offers: error.details.offers };
    },
    erase: (entry: TrashEntry, data: object, by = chief) => by.ask('POST', `${TRASH}/${entry.id}/erase`, data),
    /** Deletes a document in the panel, in one language or in all. */
    remove: async (uid: string, documentId: string, { locale = '*', by = chief } = {}) => {
      const answer = await by.ask('DELETE', `/content-manager/collection-types/${uid}/${documentId}?locale=${locale}`);
      expect([uid, answer.status]).toEqual([uid, 200]);
    },
    versionsOf: async (documentId: string): Promise<number> =>
      (await newsroom.sql('SELECT FROM desk.versions WHERE document_id = $1', [documentId])).length,
  };
}
