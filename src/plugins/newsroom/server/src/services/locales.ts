import type { Core } from '@strapi/strapi';
import { givenLocaleName, localeService } from '../../../../../strapi-internals/locales';

const LOCALES = [
  { code: 'vi', name: 'Tiếng Việt (vi)' },
  { code: 'en', name: 'English (en)' },
];

/** The languages of a newsroom. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /**
   * Creates the locales vi and en where they are missing, and names them for their readers where they have the names that Strapi
   * gave them. What an administrator named stays, and so do other locales.
   */
  async ensure(): Promise<void> {
    const locales = localeService(strapi);
    for (const { code, name } of LOCALES) {
      const known = await locales.findByCode(code);
      if (!known) await locales.create({ code, name });
      else if (known.name !== name && known.name === givenLocaleName(strapi, code))
        await locales.update({ id: known.id }, { name });
    }
  },
});
