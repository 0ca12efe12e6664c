import type { Core } from '@strapi/strapi';
import type { DocumentContext } from '../../../../../documents/written-data';
import type { DocumentRow } from '../history/document-rows';
import type { Transaction } from '../transaction';

/** One write of a watched type, under its lock, as the rules of the pipeline see it. */
export type Write = {
  strapi: Core.Strapi;
  trx: Transaction;
  context: DocumentContext;
  uid: string;
  action: string;
  /** The document that is changed or restored; undefined for create and clone, which make a new one. */
  documentId: string | undefined;
  /** The locale of the write, or the default one where it names none; '' for a type that is not localised. */
  locale: string;
  /** The rows before the write: those of the source for a clone, none for a create. */
  before: DocumentRow[];
};

/** Whether a write is of a document in this locale. Strapi accepts one locale, several, or `*` for all. */
export function coversLocale({ context, locale: byDefault }: Write, locale: string): boolean {
  // A type without locales has one form; the content manager names a locale all the same.
  if (byDefault === '') return true;
  const { locale: named } = context.params as { locale?: string | string[] | null };
  const locales = [named ?? byDefault].flat();
  return locales.includes('*') || locales.includes(locale);
}

/** Whether a write makes a row: of a new document, or of a document in a locale in which it was not. */
export const isNewRow = ({ action, before, locale }: Write): boolean =>
  action !== 'update' || before.every((row) => row.locale !== locale);

/** Waits for other writers of the document and keeps them out until the transaction ends. */
export const lockDocument = (trx: Transaction, type: string, documentId: string): PromiseLike<unknown> =>
  trx.raw('SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', [`${type} ${documentId}`]);
