import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import createHttpError from 'http-errors';
import type { Address, OneAddress } from '../../../../contract';
import { DEFAULT_LOCALE } from '../../../../vietnamese';
import type { Resolved } from './services/resolver';

type PresentAddress = Address & { slug: string };

/**
 * Answers for a document that is no longer at its slug: 301 to its present API address, with the parameters of the
 * request, or 410, also when it moved to a page that is not a document of the contract.
 *
 * @param absent the message of the 404
 * @param pathTo the present path, if not in the contract; null where the type has no address of its own
 * @throws NotFoundError (404) when nothing ever was; Gone (410) with what is known of it in `details`
 */
export function sendFormerAddress(
  ctx: Context,
  found: Resolved | null,
  absent: string,
  pathTo: (address: PresentAddress, locale: string) => string | null = ({ slug }, locale) =>
    inContract(ctx, found?.collection ?? null, slug, locale),
): void {
  if (!found || found.address.outcome === 'current') throw new errors.NotFoundError(absent);
  const { address, locale } = found;
  const path = address.slug === null ? null : pathTo({ ...address, slug: address.slug }, locale);
  if (path === null) {
    throw createHttpError(410, 'Nội dung này không còn ở đây.', { details: address });
  }
  const answer: OneAddress = { data: address, meta: {} };
  ctx.status = 301;
  ctx.set('Location', path);
  ctx.type = 'application/json; charset=utf-8';
  ctx.body = Buffer.from(JSON.stringify(answer));
}

function inContract(
  { path, querystring }: Context,
  collection: string | null,
  slug: string,
  locale: string,
): string | null {
  return collection ? pathOf(path, collection, slug) + queryOf(querystring, locale) : null;
}

/**
 * `/api/portal/v1/articles/cu/neighbours` with another slug; what is of another type has no such parts. The router
 * takes a slash at the end too.
 */
function pathOf(path: string, collection: string, slug: string): string {
  const [, api, portal, version, asked, , ...parts] = path.split('/');
  const kept = asked === collection ? parts.filter((part) => part !== '') : [];
  return ['', api, portal, version, collection, encodeURIComponent(slug), ...kept].join('/');
}

function queryOf(querystring: string, locale: string): string {
  const query = new URLSearchParams(querystring);
  if (locale === DEFAULT_LOCALE) query.delete('locale');
  else query.set('locale', locale);
  return query.size > 0 ? `?${query}` : '';
}
