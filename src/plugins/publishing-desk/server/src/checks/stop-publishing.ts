import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Options } from '../config';
import type { DocumentRow } from '../history/document-rows';
import { callerOf } from '../permissions/caller';
import { ARTICLE } from '../article-type';
import { checkedArticle, type WrittenArticle } from './checked-article';
import { reasonsToStop } from './run-checks';

type Write = { uid: string; action: string; locale: string; params: object };

/**
 * Refuses what a person is about to publish for what a check finds that is set to `stop`. Asked in the write's
 * transaction, of the rows as the write leaves them. Machines are not asked.
 *
 * @throws ApplicationError (400) with what was found in `details`
 */
export async function stopPublishing(
  strapi: Core.Strapi,
  { uid, action, locale, params }: Write,
  after: DocumentRow[],
) {
  const { locale: asked = locale, status } = params as { locale?: string | string[] | null; status?: string };
  const publishes = action === 'publish' || status === 'published';
  if (uid !== ARTICLE || !publishes || callerOf(strapi).kind !== 'person') return;
  const { checks } = strapi.config.get<Options>('plugin::publishing-desk');
  if (!Object.values(checks).includes('stop')) return;
  const locales = [asked ?? locale].flat();
  const rows = after.filter((row) => row.published && (locales.includes('*') || locales.includes(row.locale)));
  for (const row of rows) {
    const article = checkedArticle(strapi, writtenIn(row));
    const found = article ? await reasonsToStop(strapi, article, checks) : [];
    if (found.length > 0) throw new errors.ApplicationError('desk.checks-stop', { found });
  }
}

/** What a row of an article says; its instants are in UTC, without a zone. */
export function writtenIn({ content, locale }: DocumentRow): WrittenArticle {
  const { title, summary, body, publishedOn, officials, agencies } = JSON.parse(content) as WrittenArticle;
  return {
    title,
    summary: summary ?? '',
    body,
    publishedOn: publishedOn && `${publishedOn}Z`,
    officials,
    agencies,
    locale,
  };
}
