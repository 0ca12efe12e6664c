export { carriedOverDifferences, pendingOf, type CarriedOverDifference } from './carried-over';
export { checkRows, countProblem, fieldProblems, imbalances, LARGEST_COUNT, MOST_FIELDS } from './check-rows';
export { fieldKey } from './field-key';
export { share, withExchangeShares, withProcedureShares } from './derive';
export {
  COUNTS,
  countsOf,
  REPORT_KINDS,
  type CountDefinition,
  type CountName,
  type Counts,
  type ReportKind,
  type ReportRow,
} from './counts';
export {
  EARLIEST_YEAR,
  LATEST_YEAR,
  parsePeriod,
  PERIOD_KINDS,
  periodName,
  periodOfDay,
  periodRuns,
  periodText,
  previousPeriod,
  type Period,
  type PeriodKind,
} from './periods';
