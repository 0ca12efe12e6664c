import type { Address } from '../../../../../contract';
import { toPortalInstant } from '../../../../../vietnamese';
import type { FormerCollectionModel } from '../queries/former-collection';
import type { AddressModel } from '../queries/resolve';
import type { Addresses } from './addresses';

type Model = NonNullable<AddressModel>;

const on = (model: Model): string | null => (model.on === null ? null : toPortalInstant(new Date(model.on)));

/** What became of a thing's own address. */
export function finishAddress(model: Model, addresses: Addresses): Address {
  const { outcome, type, slug, locale } = model;
  return {
    outcome,
    type: type ?? 'page',
    slug,
    url: type && slug !== null && locale ? addresses.page(type, slug, locale) : null,
    reason: model.reason || null,
    on: on(model),
  };
}

/**
 * The resolution of an address with an editor's redirect: the document at its target, or a page of the portal that the
 * newsroom does not manage.
 *
 * @param end the resolution of the redirect's target, after any further redirects
 */
export function finishRedirect(redirect: Model, end: AddressModel, addresses: Addresses): Address {
  const said = { reason: redirect.reason || null, on: on(redirect) };
  if (end?.type) {
    const found = finishAddress(end, addresses);
    return found.outcome === 'gone'
      ? { ...found, reason: said.reason ?? found.reason, on: found.on ?? said.on }
      : { ...found, outcome: 'moved', ...said };
  }
  const { to, outcome } = end ?? redirect;
  return { outcome, type: 'page', slug: null, url: to === null ? null : addresses.portal(to), ...said };
}

/**
 * What became of a collection's former slug.
 *
 * @param home the front page, which shows the collections
 */
export const finishCollection = ({ slug, on }: NonNullable<FormerCollectionModel>, home: string): Address => ({
  outcome: slug === null ? 'gone' : 'moved',
  type: 'collection',
  slug,
  url: slug === null ? null : home,
  reason: null,
  on: toPortalInstant(new Date(on)),
});
