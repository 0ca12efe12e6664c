export { checkValue, namedAgencies, yearsOutside, type ValueProblem } from './check-values';
export { progressOf, unreportedYears } from './progress';
export { programmeStatus } from './status';
export {
  EARLIEST_YEAR,
  LATEST_YEAR,
  PROGRAMME_VALUES,
  type Measure,
  type ProgrammeValue,
  type ProgrammeValues,
  type Project,
  type Target,
} from './values';
