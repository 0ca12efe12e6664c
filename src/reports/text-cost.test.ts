import { testTextCost } from '../../tests/helpers/text-cost';
import { checkRows, countProblem, fieldKey, fieldProblems, parsePeriod, periodOfDay, periodRuns } from '.';
import { problemWords } from './problem-words';

testTextCost('src/reports', {
  timed: {
    'problem-words.ts#problemWords': problemWords,
    'field-key.ts#fieldKey': fieldKey,
    'periods.ts#parsePeriod': parsePeriod,
    'periods.ts#periodOfDay': (text) => periodOfDay('month', text),
    'periods.ts#periodRuns': (text) => periodRuns(text, text),
    'check-rows.ts#countProblem': (text) => countProblem({ typed: text }),
    'check-rows.ts#fieldProblems': (text) => fieldProblems([{ field: text }, { field: text }]),
    'check-rows.ts#checkRows': (text) =>
      checkRows('document-exchange', [{ field: text }, { field: text, sent: { typed: text } }]),
  },
  exempt: {},
});
