import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { isPublish } from '../../../../../documents/written-data';
import type { Options } from '../config';
import type { DocumentRow } from '../history/document-rows';
import { callerOf } from '../permissions/caller';
import { coversLocale, type Write } from '../pipeline/write';
import { ARTICLE } from '../watched-types';
import { checkedArticle, type WrittenArticle } from './checked-article';
import type { CheckSettings } from './check-names';
import { findingsThatStop, type Found } from './run-checks';

/**
 * Refuses to publish a document in which a check finds something and the check is set to `stop`. Checks the rows as
 * the write leaves them. Machines are not checked.
 *
 * @throws ApplicationError (400) with what was found in `details`
 */
export async function assertChecksPass(write: Write, after: DocumentRow[]): Promise<void> {
  const { strapi, uid, context } = write;
  if (!isPublish(context) || callerOf(strapi).kind !== 'person') return;
  const { checks } = strapi.config.get<Options>('plugin::publishing-desk');
  if (!Object.values(checks).includes('stop')) return;
  for (const row of after.filter(({ published, locale }) => published && coversLocale(write, locale))) {
    const found = uid === ARTICLE ? await inArticle(strapi, row, checks) : await inDocument(write, row);
    if (found.length > 0) throw new errors.ApplicationError('desk.checks-stop', { found });
  }
}

async function inArticle(strapi: Core.Strapi, row: DocumentRow, checks: CheckSettings): Promise<Found[]> {
  const article = checkedArticle(strapi, articleOfRow(row));
  return article ? findingsThatStop(strapi, article, checks) : [];
}

function inDocument({ strapi, uid, documentId }: Write, { locale, content }: DocumentRow): Promise<Found[]> {
  const { ofTypes } = strapi.plugin('publishing-desk').service('checks');
  return ofTypes.run(uid, { documentId: documentId ?? null, locale, values: JSON.parse(content) }, { onlyStop: true });
}

/** The article in a row, whose instants are in UTC without a zone. */
export function articleOfRow({ content, locale }: DocumentRow): WrittenArticle {
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
