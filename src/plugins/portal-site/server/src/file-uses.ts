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
};
