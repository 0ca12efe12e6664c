import { errors } from '@strapi/utils';
import { isPublish } from '../../../../../documents/written-data';
import { currentRequest } from '../../../../../strapi-internals/request-caller';
import { requestReason } from '../audit/request-reason';
import type { Options } from '../config';
import { coversLocale, type Write } from '../pipeline/write';
import { lastAuthors } from './last-authors';
import { reviewStateOf } from './review-state';

/**
 * Refuses to publish a text that the same person was the last to change since it was last published, unless somebody
 * else approved it as it is, or the person gives a reason. Applies where the option `fourEyes` is on.
 *
 * @returns the reason that was given, for the audit; undefined where none was needed
 * @throws PolicyError (403)
 */
export async function assertFourEyes(write: Write): Promise<string | undefined> {
  const { strapi, trx, context, uid, documentId, before } = write;
  const request = currentRequest(strapi);
  const user = request?.state.user?.id;
  if (!strapi.config.get<Options>('plugin::publishing-desk').fourEyes || !user || !isPublish(context)) return undefined;
  // A create or update that publishes changes the text, so this person is its last author.
  if (write.action === 'publish') {
    const authors = await lastAuthors(trx, uid, documentId ?? '');
    const own = authors.filter((one) => one.author === user && reviewStateOf(before, one.locale) !== 'approved');
    if (!own.some(({ locale }) => coversLocale(write, locale))) return undefined;
  }
  const reason = requestReason(strapi, 'x-desk-override');
  if (!reason) throw new errors.PolicyError('desk.four-eyes');
  return reason;
}
