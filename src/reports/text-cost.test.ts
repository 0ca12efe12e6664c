import { testTextCost } from '../../tests/helpers/text-cost';
import { checkRows, parsePeriod } from '.';

testTextCost('src/reports', {
  timed: {
    'periods.ts#parsePeriod': parsePeriod,
    'check-rows.ts#checkRows': (text) =>
      checkRows('document-exchange', [{ field: text }, { field: text, sent: { typed: text } }]),
  },
  exempt: {},
});
