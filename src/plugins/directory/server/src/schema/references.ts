import { referenceColumns } from '../../../../../postgres/reference-columns';

/** The to-one relations of this plugin's types as columns, for the constraints and queries. */
export const references = referenceColumns('directory', [
  { table: 'agencies', attribute: 'parent', from: 'agency_id', to: 'inv_agency_id' },
  { table: 'agency_periods', attribute: 'agency', from: 'agency_period_id', to: 'agency_id' },
  { table: 'agency_periods', attribute: 'parent', from: 'agency_period_id', to: 'agency_id' },
  { table: 'positions', attribute: 'agency', from: 'position_id', to: 'agency_id' },
  { table: 'appointments', attribute: 'official', from: 'appointment_id', to: 'official_id' },
  { table: 'appointments', attribute: 'position', from: 'appointment_id', to: 'position_id' },
  { table: 'successions', attribute: 'predecessor', from: 'succession_id', to: 'agency_id' },
  { table: 'successions', attribute: 'successor', from: 'succession_id', to: 'agency_id' },
]);
