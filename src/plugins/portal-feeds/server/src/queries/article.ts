import { attachments, bodyFiles, type AttachmentModel } from './article-files';
import { cardColumns, cardJoins, type CardModel } from './card';
import type { FigureModel, FileModel } from './image';
import { instantText } from '../../../../../postgres/instant-text';
import { secondsToNextChange, type Timed } from './next-change';
import { postsOn, type PostModel } from './officials';

/** A block as the body's renderer stored it: a picture's file is still an id. */
export type BlockModel =
  | { type: 'image'; image: FigureModel }
  | { type: 'heading'; level: number; text: string; html: string }
  | { type: 'paragraph' | 'list' | 'quote' | 'table' | 'rule'; text: string; html: string };

type Reference = { id: string; slug: string; name: string };

export type ArticleModel = CardModel & {
  blocks: BlockModel[] | null;
  html: string | null;
  text: string | null;
  files: Record<string, FileModel>;
  agency: Reference | null;
  agencies: (Reference & { nameNow: string; status: 'active' | 'planned' | 'dissolved'; successors: Reference[] })[];
  officials: (Reference & { posts: PostModel[]; postsNow: PostModel[] })[];
  author: string | null;
  source: { name: string; url: string | null } | null;
  attachments: AttachmentModel[];
  corrections: { on: string; note: string }[] | null;
  withdrawal: { on: string; reason: string; outcome: string } | null;
  availableLocales: { locale: string; slug: string }[];
  cites: { id: string; number: string; slug: string }[];
  legacyUrl: string | null;
} & Timed;

const reference = (row: string, name: string): string =>
  `json_build_object('id', ${row}.document_id, 'slug', ${row}.slug, 'name', ${name})`;

/** An agency's name on a day, in the article's language. */
const agencyName = (row: string, day: string): string => `directory.agency_name(${row}, ${day}, a.locale)`;

/**
 * The model of one article.
 *
 * @param row a row source of one row of articles, or of a subquery with its columns; `clock.now` is the clock
 * @param condition which row `a` it is
 * @param cites an SQL expression for `cites` of the row `a`; null where nothing can be cited
 */
export const articleModel = (row: string, condition: string, cites: string | null): string => `
    WITH clock AS (SELECT newsroom.clock() AS now)
    SELECT json_build_object(${cardColumns},
      'blocks', a.body_blocks, 'html', a.body_html, 'text', a.body_text,
      'files', ${bodyFiles},
      'agency', (SELECT ${reference('owner', agencyName('owner', 'day.published'))} FROM agencies owner WHERE owner.id = a.agency_ref),
      'agencies', coalesce((
        SELECT json_agg(json_build_object('id', named.document_id, 'slug', named.slug,
            'name', ${agencyName('named', 'day.published')}, 'nameNow', ${agencyName('named', 'day.today')},
            'status', directory.agency_status(named, day.today),
            'successors', coalesce((
              SELECT json_agg(${reference('successor', agencyName('successor', 'day.today'))} ORDER BY successor.rank, successor.id)
                FROM successions succession JOIN agencies successor ON successor.id = succession.successor_ref
               WHERE succession.predecessor_ref = named.id AND succession."on" <= day.today), '[]'))
          ORDER BY link.agency_ord, named.id)
          FROM articles_agencies_lnk link JOIN agencies named ON named.id = link.agency_id
         WHERE link.article_id = a.id), '[]'),
      'officials', coalesce((
        SELECT json_agg(json_build_object('id', official.document_id, 'slug', official.slug, 'name', official.name,
            'posts', ${postsOn('day.published', 'a.locale')}, 'postsNow', ${postsOn('day.today', 'a.locale')})
          ORDER BY link.official_ord, official.id)
          FROM articles_officials_lnk link JOIN officials official ON official.id = link.official_id
         WHERE link.article_id = a.id), '[]'),
      'author', a.author,
      'source', CASE WHEN a.source_name <> '' THEN json_build_object('name', a.source_name, 'url', a.source_url) END,
      'attachments', ${attachments},
      'corrections', a.corrections,
      'withdrawal', CASE WHEN a.withdrawn_on <= clock.now THEN json_build_object(
        'on', ${instantText('a.withdrawn_on')}, 'reason', coalesce(a.withdrawal_reason, ''),
        'outcome', a.withdrawal_outcome) END,
      'availableLocales', coalesce((
        SELECT json_agg(json_build_object('locale', other.locale, 'slug', other.slug) ORDER BY other.locale)
          FROM articles other
         WHERE other.document_id = a.document_id
           AND newsroom.is_readable(other.published_at, other.published_on, other.expires_on, other.withdrawn_on,
             other.withdrawal_outcome, clock.now)), '[]'),
      'cites', ${cites ?? `'[]'::json`},
      'legacyUrl', a.legacy_url,
      ${secondsToNextChange}
    ) AS model
    FROM clock CROSS JOIN ${row} a ${cardJoins}
    CROSS JOIN LATERAL (
      SELECT newsroom.portal_day(a.published_on) AS published, newsroom.portal_day(clock.now) AS today
    ) day
    WHERE ${condition}`;

/**
 * One article by its slug, whole: visible, or withdrawn with a notice. Null otherwise.
 * Found by articles_published_slug.
 */
export function article(locale: string, slug: string, cites: string | null) {
  const text = articleModel(
    'articles',
    `a.slug = $2 AND a.locale = $1
      AND newsroom.is_readable(a.published_at, a.published_on, a.expires_on, a.withdrawn_on, a.withdrawal_outcome,
        clock.now)`,
    cites,
  );
  return { text, values: [locale, slug] };
}
