import { type DocumentContext, withData, writtenData } from '../../../../../documents/written-data';
import type { DocumentRow } from '../history/document-rows';
import { OWNED } from '../watched-types';

/**
 * Gives a new document or locale that names no owner the owner of its other locales, or the person's agency. Without an
 * owner the person could not even read it.
 */
export function applyDefaultOwner(context: DocumentContext, before: DocumentRow[], agency: string | null): void {
  const data = writtenData(context);
  if (!data || !OWNED.has(context.uid) || !namesNoOwner(data.agency)) return;
  const owners = before.flatMap(({ content }) => (JSON.parse(content) as { agency?: string[] }).agency ?? []);
  const owner = owners[0] ?? agency;
  if (owner) withData(context, { ...data, agency: owner });
}

function namesNoOwner(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  if (typeof value !== 'object') return false;
  const { connect, set, documentId, id } = value as Record<string, unknown>;
  return documentId === undefined && id === undefined && namesNoOwner(connect) && namesNoOwner(set);
}
