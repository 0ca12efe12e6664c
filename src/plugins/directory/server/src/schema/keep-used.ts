import { keepUsed } from '../../../../../postgres/keep-used';

/** What this plugin's types refer to. */
export const usedRows = keepUsed('directory', [
  {
    table: 'agencies',
    links: {
      agencies_parent_lnk: 'inv_agency_id',
      agency_periods_agency_lnk: 'agency_id',
      agency_periods_parent_lnk: 'agency_id',
      positions_agency_lnk: 'agency_id',
      successions_predecessor_lnk: 'agency_id',
      successions_successor_lnk: 'agency_id',
    },
  },
  { table: 'officials', links: { appointments_official_lnk: 'official_id' } },
  { table: 'positions', links: { appointments_position_lnk: 'position_id' } },
]);
