import type { Core } from '@strapi/strapi';
import { parseOptions } from './config';
import { signedAddresses } from './signed-addresses';

/** `strapi.plugin('upload-guard').service('addresses')`. */
const addresses = ({ strapi }: { strapi: Core.Strapi }) => {
  const { signedMinutes } = parseOptions(strapi.config.get('plugin::upload-guard'));
  const { sign } = signedAddresses(strapi, signedMinutes);
  // Addresses as the contract gives them, or without the host; at the beginning of a text or of an attribute's value.
  const host = strapi.config.get<string>('server.absoluteUrl', '').replace(/[^\w/:-]/g, '\\$&');
  const stored = new RegExp(`((?:^|["'\\s,])(?:${host})?)(/uploads/[\\w.-]+)`, 'g');

  return {
    /** A JSON value as it is, with every address of a stored file in its texts signed: for what is not public. */
    signAll<Value>(value: Value): Value {
      if (typeof value === 'string') {
        return value.replace(stored, (_, before: string, path: string) => before + sign(path)) as Value;
      }
      if (Array.isArray(value)) return value.map((one) => this.signAll(one)) as Value;
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, this.signAll(one)])) as Value;
    },
  };
};

export default { addresses };
