import { toPortalInstant } from '../../../../../vietnamese';
import type { Address } from '../contract';
import type { AddressModel } from '../queries/address';
import type { Addresses } from './addresses';

/** What became of an article, from the model that the database gave. */
export function finishAddress(model: NonNullable<AddressModel>, locale: string, addresses: Addresses): Address {
  return {
    outcome: model.outcome,
    type: 'article',
    slug: model.slug,
    url: model.slug === null ? null : addresses.article(model.slug, locale),
    reason: model.reason || null,
    on: model.on === null ? null : toPortalInstant(new Date(model.on)),
  };
}
