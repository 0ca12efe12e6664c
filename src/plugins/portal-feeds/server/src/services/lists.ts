import type { Core } from '@strapi/strapi';
import { cursorPaging, type CursorPosition, type ListRequest } from '../../../../../contract';
import { parseOptions } from '../config';

/** The paging of lists, for plugins that register answers. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const { cursorSecret: secret } = parseOptions(strapi.config.get('plugin::portal-feeds'));

  return {
    /** As `cursorPaging` of the contract, with cursors that this newsroom signs. */
    paging: <Position extends CursorPosition>(request: Omit<ListRequest<Position>, 'secret'>) =>
      cursorPaging({ ...request, secret }),
  };
};
