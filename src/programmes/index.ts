export { checkValue, namedAgencies, yearsOutside, type CheckedValue, type ValueProblem } from './check-values';
export { progressOf, unreportedYears, type Progress, type ProgressYear } from './progress';
export { programmeStatus } from './status';
export {
  EARLIEST_YEAR,
  LATEST_YEAR,
  PROGRAMME_VALUES,
  type Measure,
  type Period,
  type ProgrammeValue,
  type ProgrammeValues,
  type Project,
  type StatusReport,
  type Target,
} from './values';
