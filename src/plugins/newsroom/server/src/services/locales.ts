import type { Core } from '@strapi/strapi';
import { localeService } from '../../../../../strapi-internals/locales';

const LOCALES = [
  { code: 'vi', name: 'Tiếng Việt (vi)' },
  { code: 'en', name: 'English (en)' },
];

/** The languages of a newsroom. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Creates the locales vi and en where they are missing; other locales stay. */
  async ensure(): Promise<void> {
    const locales = localeService(strapi);
    for (const locale of LOCALES) {
      if (!(await locales.findByCode(locale.code))) await locales.create(locale);
    }
  },
});
