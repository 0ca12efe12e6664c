import { type DocumentContext, writtenData } from '../../../../../documents/written-data';
import { OWNED } from '../watched-types';

type Link = { documentId?: string };
type Links = Link | Link[] | null | undefined;

/** The agencies, by document id, that a write names as the owner; none where it leaves the owner as it is, or to the desk. */
export function namedOwners(context: DocumentContext): string[] {
  const data = writtenData(context);
  if (!data || !OWNED.has(context.uid)) return [];
  const named = data.agency as Links | { set?: Links; connect?: Links };
  const { set, connect } = (named ?? {}) as { set?: Links; connect?: Links };
  return [named as Links, set, connect].flat().flatMap((link) => link?.documentId ?? []);
}
