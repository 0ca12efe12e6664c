import type { ProgrammeFilters } from '../../../../../contract';
import { namedAgency } from './agency-reference';
import { programmeColumns, type ProgrammeModel } from './programme-columns';

/** The last and first year and the document id of a page's last programme. */
export type ProgrammePosition = [to: number, from: number, id: string];

export type ProgrammesModel = {
  programmes: (ProgrammeModel & { position: ProgrammePosition })[];
  filters: { agency?: string | null };
  /** The document id of the same, which signs the cursor. */
  filtersById: object;
  secondsToNextChange: number;
};

/**
 * Programmes that are published, the latest period first, ties by document id: one more than `limit`. By programmes_latest.
 * Of an agency: those that it owns, and those in which it is responsible for a target, a task, a solution or a project.
 */
export function programmes(
  locale: string,
  { agency }: ProgrammeFilters,
  after: ProgrammePosition | null,
  limit: number,
) {
  const values: unknown[] = [locale, limit + 1];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const position = 'p.period_to, p.period_from, p.document_id';
  const named = agency === undefined ? '' : `WITH ${namedAgency(bind(agency))}`;
  const isOfAgency = named
    ? `AND (p.agency_ref = (SELECT id FROM named) OR EXISTS (
             SELECT FROM public_record.programme_references mentioned
              WHERE mentioned.programme_id = p.id AND mentioned.kind = 'agency'
                AND mentioned.target = (SELECT document_id FROM named)))`
    : '';
  const isAfter =
    after === null
      ? ''
      : `AND (${position}) < (${bind(after[0])}::integer, ${bind(after[1])}::integer, ${bind(after[2])}::text)`;
  const text = `
    ${named}
    SELECT json_build_object(
      'programmes', coalesce(json_agg(json_build_object(${programmeColumns}, 'position', json_build_array(${position}))
        ORDER BY p.period_to DESC, p.period_from DESC, p.document_id DESC), '[]'),
      'filters', ${named ? `(SELECT json_build_object('agency', slug) FROM named)` : `'{}'::json`},
      'filtersById', ${named ? `(SELECT json_build_object('agency', document_id) FROM named)` : `'{}'::json`},
      'secondsToNextChange', public_record.seconds_to_midnight()) AS model
      FROM (
        SELECT p.* FROM programmes p
         WHERE p.locale = $1 AND p.published_at IS NOT NULL ${isOfAgency} ${isAfter}
         ORDER BY p.period_to DESC, p.period_from DESC, p.document_id DESC
         LIMIT $2) p`;
  return { text, values };
}
