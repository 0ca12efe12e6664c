import type { Step } from '../../../../../postgres/versioned-schema';
import { addRules } from './rules';

/** What release 0.1.0 created at every boot, without a number: created where it is missing, else adopted. */
const adoptRelease010 = `
  CREATE EXTENSION IF NOT EXISTS btree_gist;

  ALTER TABLE agencies ADD COLUMN IF NOT EXISTS parent_ref integer;
  ALTER TABLE agency_periods
    ADD COLUMN IF NOT EXISTS agency_ref integer, ADD COLUMN IF NOT EXISTS parent_ref integer;
  ALTER TABLE positions ADD COLUMN IF NOT EXISTS agency_ref integer;
  ALTER TABLE appointments
    ADD COLUMN IF NOT EXISTS official_ref integer, ADD COLUMN IF NOT EXISTS position_ref integer;
  ALTER TABLE successions
    ADD COLUMN IF NOT EXISTS predecessor_ref integer, ADD COLUMN IF NOT EXISTS successor_ref integer;

  CREATE TABLE IF NOT EXISTS directory.former_slugs (
    of text NOT NULL,
    slug text NOT NULL,
    document_id text NOT NULL,
    left_on timestamp NOT NULL,
    PRIMARY KEY (of, slug, document_id)
  );
  CREATE UNIQUE INDEX IF NOT EXISTS agencies_slug ON agencies (slug);
  CREATE UNIQUE INDEX IF NOT EXISTS officials_slug ON officials (slug);

  DO $do$
  DECLARE
    missing record;
  BEGIN
    FOR missing IN
      SELECT * FROM (VALUES
        ('agency_periods', 'agency_periods_apart',
          $$EXCLUDE USING gist (agency_ref WITH =, daterange("from", "to", '[]') WITH &&)$$),
        ('appointments', 'appointments_apart',
          $$EXCLUDE USING gist (official_ref WITH =, position_ref WITH =, daterange("from", "to", '[]') WITH &&)$$)
      ) AS wanted (table_name, name, definition)
      WHERE NOT EXISTS (
        SELECT FROM pg_constraint WHERE conname = wanted.name AND conrelid = wanted.table_name::regclass
      )
    LOOP
      EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I %s', missing.table_name, missing.name, missing.definition);
    END LOOP;
  END $do$`;

/** Replaces the functions of former slugs and reference columns by those of the present names. Triggers follow the steps. */
const standardNames = `
  DO $do$
  DECLARE
    former regprocedure;
  BEGIN
    FOR former IN
      SELECT oid FROM pg_proc
       WHERE pronamespace = 'directory'::regnamespace AND proname IN (
         'remember_agencies_slug', 'remember_officials_slug', 'keep_agencies_parent_ref',
         'keep_agency_periods_agency_ref', 'keep_agency_periods_parent_ref', 'keep_positions_agency_ref',
         'keep_appointments_official_ref', 'keep_appointments_position_ref', 'keep_successions_predecessor_ref',
         'keep_successions_successor_ref')
    LOOP
      EXECUTE format('DROP FUNCTION %s CASCADE', former);
    END LOOP;
  END $do$`;

export const steps: readonly Step[] = [
  { number: 1, phase: 'after-sync', sql: adoptRelease010 },
  { number: 2, phase: 'after-sync', sql: standardNames },
  { number: 3, phase: 'after-sync', sql: addRules },
];
