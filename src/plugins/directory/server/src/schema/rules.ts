import { agencyTreeLockKey } from '../../../../../postgres/lock-keys';
import { deferredRules, type DataRule } from '../../../../../postgres/data-rules';

/** A slug that a browser would resolve as a step in a path. */
const pathSteps = (table: string): DataRule => ({
  constraint: `${table}_slug_no_step`,
  table,
  broken: `here.slug IN ('.', '..')`,
});

/** Rules that hold at the end of a transaction. */
const deferred = [
  {
    constraint: 'agencies_not_under_itself',
    table: 'agencies',
    broken: 'directory.is_under_itself(here.id)',
    lock: agencyTreeLockKey,
  },
  { constraint: 'agency_periods_of_agency', table: 'agency_periods', broken: 'here.agency_ref IS NULL' },
  { constraint: 'successions_of_agency', table: 'successions', broken: 'here.predecessor_ref IS NULL' },
  { constraint: 'successions_to_agency', table: 'successions', broken: 'here.successor_ref IS NULL' },
  {
    constraint: 'successions_to_another',
    table: 'successions',
    broken: 'here.predecessor_ref = here.successor_ref',
  },
  {
    // Parts of an agency may go to one successor on different days.
    constraint: 'successions_once',
    table: 'successions',
    broken: `EXISTS (
       SELECT FROM successions other
        WHERE other.id <> here.id AND other.predecessor_ref = here.predecessor_ref
          AND other.successor_ref = here.successor_ref
          AND (other."on" = here."on" OR 'full' IN (other.part, here.part)))`,
    lock: agencyTreeLockKey,
  },
  { constraint: 'appointments_of_official', table: 'appointments', broken: 'here.official_ref IS NULL' },
  { constraint: 'appointments_to_position', table: 'appointments', broken: 'here.position_ref IS NULL' },
] as const;

export const rules: readonly DataRule[] = [
  ...deferred,
  pathSteps('agencies'),
  pathSteps('officials'),
  {
    constraint: 'agencies_dissolved_after_founded',
    table: 'agencies',
    broken: 'here.dissolved_on < here.founded_on',
  },
];

export const ruleDefinitions = {
  functions: [
    // The edges of the tree, each with the days on which it holds: a period's parent while it lasts, the agency's own
    // on all others. A way back to the agency counts only if all its edges hold on one day.
    `CREATE OR REPLACE FUNCTION directory.is_under_itself(agency integer) RETURNS boolean
   LANGUAGE sql STABLE PARALLEL SAFE AS $$
     WITH RECURSIVE edges AS (
       SELECT agency_ref AS child, parent_ref AS parent, datemultirange(daterange("from", "to", '[]')) AS days
         FROM agency_periods WHERE parent_ref IS NOT NULL
       UNION ALL
       SELECT own.id, own.parent_ref, datemultirange(daterange(NULL, NULL)) - coalesce((
                SELECT range_agg(daterange(period."from", period."to", '[]')) FROM agency_periods period
                 WHERE period.agency_ref = own.id AND period.parent_ref IS NOT NULL), '{}')
         FROM agencies own WHERE own.parent_ref IS NOT NULL
     ), way AS (
       SELECT parent, days FROM edges WHERE child = agency AND NOT isempty(days)
       UNION
       SELECT edges.parent, way.days * edges.days FROM way JOIN edges ON edges.child = way.parent
        WHERE way.parent <> agency AND NOT isempty(way.days * edges.days)
     )
     SELECT EXISTS (SELECT FROM way WHERE parent = agency) $$`,

    ...deferredRules('directory', deferred).functions,
  ],
};

/** A step: the constraints of the rules. Rows that break them stay as they are. */
export const addRules = `
  ALTER TABLE agencies
    ADD CONSTRAINT agencies_slug_no_step CHECK (slug NOT IN ('.', '..')) NOT VALID,
    ADD CONSTRAINT agencies_dissolved_after_founded CHECK (dissolved_on >= founded_on) NOT VALID;
  ALTER TABLE officials ADD CONSTRAINT officials_slug_no_step CHECK (slug NOT IN ('.', '..')) NOT VALID;

  CREATE CONSTRAINT TRIGGER agencies_not_under_itself AFTER UPDATE OF parent_ref ON agencies
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION directory.check_agencies_not_under_itself('id');
  CREATE CONSTRAINT TRIGGER agencies_not_under_itself
    AFTER UPDATE OF agency_ref, parent_ref, "from", "to" OR DELETE ON agency_periods
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION directory.check_agencies_not_under_itself('agency_ref');

  CREATE CONSTRAINT TRIGGER agency_periods_of_agency AFTER INSERT OR UPDATE OF agency_ref ON agency_periods
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION directory.check_agency_periods_of_agency('id');

  CREATE CONSTRAINT TRIGGER successions_of_agency AFTER INSERT OR UPDATE OF predecessor_ref ON successions
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION directory.check_successions_of_agency('id');
  CREATE CONSTRAINT TRIGGER successions_to_agency AFTER INSERT OR UPDATE OF successor_ref ON successions
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION directory.check_successions_to_agency('id');
  CREATE CONSTRAINT TRIGGER successions_to_another AFTER UPDATE OF predecessor_ref, successor_ref ON successions
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION directory.check_successions_to_another('id');
  CREATE CONSTRAINT TRIGGER successions_once
    AFTER INSERT OR UPDATE OF predecessor_ref, successor_ref, "on", part ON successions
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION directory.check_successions_once('id');

  CREATE CONSTRAINT TRIGGER appointments_of_official AFTER INSERT OR UPDATE OF official_ref ON appointments
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION directory.check_appointments_of_official('id');
  CREATE CONSTRAINT TRIGGER appointments_to_position AFTER INSERT OR UPDATE OF position_ref ON appointments
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION directory.check_appointments_to_position('id')`;
