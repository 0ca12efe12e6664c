import type { AttributeModel } from '../../../../../strapi-internals/database';

export const SITE_SETTINGS = 'plugin::portal-site.site-settings';

type PictureModel = {
  url: string;
  width: number | null;
  height: number | null;
  alt: string | null;
  formats: Record<string, { url: string; width: number; height: number }> | null;
} | null;

export type SiteSettingsModel = {
  name: string | null;
  place: string | null;
  agency: string | null;
  editor: string | null;
  address: string | null;
  phone: string | null;
  email: string | null;
  licence: string | null;
  footerLinks: string | null;
  homeCategories: { slug: string; name: string }[];
  logo: PictureModel;
  icon: PictureModel;
  socialPicture: PictureModel;
} | null;

const picture = (field: string): string => `(
  SELECT json_build_object('url', file.url, 'width', file.width, 'height', file.height, 'alt', file.alternative_text,
           'formats', file.formats)
    FROM files_related_mph link JOIN files file ON file.id = link.file_id
   WHERE link.related_id = site.id AND link.related_type = '${SITE_SETTINGS}' AND link.field = '${field}'
   LIMIT 1)`;

/** The settings' row in the language `$1`, else in Vietnamese. */
const inLanguage = `
  SELECT * FROM site_settings WHERE locale IN ($1, 'vi') ORDER BY locale = $1 DESC, id LIMIT 1`;

/** The portal's name, for whatever names the publisher. */
export const publisherSql = `SELECT nullif(btrim(name), '') FROM (${inLanguage}) site`;

/**
 * The settings of the portal in a language; null where nobody has made any.
 *
 * @param homeCategories the relation's join table
 */
export function siteSettings(locale: string, { joinTable }: AttributeModel) {
  const { name: links, joinColumn, inverseJoinColumn, orderColumnName } = joinTable!;
  const order = orderColumnName ? `link.${orderColumnName}, ` : '';
  const text = `
    SELECT json_build_object('name', site.name, 'place', site.place, 'agency', site.agency, 'editor', site.editor,
             'address', site.address, 'phone', site.phone, 'email', site.email, 'licence', site.licence,
             'footerLinks', site.footer_links,
             'homeCategories', coalesce((
               SELECT json_agg(json_build_object('slug', category.slug, 'name',
                        CASE WHEN $1 = 'en' THEN coalesce(nullif(category.name_en, ''), category.name) ELSE category.name END)
                        ORDER BY ${order}category.id)
                 FROM ${links} link JOIN categories category ON category.id = link.${inverseJoinColumn!.name}
                WHERE link.${joinColumn.name} = site.id), '[]'),
             'logo', ${picture('logo')}, 'icon', ${picture('icon')}, 'socialPicture', ${picture('socialPicture')}) AS model
      FROM (${inLanguage}) site`;
  return { text, values: [locale] };
}
