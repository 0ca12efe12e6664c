import type { PeriodKind } from '../../../../../reports';

export type ReportChoicesModel = {
  /** The first days of the periods that any agency has reported, by kind, the latest first. */
  periods: Record<PeriodKind, string[]>;
  /** Those that have reported, in the order of their names. */
  agencies: { slug: string; name: string; level: string }[];
};

/** The tables of public-record that the choices come from. */
export type ReportSource = 'procedure' | 'exchange';

/** What the filters of a page of reports can ask for. Names are those of the last day that is reported. */
export function reportChoices(source: ReportSource, locale: string) {
  const totals = `public_record.${source}_totals`;
  const periods = (kind: PeriodKind) =>
    `'${kind}', coalesce((SELECT json_agg(period_from ORDER BY period_from DESC) FROM ${totals} WHERE kind = '${kind}'), '[]')`;
  const text = `
    SELECT json_build_object(
      'periods', json_build_object(${periods('month')}, ${periods('quarter')}, ${periods('year')}),
      'agencies', coalesce((
        SELECT json_agg(json_build_object('slug', slug, 'name', name, 'level', level) ORDER BY name COLLATE "vi-x-icu", slug)
          FROM (
            SELECT agency.slug, agency.level, directory.agency_name(agency, last.day, $1) AS name
              FROM agencies agency CROSS JOIN (SELECT max(period_to) AS day FROM ${totals}) last
             WHERE EXISTS (SELECT FROM public_record.${source}_units WHERE agency_id = agency.id)) named), '[]')) AS model`;
  return { text, values: [locale] };
}
