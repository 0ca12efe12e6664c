import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { callerLanguage } from '../../../../../strapi-internals/caller-language';

const MESSAGES = {
  vi: 'Tòa soạn không cho dùng đường dẫn này của trang quản trị.',
  en: 'The newsroom does not allow this route of the panel.',
};

const logged = new WeakMap<Core.Strapi, Set<string>>();

/**
 * The policy of a route of Strapi that nobody may use.
 *
 * @param config `address`: of a route to log at its first request; those that the desk does not know are logged at boot
 */
export const refuseRoute = (_ctx: unknown, { address }: { address?: string }, { strapi }: { strapi: Core.Strapi }) => {
  const addresses = logged.get(strapi) ?? new Set();
  logged.set(strapi, addresses);
  if (address && !addresses.has(address)) {
    addresses.add(address);
    strapi.log.warn(`publishing-desk: refused ${address}, which no role needs (option hostRoutes)`);
  }
  throw new errors.PolicyError(MESSAGES[callerLanguage(strapi)]);
};
