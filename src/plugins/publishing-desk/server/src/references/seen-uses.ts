import type { Core } from '@strapi/strapi';
import type { Language } from '../../../../../strapi-internals/caller-language';
import { callerOf } from '../permissions/caller';
import { readableDocuments } from '../permissions/readable-documents';
import type { Transaction } from '../transaction';
import type { Use } from './uses';

/** A use as it is found; a file can have some of which only the type is known. */
type Found = Pick<Use, 'type' | 'visibleTitle'> & { documentId: string | null; title: string | null };

/** A use as a person may see it: without title and id where neither the public nor they may read the document. */
export type SeenUse<Of extends Found> = Omit<Of, 'visibleTitle'> & { documentId: string | null; title: string | null };

/**
 * The uses as the caller may see them: what the public sees by the title that it sees, and of the others what the caller
 * may read. Those without a title come last, since a place between titles would tell of it. One query for each type.
 */
export async function asSeenByCaller<Of extends Found>(
  strapi: Core.Strapi,
  trx: Transaction,
  uses: readonly Of[],
): Promise<SeenUse<Of>[]> {
  const isReadable = await readableByCaller(
    strapi,
    trx,
    uses.filter(({ visibleTitle }) => visibleTitle === null),
  );
  const seen = uses.map(({ visibleTitle, ...use }): SeenUse<Of> => {
    if (visibleTitle !== null) return { ...use, title: visibleTitle };
    return isReadable(use) ? { ...use, title: use.title ?? use.type } : { ...use, documentId: null, title: null };
  });
  return [...seen.filter(({ title }) => title !== null), ...seen.filter(({ title }) => title === null)];
}

async function readableByCaller(strapi: Core.Strapi, trx: Transaction, uses: readonly Found[]) {
  const caller = callerOf(strapi);
  if (caller.kind === 'machine') return () => true;
  const readable = new Map<string, Set<string>>();
  if (caller.kind === 'person') {
    for (const type of new Set(uses.map((use) => use.type))) {
      const ids = uses.flatMap((use) => (use.type === type && use.documentId !== null ? [use.documentId] : []));
      readable.set(type, await readableDocuments(strapi, trx, caller.ability, type, ids));
    }
  }
  return ({ type, documentId }: Pick<Found, 'type' | 'documentId'>) =>
    documentId !== null && readable.get(type)?.has(documentId) === true;
}

const SENTENCES = {
  vi: {
    and: (text: string) => `và ${text}`,
    others: (count: number) => `${count} nội dung khác`,
    hidden: (count: number) => `${count} mục bạn không xem được`,
  },
  en: {
    and: (text: string) => `and ${text}`,
    others: (count: number) => `${count} more`,
    hidden: (count: number) => `${count} that you may not see`,
  },
};

/** Uses in a sentence: so many by their titles, and the numbers of those besides and of those that have none. */
export function nameUses(language: Language, uses: readonly { title: string | null }[], most: number): string {
  const say = SENTENCES[language];
  const titles = uses.flatMap(({ title }) => (title === null ? [] : [`“${title}”`]));
  const hidden = uses.length - titles.length;
  const counted = [
    ...(titles.length > most ? [say.others(titles.length - most)] : []),
    ...(hidden > 0 ? [say.hidden(hidden)] : []),
  ];
  return [...titles.slice(0, most), ...counted.map((text) => (titles.length > 0 ? say.and(text) : text))].join(', ');
}
