import { agencyReference, type AgencyReference } from './agency-reference';

export type ProgrammeModel = {
  id: string;
  slug: string;
  name: string;
  from: number;
  to: number;
  agency: AgencyReference | null;
  summary: string | null;
  stoppedOn: string | null;
  /** The portal's. */
  today: string;
};

/** The columns of a programme in a list, as arguments of json_build_object, for a row `p` of `programmes`. `$1` is the locale. */
export const programmeColumns = `
  'id', p.document_id, 'slug', p.slug, 'name', p.name, 'from', p.period_from, 'to', p.period_to,
  'agency', ${agencyReference('p.agency_ref', 'public_record.today()')},
  'summary', p.summary, 'stoppedOn', p.stopped_on, 'today', public_record.today()`;
