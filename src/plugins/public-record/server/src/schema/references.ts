import { keepUsed } from '../../../../../postgres/keep-used';
import { referenceColumns } from '../../../../../postgres/reference-columns';

/** The to-one relations of this plugin's types as columns, for the indexes and queries. */
export const references = referenceColumns('public_record', [
  { table: 'directives', attribute: 'agency', from: 'directive_id', to: 'agency_id' },
  { table: 'directives', attribute: 'signer', from: 'directive_id', to: 'official_id' },
  { table: 'directives', attribute: 'order_agency', from: 'directive_id', to: 'agency_id' },
  { table: 'programmes', attribute: 'agency', from: 'programme_id', to: 'agency_id' },
  { table: 'procedure_reports', attribute: 'agency', from: 'procedure_report_id', to: 'agency_id' },
  { table: 'exchange_reports', attribute: 'agency', from: 'exchange_report_id', to: 'agency_id' },
]);

/** What this plugin's types refer to in the directory. */
export const usedRows = keepUsed('public_record', [
  {
    table: 'agencies',
    links: {
      directives_agency_lnk: 'agency_id',
      directives_order_agency_lnk: 'agency_id',
      programmes_agency_lnk: 'agency_id',
      procedure_reports_agency_lnk: 'agency_id',
      exchange_reports_agency_lnk: 'agency_id',
    },
  },
  { table: 'officials', links: { directives_signer_lnk: 'official_id' } },
]);
