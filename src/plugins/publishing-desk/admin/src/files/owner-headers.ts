import { OWNED } from '../watched-types';
import { openDocument } from '../unsaved/open-document';

type Linked = { apiData?: { documentId?: string }; documentId?: string };

/**
 * What an upload from the form of a type that an agency owns says about the owner of its files: the agency that is chosen
 * in the form, else the document. Without either the files belong to the agency of the person.
 */
export function ownerHeaders(): Record<string, string> {
  const open = openDocument();
  if (!open || !OWNED.has(open.type)) return {};
  const { connect = [] } = Object(open.values().agency) as { connect?: Linked[] };
  const chosen = connect.at(-1);
  const agency = chosen?.apiData?.documentId ?? chosen?.documentId;
  if (agency) return { 'X-Desk-Agency': agency };
  return open.documentId ? { 'X-Desk-Document': `${open.type} ${open.documentId}` } : {};
}
