import type { Core } from '@strapi/strapi';
import { readableRows } from '../../../../../strapi-internals/content-manager';
import type { Ability } from '../../../../../strapi-internals/permissions';
import { DIRECTIVE } from '../directives/complete-directive';

type Named = { documentId: string; name: string; slug: string };

/** What the lines of a list name in the newsroom. Names are looked up by `byName`. */
export type NamedRows = { agencies: (Named & { id: number; shortName: string | null })[]; officials: Named[] };

export async function namedRows(strapi: Core.Strapi): Promise<NamedRows> {
  const all = (uid: string, select: string[]) =>
    strapi.db.query(uid as 'plugin::directory.agency').findMany({ select }) as Promise<unknown>;
  return {
    agencies: (await all('plugin::directory.agency', [
      'id',
      'documentId',
      'name',
      'shortName',
      'slug',
    ])) as NamedRows['agencies'],
    officials: (await all('plugin::directory.official', ['documentId', 'name', 'slug'])) as NamedRows['officials'],
  };
}

/** Those that have a slug, else a name or short name. */
export function byName<Row extends Named & { shortName?: string | null }>(rows: readonly Row[], text: string): Row[] {
  const bySlug = rows.filter(({ slug }) => slug === text);
  return bySlug.length > 0 ? bySlug : rows.filter(({ name, shortName }) => name === text || shortName === text);
}

/** A directive of the newsroom that has a number, in any spelling. */
export type KnownDirective = {
  documentId: string;
  /** As it was asked for. */
  asked: string;
  canonicalNumber: string | null;
  /** The row id of its agency, and its year of issue. */
  agency: number | null;
  year: number | null;
};

/**
 * The directives with some numbers, drafts too. By directives_number and directives_draft_number.
 *
 * @param reader of drafts: the ability of a person, to whom other drafts are unknown; null for a machine, which knows all
 */
export async function knownDirectives(
  strapi: Core.Strapi,
  numbers: string[],
  reader: Ability | null,
): Promise<KnownDirective[]> {
  if (numbers.length === 0) return [];
  const readable = reader ? await readableRows(strapi, reader, DIRECTIVE) : { sql: 'd.id', bindings: [] };
  const among = (state: string) => `
    SELECT d.document_id, asked.number, d.canonical_number, d.agency_ref, d.issued_on
      FROM asked JOIN directives d ON public_record.number_key(d.number) = asked.key AND d.published_at ${state}`;
  const statement = `
    WITH asked AS MATERIALIZED (
      SELECT number, public_record.number_key(number) AS key FROM unnest(?::text[]) AS given (number))
    SELECT DISTINCT document_id AS "documentId", number AS asked, canonical_number AS "canonicalNumber",
           agency_ref AS agency, extract(year FROM issued_on)::integer AS year
      FROM (${among('IS NULL')} AND d.id IN (${readable.sql}) UNION ALL ${among('IS NOT NULL')}) found`;
  const { rows } = await strapi.db.transaction(({ trx }) => trx.raw(statement, [numbers, ...readable.bindings]));
  return rows as KnownDirective[];
}
