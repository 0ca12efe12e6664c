import type { Core } from '@strapi/strapi';
import type { Context, Middleware } from 'koa';
import { interceptRoutes } from '../../../../../strapi-internals/routes';
import { ARTICLE } from '../watched-types';

/** What decides whether readers see an article, of its published row. Instants in UTC. */
type PublishedFields = Record<'publishedOn' | 'expiresOn' | 'withdrawnOn' | 'withdrawalOutcome', string | null>;

const utc = (column: string) => `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const PUBLISHED = `
  SELECT document_id AS "documentId", ${utc('published_on')} AS "publishedOn", ${utc('expires_on')} AS "expiresOn",
         ${utc('withdrawn_on')} AS "withdrawnOn", withdrawal_outcome AS "withdrawalOutcome"
    FROM articles WHERE document_id = ANY(?) AND locale = ? AND published_at IS NOT NULL`;

/** What is published of articles in a locale, by document id; nothing for those that are drafts only. */
export async function publishedFields(
  strapi: Core.Strapi,
  documentIds: string[],
  locale: string,
): Promise<Map<string, PublishedFields>> {
  type Row = PublishedFields & { documentId: string };
  const { rows } = await strapi.db.connection.raw<{ rows: Row[] }>(PUBLISHED, [documentIds, locale]);
  return new Map(rows.map(({ documentId, ...fields }) => [documentId, fields]));
}

const LIST = 'GET /content-manager/collection-types/:model';

/**
 * Adds what is published of each article, as `published`, to the panel's list of them: its rows are drafts, whose times
 * readers do not see yet. To be called in `register`.
 */
export function showPublishedInLists(strapi: Core.Strapi): void {
  interceptRoutes(strapi, (route, address) => {
    if (address !== LIST) return route;
    const middlewares = [...(route.config?.middlewares ?? []), addPublished(strapi)];
    return { ...route, config: { ...route.config, middlewares } };
  });
}

type ListedRow = { documentId: string; locale: string; published?: PublishedFields | null };

const addPublished =
  (strapi: Core.Strapi): Middleware =>
  async (ctx: Context, next) => {
    await next();
    if (ctx.params.model !== ARTICLE || ctx.status !== 200) return;
    const { results } = ctx.body as { results: ListedRow[] };
    if (results.length === 0) return;
    const ids = results.map(({ documentId }) => documentId);
    const published = await publishedFields(strapi, ids, results[0]!.locale);
    for (const row of results) row.published = published.get(row.documentId) ?? null;
  };
