import { programmeColumns, type ProgrammeModel } from './programme-columns';

/** The last and first year and the document id of a page's last programme. */
export type ProgrammePosition = [to: number, from: number, id: string];

export type ProgrammesModel = {
  programmes: (ProgrammeModel & { position: ProgrammePosition })[];
  secondsToNextChange: number;
};

/** Programmes that are published, the latest period first, ties by document id: one more than `limit`. By programmes_latest. */
export function programmes(locale: string, after: ProgrammePosition | null, limit: number) {
  const position = 'p.period_to, p.period_from, p.document_id';
  const isAfter = after ? `AND (${position}) < ($3::integer, $4::integer, $5::text)` : '';
  const text = `
    SELECT json_build_object(
      'programmes', coalesce(json_agg(json_build_object(${programmeColumns}, 'position', json_build_array(${position}))
        ORDER BY p.period_to DESC, p.period_from DESC, p.document_id DESC), '[]'),
      'secondsToNextChange', public_record.seconds_to_midnight()) AS model
      FROM (
        SELECT p.* FROM programmes p
         WHERE p.locale = $1 AND p.published_at IS NOT NULL ${isAfter}
         ORDER BY p.period_to DESC, p.period_from DESC, p.document_id DESC
         LIMIT $2) p`;
  return { text, values: [locale, limit + 1, ...(after ?? [])] };
}
