import { get } from '../helpers/cache';
import type { Document } from './editors';
import type { Site } from './site';

/** What of the rules of a newsroom does not hold after the faults, in a line each. */
export async function brokenRules(
  site: Pick<Site, 'primary' | 'nodes' | 'ended'>,
  documents: readonly Document[],
): Promise<string[]> {
  const broken: string[] = [];
  const { primary } = site;
  const rows = (text: string, values: unknown[] = []) => primary.sql<Record<string, unknown>>(text, values);

  for (const document of documents) {
    const found = await rows(
      `SELECT title, published_at IS NOT NULL AS "isPublished", revision,
              (SELECT count(*)::int FROM articles_agencies_lnk WHERE article_id = article.id) AS agencies
         FROM articles article WHERE document_id = $1`,
      [document.documentId],
    );
    const drafts = found.filter(({ isPublished }) => !isPublished);
    const published = found.filter(({ isPublished }) => isPublished);
    if (drafts.length !== 1 || published.length > 1) broken.push(`${document.documentId}: ${JSON.stringify(found)}`);
    const state = { draft: drafts[0]?.title, published: published[0]?.title ?? null };
    const isPossible = document.possible.some((one) => one.draft === state.draft && one.published === state.published);
    if (!isPossible) {
      broken.push(`${document.documentId} is ${JSON.stringify(state)}, not ${JSON.stringify(document.possible)}`);
    }
    for (const { agencies } of found)
      if (agencies !== 2) broken.push(`${document.documentId} names ${agencies} agencies`);

    const audit = await rows(
      'SELECT action, count(*)::int AS count FROM desk.audit WHERE document_id = $1 GROUP BY action',
      [document.documentId],
    );
    for (const action of ['update', 'publish', 'unpublish'] as const) {
      const recorded = Number(audit.find((row) => row.action === action)?.count ?? 0);
      // The panel's publish saves the form first, in the same transaction.
      const written = (counts: Document['acknowledged']) => counts[action] + (action === 'update' ? counts.publish : 0);
      const least = written(document.acknowledged);
      const most = least + written(document.doubtful);
      if (recorded < least || recorded > most) {
        broken.push(`${document.documentId}: ${recorded} audit rows of ${action}, not ${least} to ${most}`);
      }
    }
    const [versions] = await rows(
      'SELECT count(*)::int AS count, max(revision) - min(revision) + 1 AS span FROM desk.versions WHERE document_id = $1',
      [document.documentId],
    );
    if (versions!.count !== versions!.span) broken.push(`${document.documentId}: ${JSON.stringify(versions)} versions`);
    for (const node of site.nodes) {
      const { status } = await get(`${node.url}/api/portal/v1/articles/${document.slug}`);
      if ((status === 200) !== (state.published !== null)) {
        broken.push(`${document.slug} is ${status} on ${node.url}, and published: ${state.published}`);
      }
    }
  }

  const orphans = await rows(`
    SELECT 'agencies' AS links, count(*)::int AS count FROM articles_agencies_lnk l
     WHERE NOT EXISTS (SELECT FROM articles WHERE id = l.article_id)
    UNION ALL
    SELECT 'files', count(*)::int FROM files_related_mph l
     WHERE related_type = 'plugin::newsroom.article' AND NOT EXISTS (SELECT FROM articles WHERE id = l.related_id)
    UNION ALL
    SELECT 'listing', count(*)::int FROM newsroom.article_listing l
     WHERE NOT EXISTS (SELECT FROM articles WHERE id = l.article_id)`);
  for (const { links, count } of orphans) if (count !== 0) broken.push(`${count} orphan ${links}`);

  for (const path of [
    '/latest-news',
    '/articles',
    '/categories',
    '/agencies',
    ...documents.map(({ slug }) => `/articles/${slug}`),
  ]) {
    const answers = await Promise.all(site.nodes.map((node) => get(`${node.url}/api/portal/v1${path}`)));
    const first = answers[0]!;
    for (const answer of answers.slice(1)) {
      if (answer.status !== first.status || Buffer.compare(answer.body, first.body) !== 0) {
        broken.push(`${path} differs between nodes: ${first.status} ${answer.status}`);
      }
    }
  }
  for (const end of site.ended) broken.push(`a node ended by itself: ${end}`);
  return broken;
}
