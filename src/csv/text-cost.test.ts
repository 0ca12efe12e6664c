import { testTextCost } from '../../tests/helpers/text-cost';
import { csvRows } from './csv-rows';
import { csvLine } from './write-csv';

testTextCost('src/csv', {
  timed: {
    'csv-rows.ts#csvRows': (text) => csvRows(text, 2_000),
    'write-csv.ts#csvLine': (text) => csvLine([text]),
  },
});
