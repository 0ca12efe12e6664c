import type { Core } from '@strapi/strapi';
import { moveFileLinks } from '../../../../../body/figures';
import { FILE_ADDRESSES, type FileUses } from '../../../../../file-uses';
import { FILE_LINK } from '../../../../../file-uses/file-links';

/** Addresses of stored files to which the HTML of a body links, without the host. */
export const linkedFiles = {
  functions: [
    `CREATE OR REPLACE FUNCTION newsroom.linked_files(html text) RETURNS text[]
   LANGUAGE sql IMMUTABLE PARALLEL SAFE
   RETURN ARRAY(
     SELECT DISTINCT '/uploads/' || found[1]
       FROM regexp_matches(html, ' href="${FILE_LINK}[?#"]', 'g') found)`,
  ],
};

/** Finds the articles that show a file: files_related_mph_fk, articles_body_figures, articles_linked_files. */
export const indexFileUses = `
  CREATE INDEX IF NOT EXISTS articles_body_figures ON articles USING gin (body_figures jsonb_path_ops);
  CREATE INDEX IF NOT EXISTS articles_linked_files ON articles USING gin (newsroom.linked_files(body_html))`;

/** The index keeps what the function gave before it read an address from its beginning. */
export const rebuildLinkedFiles = 'REINDEX INDEX articles_linked_files';

/**
 * Articles use a file as cover, as attachment, as a picture in the body or by a link in the body. The public sees it
 * while the article can be read; of one that is withdrawn without its body only the cover (contract.md, "What is
 * visible").
 */
export const articleFiles = (strapi: Core.Strapi): FileUses => ({
  types: ['plugin::newsroom.article'],
  sql: `
    SELECT 'plugin::newsroom.article' AS type, a.document_id, a.locale, a.title::text,
           a.published_at IS NOT NULL AS is_published,
           newsroom.is_visible(a.published_at, a.published_on, a.expires_on, a.withdrawn_on, clock.now) AS is_visible,
           CASE WHEN newsroom.is_readable(a.published_at, a.published_on, a.expires_on, a.withdrawn_on,
                  a.withdrawal_outcome, clock.now)
                AND (used.field = 'cover' OR a.withdrawn_on IS NULL OR a.withdrawn_on > clock.now
                  OR a.withdrawal_outcome <> 'notice-without-body')
             THEN coalesce(least(a.expires_on, CASE WHEN a.withdrawn_on > clock.now THEN a.withdrawn_on END), 'infinity')
           END AS shown_until
      FROM (SELECT newsroom.clock() AS now) clock CROSS JOIN (
        SELECT link.related_id AS article_id, link.field
          FROM files_related_mph link
         WHERE link.file_id = file.id AND link.related_type = 'plugin::newsroom.article'
        UNION ALL
        SELECT id, 'body' FROM articles
         WHERE body_figures @> jsonb_build_array(jsonb_build_object('file', file.document_id))
        UNION ALL
        SELECT id, 'body' FROM articles WHERE newsroom.linked_files(body_html) && ${FILE_ADDRESSES}
      ) used JOIN articles a ON a.id = used.article_id`,

  /** The links of bodies; all else names a file by its id. */
  async follow(trx, moved) {
    const { rows } = await trx.raw<{ rows: { id: number; locale: string; body: string }[] }>(
      `SELECT id, locale, body::text FROM articles WHERE newsroom.linked_files(body_html) && ?::text[] ORDER BY id FOR UPDATE`,
      [[...moved.keys()]],
    );
    for (const { id, locale, body: former } of rows) {
      const body = moveFileLinks(JSON.parse(former), moved);
      const { blocks, html } = strapi.plugin('body-editor').service('body').render(body, { locale });
      await trx.raw('UPDATE articles SET body = ?::jsonb, body_blocks = ?::jsonb, body_html = ? WHERE id = ?', [
        JSON.stringify(body),
        JSON.stringify(blocks),
        html,
        id,
      ]);
    }
  },
});
