import type { Newsroom } from '../../helpers/newsroom';
import { documentOf, seedArticles, type Targets } from '../seed-articles';

type Repeated = {
  /** Articles that were seeded, and whose terms were read in. */
  from: number;
  to: number;
  targets: Targets;
  pace?: { since: string; minutes: number };
};

/**
 * Seeds more articles by SQL, each with the texts of one of those that there are, and their terms in a table of `portal_search`:
 * to read them in takes milliseconds each.
 *
 * @param insert a statement that copies terms: $1 is the number of articles before, $2 the document id of the last of them
 */
export async function repeatArticles(
  newsroom: Newsroom,
  { from, to, targets, pace }: Repeated,
  { table, insert }: { table: string; insert: string },
): Promise<void> {
  const { sql } = newsroom;
  const models = Array.from({ length: from }, (_, at) => documentOf(at + 1));
  await seedArticles(newsroom, { table: 'articles', from: from + 1, to, targets, models, named: 2, ...pace });
  const indexes = await sql(
    `SELECT indexname AS name, indexdef AS definition FROM pg_indexes
      WHERE schemaname = 'portal_search' AND tablename = $1 AND indexdef LIKE '% USING gin %'`,
    [table],
  );
  for (const { name } of indexes) await sql(`DROP INDEX portal_search.${name as string}`);
  await sql(insert, [from, documentOf(from)]);
  await sql(`SET maintenance_work_mem = '2GB'`);
  for (const { definition } of indexes) await sql(definition as string);
}

/** The model of the article `here`, as a condition on `model`: as `seedArticles` takes the models in turn. */
export const MODEL_OF_HERE = `model.document_id = 'bench' || lpad((1 + substring(here.slug FROM '[0-9]+$')::integer % $1::integer)::text, 19, '0')`;
