import type { FileUses } from '../../../../../file-uses';

/** The files of a directive, which the public sees while it is published. */
export const directiveFiles: FileUses = {
  types: ['plugin::public-record.directive'],
  sql: `
    SELECT 'plugin::public-record.directive' AS type, directive.document_id, directive.locale,
           directive.number::text AS title,
           directive.published_at IS NOT NULL AS is_published, directive.published_at IS NOT NULL AS is_visible,
           CASE WHEN directive.published_at IS NOT NULL THEN 'infinity'::timestamp END AS shown_until
      FROM files_related_mph link JOIN directives directive ON directive.id = link.related_id
     WHERE link.file_id = file.id AND link.related_type = 'plugin::public-record.directive'`,
};
