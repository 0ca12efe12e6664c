import type { Newsroom } from '../../helpers/newsroom';
import judged from './judged-set.json';

type Judgements = Readonly<Record<string, number>>;
export type Ranking = (q: string) => Promise<number[]>;
type Quality = { ndcg: number; recall: number };

const DEPTH = 10;

const gain = (grade: number): number => 2 ** grade - 1;
const discounted = (grades: readonly number[]): number =>
  grades.slice(0, DEPTH).reduce((sum, grade, place) => sum + gain(grade) / Math.log2(place + 2), 0);

/** nDCG@10, and hits among the first ten of the most that there can be. */
function qualityOf(found: readonly number[], judgements: Judgements): Quality {
  const first = found.slice(0, DEPTH);
  const ideal = Object.values(judgements).sort((one, other) => other - one);
  const hits = first.filter((at) => judgements[at] !== undefined).length;
  return {
    ndcg: discounted(first.map((at) => judgements[at] ?? 0)) / discounted(ideal),
    recall: hits / Math.min(DEPTH, ideal.length),
  };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** What a ranking makes of the judged queries: of each kind, and of all. */
export async function measureQuality(rank: Ranking) {
  const measured: (Quality & { kind: string; q: string })[] = [];
  for (const { kind, q, judgements } of judged.queries) {
    measured.push({ kind, q, ...qualityOf(await rank(q), judgements as unknown as Judgements) });
  }
  const of = (some: typeof measured): Quality => ({
    ndcg: mean(some.map(({ ndcg }) => ndcg)),
    recall: mean(some.map(({ recall }) => recall)),
  });
  const kinds = [...new Set(measured.map(({ kind }) => kind))];
  return {
    all: of(measured),
    kinds: kinds.map((kind) => ({ kind, ...of(measured.filter((one) => one.kind === kind)) })),
    worst: measured.filter(({ ndcg }) => ndcg < 0.8),
  };
}

/** What PostgreSQL finds without this plugin, over the same articles. */
export function baselines({ sql }: Newsroom, at: ReadonlyMap<string, number>): Record<string, Ranking> {
  const ranked =
    (statement: string): Ranking =>
    async (q) =>
      (await sql(statement, [q])).map(({ slug }) => at.get(String(slug))!);
  const fullText = (text: string, asked: string): string => `
    SELECT a.slug FROM articles a
     CROSS JOIN LATERAL (SELECT to_tsvector('simple', ${text}) AS terms, plainto_tsquery('simple', ${asked}) AS query) one
     WHERE a.published_at IS NOT NULL AND one.terms @@ one.query
     ORDER BY ts_rank(one.terms, one.query) DESC, a.published_on DESC LIMIT ${DEPTH}`;
  const written = `a.title || ' ' || a.body_text`;
  return {
    "to_tsvector('simple')": ranked(fullText(written, '$1')),
    'unaccent alone': ranked(fullText(`unaccent(${written})`, 'unaccent($1)')),
    ILIKE: ranked(`
      SELECT a.slug FROM articles a
       WHERE a.published_at IS NOT NULL AND (a.title ILIKE '%' || $1 || '%' OR a.body_text ILIKE '%' || $1 || '%')
       ORDER BY a.published_on DESC LIMIT ${DEPTH}`),
  };
}
