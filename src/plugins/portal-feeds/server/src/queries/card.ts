import { fileJson, type FigureModel, type FileModel } from './image';
import { instantText } from '../../../../../postgres/instant-text';

export type CardModel = {
  id: string;
  slug: string;
  locale: string;
  title: string;
  summary: string | null;
  publishedOn: string;
  updatedOn: string;
  category: { slug: string; name: string } | null;
  cover: FileModel | null;
  lead: { figure: FigureModel; file: FileModel } | null;
};

/** A text in the requested locale; Vietnamese where there is no English one. */
export const localText = (row: string, column: string, locale: string): string =>
  `CASE WHEN ${locale} = 'en' THEN coalesce(nullif(${row}.${column}_en, ''), ${row}.${column}) ELSE ${row}.${column} END`;

export const localName = (row: string, locale: string): string => localText(row, 'name', locale);

/** The columns of a card, as arguments of json_build_object, for a row `a` joined by `cardJoins`. */
export const cardColumns = `
  'id', a.document_id, 'slug', a.slug, 'locale', a.locale, 'title', a.title, 'summary', a.summary,
  'publishedOn', ${instantText('a.published_on')},
  'updatedOn', ${instantText('coalesce(a.updated_on, a.published_on)')},
  'category', CASE WHEN category.id IS NOT NULL
    THEN json_build_object('slug', category.slug, 'name', ${localName('category', 'a.locale')}) END,
  'cover', cover.file,
  'lead', lead.picture`;

/** What a card shows of other tables: its category; the chosen cover, else the body's first picture with a file. */
export const cardJoins = `
  LEFT JOIN categories category ON category.id = a.category_ref
  LEFT JOIN LATERAL (
    SELECT ${fileJson('file')} AS file
      FROM files_related_mph link JOIN files file ON file.id = link.file_id
     WHERE link.related_id = a.id AND link.related_type = 'plugin::newsroom.article' AND link.field = 'cover'
     LIMIT 1
  ) cover ON true
  LEFT JOIN LATERAL (
    SELECT json_build_object('figure', figure, 'file', ${fileJson('file')}) AS picture
      FROM jsonb_array_elements(a.body_figures) WITH ORDINALITY AS body (figure, place)
      JOIN files file ON file.document_id = figure ->> 'file'
     WHERE cover.file IS NULL
     ORDER BY place
     LIMIT 1
  ) lead ON true`;

/**
 * The article `a` of a row with its id: by that id, regardless of the planner's row estimate. For an
 * estimate of a thousand rows it would scan all articles, and it cannot know that a page has twenty.
 */
export const articleOf = (row: string): string =>
  `LATERAL (SELECT * FROM articles WHERE articles.id = ${row}.id LIMIT 1) a`;

/** Only what a reader may see now. */
export const visible = (at: string): string =>
  `newsroom.is_visible(a.published_at, a.published_on, a.expires_on, a.withdrawn_on, ${at})`;
