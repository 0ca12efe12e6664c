import type { Core } from '@strapi/strapi';
import { parseOptions } from './config';
import { type MovedAddresses, movedAddresses } from './former-addresses';
import { signedAddresses } from './signed-addresses';
import { unusedFiles } from './unused-files';

/** `strapi.plugin('upload-guard').service('addresses')`. */
const addresses = ({ strapi }: { strapi: Core.Strapi }) => {
  const { signedMinutes } = parseOptions(strapi.config.get('plugin::upload-guard'));
  const { sign } = signedAddresses(strapi, signedMinutes);
  // Addresses as the contract gives them, or without the host; at the beginning of a text or of an attribute's value.
  const host = strapi.config.get<string>('server.absoluteUrl', '').replace(/[^\w/:-]/g, '\\$&');
  const stored = new RegExp(`((?:^|["'\\s,])(?:${host})?)(/uploads/[\\w.-]+)`, 'g');

  return {
    /** See `movedAddresses`; in the transaction of the caller, where there is one. */
    async moved(paths: readonly string[]): Promise<MovedAddresses> {
      return strapi.db.transaction(({ trx }) => movedAddresses(trx, paths));
    },

    /**
     * A JSON value as it is, with the addresses of these stored files (`/uploads/NAME`) in its texts signed: for what is
     * not public. A signature opens the file, so the caller names files on which the reader has a right; any other
     * address stays as it is, whoever wrote it into a text.
     */
    signAll<Value>(value: Value, files: ReadonlySet<string>): Value {
      if (typeof value === 'string') {
        return value.replace(stored, (all, before: string, path: string) =>
          files.has(path) ? before + sign(path) : all,
        ) as Value;
      }
      if (Array.isArray(value)) return value.map((one) => this.signAll(one, files)) as Value;
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, this.signAll(one, files)])) as Value;
    },
  };
};

export default { addresses, unusedFiles };
