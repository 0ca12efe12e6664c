import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { AddressType } from '../queries/resolve';
import { sendFormerAddress } from '../send-former-address';

/** For the controllers of plugins that register answers. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /**
   * Answers for a document of a registered type that is not at a slug: 301 to its present API address, or 410.
   *
   * @param absent the message of the 404
   * @throws NotFoundError (404) when nothing ever was there; Gone (410)
   */
  async send(ctx: Context, type: AddressType, slug: string, locale: string, absent: string): Promise<void> {
    const found = await strapi.plugin('portal-feeds').service('resolver').thing(type, slug, locale);
    sendFormerAddress(ctx, found, absent);
  },
});
