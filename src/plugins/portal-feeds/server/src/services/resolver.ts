import type { Core } from '@strapi/strapi';
import type { Address } from '../../../../../contract';
import { createAddresses, pagePath } from '../answers/addresses';
import { finishAddress, finishCollection, finishRedirect } from '../answers/finish-address';
import { parseOptions } from '../config';
import { formerCollection, type FormerCollectionModel } from '../queries/former-collection';
import { resolve, type AddressModel, type AddressType, type RequestedAddress } from '../queries/resolve';
import { readAddress } from '../requests/read-address';

/** No loop is ever written; this ends what two readings of a chain could make of it. */
const MOST_STEPS = 16;

/** The resolution of an address, the language of its current page, and how long it stays valid. */
export type Resolved = { address: Address; locale: string; secondsToNextChange: number | null };

/** Finds what became of an address that the portal ever had. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const options = parseOptions(strapi.config.get('plugin::portal-feeds'));
  const addresses = createAddresses(options);
  const reader = strapi.plugin('portal-feeds').service('reader');

  return {
    /**
     * Resolves an address as typed or linked: a full URL, a path, or a bare slug. Null when nothing was ever public
     * there.
     *
     * @param locale the language of a bare slug, and the first choice for an address of the old portal
     * @throws ValidationError (400) when the locale is not enabled; ServiceUnavailable (503) without the database
     */
    address: async (text: string, locale: string): Promise<Resolved | null> =>
      find(locale, readAddress(text, locale, options.patterns)),

    /** The same for a type and slug, current or former. */
    thing: async (type: AddressType, slug: string, locale: string): Promise<Resolved | null> =>
      find(locale, { type, slug, locale, addresses: [pagePath(options.patterns, type, slug, locale)] }),

    /** What became of a slug that a collection of latest news left; null where none did. */
    async formerCollection(slug: string, locale: string): Promise<Resolved | null> {
      const model: FormerCollectionModel = await reader.model(formerCollection(locale, slug));
      return model && { address: finishCollection(model, addresses.home(locale)), locale, secondsToNextChange: null };
    },
  };

  async function find(locale: string, requested: RequestedAddress): Promise<Resolved | null> {
    const model: AddressModel = await reader.model(resolve(locale, requested));
    if (!model) return null;
    if (model.type) return { ...answered(model, locale), address: finishAddress(model, addresses) };
    const end = await endOf(model, locale);
    return { ...answered(end ?? model, locale), address: finishRedirect(model, end, addresses) };
  }

  /** What is at the end of a redirect, in as many steps as editors made of it. */
  async function endOf({ to }: NonNullable<AddressModel>, locale: string, steps = 1): Promise<AddressModel> {
    if (to === null) return null;
    const end: AddressModel = await reader.model(resolve(locale, readAddress(to, locale, options.patterns)));
    if (!end || end.type || steps === MOST_STEPS) return end;
    return (await endOf(end, locale, steps + 1)) ?? end;
  }
};

const answered = ({ locale, secondsToNextChange }: NonNullable<AddressModel>, asked: string) => ({
  locale: locale ?? asked,
  secondsToNextChange,
});
