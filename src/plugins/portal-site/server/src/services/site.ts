import type { Core } from '@strapi/strapi';
import { tableModel } from '../../../../../strapi-internals/database';
import type { Locale } from '../locales';
import { SITE_SETTINGS, siteSettings, type SiteSettingsModel } from '../queries/site-settings';
import { readFooterLinks, type Site, type SitePicture } from '../site';

type FeedsOptions = { publicUrl: string; publisher: string };
type Picture = NonNullable<SiteSettingsModel>['logo'];

const orNull = (text: string | null | undefined): string | null => text?.trim() || null;

/** What the portal says of itself. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const { publicUrl, publisher } = strapi.config.get<FeedsOptions>('plugin::portal-feeds');
  const absolute = (url: string) => (/^https?:\/\//.test(url) ? url : publicUrl.replace(/\/+$/, '') + url);

  const shown = (picture: Picture): SitePicture | null =>
    picture && {
      url: absolute(picture.url),
      width: picture.width,
      height: picture.height,
      alt: orNull(picture.alt),
      formats: Object.values(picture.formats ?? {})
        .map(({ url, width, height }) => ({ url: absolute(url), width, height }))
        .sort((one, other) => one.width - other.width),
    };

  return {
    /**
     * The settings in a language, Vietnamese where they have none in it; without any, a portal of the name that the
     * environment gives.
     *
     * @throws ServiceUnavailable (503) while the database is unavailable; ValidationError when the language is not enabled
     */
    async in(locale: Locale): Promise<Site> {
      const { homeCategories } = tableModel(strapi, SITE_SETTINGS).attributes;
      const reader = strapi.plugin('portal-feeds').service('reader');
      const model: SiteSettingsModel = await reader.model(siteSettings(locale, homeCategories!));
      const links = readFooterLinks(model?.footerLinks ?? '');
      return {
        name: orNull(model?.name) ?? publisher,
        place: orNull(model?.place),
        agency: orNull(model?.agency),
        editor: orNull(model?.editor),
        address: orNull(model?.address),
        phone: orNull(model?.phone),
        email: orNull(model?.email),
        licence: orNull(model?.licence),
        footerLinks: typeof links === 'number' ? [] : links,
        homeCategories: model?.homeCategories ?? [],
        logo: shown(model?.logo ?? null),
        icon: shown(model?.icon ?? null),
        socialPicture: shown(model?.socialPicture ?? null),
      };
    },

    /** A portal without settings, while they cannot be read. */
    unread: (): Site => ({
      name: publisher,
      place: null,
      agency: null,
      editor: null,
      address: null,
      phone: null,
      email: null,
      licence: null,
      footerLinks: [],
      homeCategories: [],
      logo: null,
      icon: null,
      socialPicture: null,
    }),
  };
};
