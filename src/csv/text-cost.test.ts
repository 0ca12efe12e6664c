import { testTextCost } from '../../tests/helpers/text-cost';
import { csvRows } from './csv-rows';

testTextCost('src/csv', { timed: { 'csv-rows.ts#csvRows': (text) => csvRows(text, 2_000) } });
