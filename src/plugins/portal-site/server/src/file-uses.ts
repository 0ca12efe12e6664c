import type { FileUses } from '../../../../file-uses';
import { SITE_SETTINGS } from './queries/site-settings';

/** Every page shows the logo, the icon, or the picture for sharing. */
export const siteFiles: FileUses = {
  types: [SITE_SETTINGS],
  sql: `
    SELECT '${SITE_SETTINGS}' AS type, site.document_id, site.locale::text, site.name::text AS title,
           true AS is_published, true AS is_visible, 'infinity'::timestamp AS shown_until
      FROM files_related_mph link JOIN site_settings site ON site.id = link.related_id
     WHERE link.file_id = file.id AND link.related_type = '${SITE_SETTINGS}'`,

  /** The links at the end of pages. */
  async follow(trx, moved) {
    for (const [former, present] of moved) {
      await trx.raw(
        `UPDATE site_settings SET footer_links = replace(footer_links, :former, :present)
          WHERE position(:former in footer_links) > 0`,
        { former, present },
      );
    }
  },
};
