import { fileJson } from './image';

export type AttachmentModel = { url: string; name: string; mime: string; size: number };

/** The files of the pictures in the body of a row `a`, by document id. */
export const bodyFiles = `(
  SELECT coalesce(json_object_agg(file.document_id, ${fileJson('file')}), '{}') FROM files file
   WHERE file.document_id IN (
     SELECT figure ->> 'file' FROM jsonb_array_elements(a.body_figures) figure))`;

/** What is attached to a row `a`, in its order. Sizes are in bytes. */
export const attachments = `coalesce((
  SELECT json_agg(json_build_object('url', file.url, 'name', file.name, 'mime', file.mime,
      'size', round(file.size * 1000)) ORDER BY link."order", file.id)
    FROM files_related_mph link JOIN files file ON file.id = link.file_id
   WHERE link.related_id = a.id AND link.related_type = 'plugin::newsroom.article'
     AND link.field = 'attachments'), '[]')`;
