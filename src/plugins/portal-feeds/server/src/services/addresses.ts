import type { Core } from '@strapi/strapi';
import { createAddresses, type Addresses } from '../answers/addresses';
import { parseOptions, type Options } from '../config';
import type { AddressType, RegisteredAddressType } from '../queries/resolve';
import { literally, pathExpression } from '../requests/read-address';

export type Patterned = {
  /** The path patterns of all types: those of the configuration, else those that their plugins registered. */
  patterns(): Options['patterns'];
  /**
   * A regular expression, of JavaScript and of PostgreSQL alike, for a link to a page of a type, with or without the
   * portal's host, a query and a fragment. Its groups are the language, absent of the default one, and the slug as it stands there.
   */
  linkExpression(type: AddressType): string;
};

/** The absolute addresses of pages and files, also for plugins that register answers. */
export default ({ strapi }: { strapi: Core.Strapi }): Addresses & Patterned => {
  const options = parseOptions(strapi.config.get('plugin::portal-feeds'));
  const registered = (): readonly RegisteredAddressType[] =>
    strapi.plugin('portal-feeds').service('registry').addressTypes();
  const patterns = () => ({
    ...Object.fromEntries(registered().map(({ type, pattern }) => [type, pattern])),
    ...options.patterns,
  });
  // Others register their types after this service is made.
  const addresses = (): Addresses => createAddresses({ ...options, patterns: patterns() });

  return {
    page: (type, slug, locale) => addresses().page(type, slug, locale),
    home: (locale) => addresses().home(locale),
    portal: (path) => addresses().portal(path),
    file: (url) => addresses().file(url),
    patterns,
    linkExpression(type) {
      const hosts = [options.portalUrl, options.publicUrl].map(literally).join('|');
      return `^(?:${hosts})?${pathExpression(patterns(), type)}(?:[?#].*)?$`;
    },
  };
};
