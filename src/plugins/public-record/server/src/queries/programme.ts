import type { ProgrammeValues } from '../../../../../programmes';
import type { AgencyReference } from './agency-reference';
import { programmeColumns, type ProgrammeModel } from './programme-columns';

/** One programme; null where none is published under that slug. */
export type OneProgrammeModel =
  | (ProgrammeModel & { [Name in Exclude<keyof ProgrammeValues, 'documents'>]: ProgrammeValues[Name] | null } & {
      /** Those that the values name, by document id. */
      agencies: Record<string, AgencyReference>;
      documents: { id: string; number: string; slug: string }[];
      secondsToNextChange: number;
    })
  | null;

const columns = `${programmeColumns},
  'targets', p.targets, 'tasks', p.tasks, 'solutions', p.solutions, 'projects', p.projects, 'reports', p.reports,
  'agencies', coalesce((
    SELECT json_object_agg(agency.document_id, json_build_object('id', agency.document_id, 'slug', agency.slug,
             'name', directory.agency_name(agency, public_record.today(), $1)))
      FROM public_record.programme_references named JOIN agencies agency ON agency.document_id = named.target
     WHERE named.programme_id = p.id AND named.kind = 'agency'), '{}'),
  'documents', coalesce((
    SELECT json_agg(json_build_object('id', d.document_id, 'number', d.number, 'slug', d.slug) ORDER BY named.place)
      FROM jsonb_array_elements_text(p.documents) WITH ORDINALITY named (id, place)
      JOIN directives d ON d.document_id = named.id AND d.locale = $1 AND d.published_at IS NOT NULL), '[]'),
  'secondsToNextChange', public_record.seconds_to_midnight()`;

/** One programme that is published, whole. By programmes_published_slug. */
export function programme(locale: string, slug: string) {
  const text = `
    SELECT json_build_object(${columns}) AS model FROM programmes p
     WHERE p.slug = $2 AND p.locale = $1 AND p.published_at IS NOT NULL`;
  return { text, values: [locale, slug] };
}
