import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import createHttpError from 'http-errors';
import { type Address, type OneAddress } from '../../../../contract';
import type { Resolved } from './services/resolver';

/** Where the contract shows a thing of a type alone. */
const PATHS: Partial<Record<Address['type'], string>> = {
  article: 'articles',
  agency: 'agencies',
  official: 'officials',
};

type Standing = Address & { slug: string };

/**
 * Answers for a thing that is no longer at its slug: 301 to the API address that it has now, with the parameters of
 * the request, or 410, also when it moved to a page that the contract does not show alone.
 *
 * @param absent what a person is told when nothing ever was there
 * @param pathTo where a thing is now, if not in the contract; null where it is not shown alone
 * @throws NotFoundError (404) when nothing ever was; Gone (410) with what is known of it in `details`
 */
export function sendFormerAddress(
  ctx: Context,
  found: Resolved | null,
  absent: string,
  pathTo: (address: Standing, locale: string) => string | null = (address, locale) => inContract(ctx, address, locale),
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
  ctx.set('Cache-Control', 'public, max-age=5');
  ctx.type = 'application/json; charset=utf-8';
  ctx.body = Buffer.from(JSON.stringify(answer));
}

function inContract({ path, querystring }: Context, { type, slug }: Standing, locale: string): string | null {
  const collection = PATHS[type];
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
  const parameters = new URLSearchParams(querystring);
  if (locale === 'vi') parameters.delete('locale');
  else parameters.set('locale', locale);
  return parameters.size > 0 ? `?${parameters}` : '';
}
