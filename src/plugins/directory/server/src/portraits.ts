import type { FileUses } from '../../../../file-uses';

/** Every official has a public page, and the portrait stands on it. */
export const portraits: FileUses = {
  types: ['plugin::directory.official'],
  sql: `
    SELECT 'plugin::directory.official' AS type, official.document_id, NULL::text AS locale, official.name::text AS title,
           true AS is_published, true AS is_visible, 'infinity'::timestamp AS shown_until
      FROM files_related_mph link JOIN officials official ON official.id = link.related_id
     WHERE link.file_id = file.id AND link.related_type = 'plugin::directory.official'`,
};
