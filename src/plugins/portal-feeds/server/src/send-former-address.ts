import type { Context } from 'koa';
import createHttpError from 'http-errors';
import type { Address, MovedArticle } from './contract';

/**
 * Answers for an article that is no longer at this slug: 301 to the API address of its new slug, or 410.
 *
 * @throws Gone (410) with what is known of it in `details`
 */
export function sendFormerAddress(ctx: Context, address: Address, locale: string): void {
  if (address.slug === null) {
    const { outcome, reason, on } = address;
    throw createHttpError(410, 'Bài viết này không còn.', { details: { outcome, reason, on } });
  }
  const answer: MovedArticle = { data: address, meta: {} };
  const query = locale === 'vi' ? '' : `?locale=${locale}`;
  ctx.status = 301;
  // The router takes a slash at the end too.
  ctx.set('Location', ctx.path.replace(/[^/]+\/?$/, encodeURIComponent(address.slug)) + query);
  ctx.set('Cache-Control', 'public, max-age=5');
  ctx.type = 'application/json; charset=utf-8';
  ctx.body = Buffer.from(JSON.stringify(answer));
}
