import type { Core } from '@strapi/strapi';
import type { Address } from '../../../../../contract';
import { pagePath, type Addresses } from '../answers/addresses';
import { finishAddress, finishCollection, finishRedirect } from '../answers/finish-address';
import { formerCollection, type FormerCollectionModel } from '../queries/former-collection';
import {
  resolve,
  type AddressModel,
  type AddressType,
  type RegisteredAddressType,
  type RequestedAddress,
} from '../queries/resolve';
import { readAddress } from '../requests/read-address';
import type { Patterned } from './addresses';

/** No loop is ever written; this ends what two readings of a chain could make of it. */
const MOST_STEPS = 16;

/** The resolution of an address, the language of its current page, and how long it stays valid. */
export type Resolved = {
  address: Address;
  locale: string;
  secondsToNextChange: number | null;
  /** The path of the contract's operation that shows one of its type, without the slug; null where there is none. */
  collection: string | null;
};

/** Of the types of portal-feeds itself. */
const COLLECTIONS: Partial<Record<Address['type'], string>> = {
  article: 'articles',
  agency: 'agencies',
  official: 'officials',
  collection: 'latest-news',
};

/** Finds what became of an address that the portal ever had. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const addresses: Addresses & Patterned = strapi.plugin('portal-feeds').service('addresses');
  const reader = strapi.plugin('portal-feeds').service('reader');
  const registered = (): readonly RegisteredAddressType[] =>
    strapi.plugin('portal-feeds').service('registry').addressTypes();
  const read = (text: string, locale: string) => readAddress(text, locale, addresses.patterns());

  return {
    /**
     * Resolves an address as typed or linked: a full URL, a path, or a bare slug. Null when nothing was ever public
     * there.
     *
     * @param locale the language of a bare slug, and the first choice for an address of the old portal
     * @throws ValidationError (400) when the locale is not enabled; ServiceUnavailable (503) without the database
     */
    address: async (text: string, locale: string): Promise<Resolved | null> => find(locale, read(text, locale)),

    /** The same for a type and slug, current or former. */
    thing: async (type: AddressType, slug: string, locale: string): Promise<Resolved | null> =>
      find(locale, { type, slug, locale, addresses: [pagePath(addresses.patterns(), type, slug, locale)] }),

    /** What became of a slug that a collection of latest news left; null where none did. */
    async formerCollection(slug: string, locale: string): Promise<Resolved | null> {
      const model: FormerCollectionModel = await reader.model(formerCollection(locale, slug));
      const address = model && finishCollection(model, addresses.home(locale));
      return address && { address, locale, secondsToNextChange: null, collection: collectionOf(address) };
    },
  };

  async function find(locale: string, requested: RequestedAddress): Promise<Resolved | null> {
    const model: AddressModel = await reader.model(resolve(locale, requested, registered()));
    if (!model) return null;
    if (model.type) return answered(model, locale, finishAddress(model, addresses));
    const end = await endOf(model, locale);
    return answered(end ?? model, locale, finishRedirect(model, end, addresses));
  }

  /** What is at the end of a redirect, in as many steps as editors made of it. */
  async function endOf({ to }: NonNullable<AddressModel>, locale: string, steps = 1): Promise<AddressModel> {
    if (to === null) return null;
    const end: AddressModel = await reader.model(resolve(locale, read(to, locale), registered()));
    if (!end || end.type || steps === MOST_STEPS) return end;
    return (await endOf(end, locale, steps + 1)) ?? end;
  }

  function answered({ locale, secondsToNextChange }: NonNullable<AddressModel>, asked: string, address: Address) {
    return { address, locale: locale ?? asked, secondsToNextChange, collection: collectionOf(address) };
  }

  function collectionOf({ type }: Address): string | null {
    return COLLECTIONS[type] ?? registered().find((one) => one.type === type)?.collection ?? null;
  }
};
