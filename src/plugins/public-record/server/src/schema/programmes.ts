import { deferredRules, type DataRule } from '../../../../../postgres/data-rules';
import { directiveLinksLockKey } from '../../../../../postgres/lock-keys';

const [SPACE, KEY] = directiveLinksLockKey;

/**
 * What the values of a programme name by document id: `public_record.programme_references` has a row for each agency that is
 * responsible and each directive that governs, of drafts and published rows alike, so that none is deleted while it is named.
 * A trigger fills the table.
 */
export const programmes = {
  functions: [
    // Agencies are locked as a foreign key would lock them: one that is being deleted is waited for.
    `CREATE OR REPLACE FUNCTION public_record.record_programme_references() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     DELETE FROM public_record.programme_references WHERE programme_id = NEW.id;
     INSERT INTO public_record.programme_references (programme_id, kind, target)
       SELECT DISTINCT NEW.id, kind, item #>> '{}'
         FROM (VALUES
           ('agency', jsonb_path_query_array(NEW.targets, '$[*].agencies[*]')),
           ('agency', jsonb_path_query_array(NEW.tasks, '$[*].agencies[*]')),
           ('agency', jsonb_path_query_array(NEW.solutions, '$[*].agencies[*]')),
           ('agency', jsonb_path_query_array(NEW.projects, '$[*].agency ? (@ != null)')),
           ('directive', jsonb_path_query_array(NEW.documents, '$[*]'))
         ) named (kind, items) CROSS JOIN LATERAL jsonb_array_elements(items) item;
     PERFORM FROM agencies
       WHERE document_id IN (
         SELECT target FROM public_record.programme_references WHERE programme_id = NEW.id AND kind = 'agency')
       ORDER BY id FOR KEY SHARE;
     IF EXISTS (
       SELECT FROM public_record.programme_references named
        WHERE named.programme_id = NEW.id AND named.kind = 'agency'
          AND NOT EXISTS (SELECT FROM agencies WHERE document_id = named.target)
     ) THEN
       RAISE EXCEPTION 'a row of programmes names an agency that is not there'
         USING ERRCODE = 'check_violation', CONSTRAINT = 'programmes_agencies_known';
     END IF;
     RETURN NULL;
   END $$`,

    `CREATE OR REPLACE FUNCTION public_record.keep_agencies_of_programmes() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF EXISTS (
       SELECT FROM public_record.programme_references WHERE kind = 'agency' AND target = OLD.document_id
     ) THEN
       RAISE EXCEPTION 'a row of agencies is in use'
         USING ERRCODE = 'check_violation', CONSTRAINT = 'agencies_in_use';
     END IF;
     RETURN OLD;
   END $$`,

    // At the end of the transaction: a publish deletes the published row and inserts another.
    `CREATE OR REPLACE FUNCTION public_record.check_directives_governing() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF EXISTS (SELECT FROM directives WHERE document_id = OLD.document_id) THEN
       RETURN NULL;
     END IF;
     PERFORM pg_advisory_xact_lock(${SPACE}, ${KEY});
     IF EXISTS (
       SELECT FROM public_record.programme_references WHERE kind = 'directive' AND target = OLD.document_id
     ) THEN
       RAISE EXCEPTION 'a row of directives is in use'
         USING ERRCODE = 'check_violation', CONSTRAINT = 'directives_governing';
     END IF;
     RETURN NULL;
   END $$`,
  ],

  triggers: [
    `CREATE OR REPLACE TRIGGER record_programme_references
     AFTER INSERT OR UPDATE OF targets, tasks, solutions, projects, documents ON programmes
     FOR EACH ROW EXECUTE FUNCTION public_record.record_programme_references()`,
    `CREATE OR REPLACE TRIGGER keep_agencies_of_programmes BEFORE DELETE ON agencies
     FOR EACH ROW EXECUTE FUNCTION public_record.keep_agencies_of_programmes()`,
  ],
};

/** Rules that hold at the end of a transaction. */
export const programmeRules: readonly (DataRule & { lock?: readonly [number, number] })[] = [
  {
    constraint: 'programmes_published_with_agency',
    table: 'programmes',
    broken: 'here.published_at IS NOT NULL AND here.agency_ref IS NULL',
  },
  {
    constraint: 'programmes_documents_known',
    table: 'programmes',
    broken: `EXISTS (
       SELECT FROM public_record.programme_references named
        WHERE named.programme_id = here.id AND named.kind = 'directive'
          AND NOT EXISTS (SELECT FROM directives known WHERE known.document_id = named.target))`,
    lock: directiveLinksLockKey,
  },
];

export const programmeRuleDefinitions = deferredRules('public_record', programmeRules);

/** A step: the tables, indexes and constraints of programmes. */
export const createProgrammes = `
  ALTER TABLE programmes ADD COLUMN agency_ref integer;

  CREATE TABLE public_record.programme_references (
    programme_id integer NOT NULL REFERENCES programmes ON DELETE CASCADE,
    kind text NOT NULL CHECK (kind IN ('agency', 'directive')),
    target text NOT NULL,
    CONSTRAINT programme_references_once PRIMARY KEY (programme_id, kind, target)
  );
  CREATE INDEX programme_references_to ON public_record.programme_references (target, kind);

  CREATE UNIQUE INDEX programmes_one_draft ON programmes (document_id, locale) WHERE published_at IS NULL;
  CREATE UNIQUE INDEX programmes_one_published ON programmes (document_id, locale) WHERE published_at IS NOT NULL;
  CREATE UNIQUE INDEX programmes_draft_slug ON programmes (slug, locale) WHERE published_at IS NULL;
  CREATE UNIQUE INDEX programmes_published_slug ON programmes (slug, locale) WHERE published_at IS NOT NULL;

  -- The order of the list.
  CREATE INDEX programmes_latest
    ON programmes (locale, period_to DESC, period_from DESC, document_id DESC) WHERE published_at IS NOT NULL;

  ALTER TABLE programmes
    ADD CONSTRAINT programmes_published_with_slug CHECK (published_at IS NULL OR (slug IS NOT NULL AND slug <> '')),
    ADD CONSTRAINT programmes_published_with_name CHECK (published_at IS NULL OR (name IS NOT NULL AND name ~ '\\S')),
    ADD CONSTRAINT programmes_published_with_period
      CHECK (published_at IS NULL OR (period_from IS NOT NULL AND period_to IS NOT NULL)),
    ADD CONSTRAINT programmes_slug_no_step CHECK (slug NOT IN ('.', '..')),
    ADD CONSTRAINT programmes_period_in_order CHECK (period_from <= period_to),
    ADD CONSTRAINT programmes_period_years
      CHECK (period_from BETWEEN 1945 AND 2199 AND period_to BETWEEN 1945 AND 2199);

  CREATE CONSTRAINT TRIGGER programmes_published_with_agency
    AFTER INSERT OR UPDATE OF agency_ref, published_at ON programmes
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.published_at IS NOT NULL)
    EXECUTE FUNCTION public_record.check_programmes_published_with_agency('id');
  CREATE CONSTRAINT TRIGGER programmes_documents_known AFTER INSERT OR UPDATE OF documents ON programmes
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.documents IS NOT NULL)
    EXECUTE FUNCTION public_record.check_programmes_documents_known('id');
  CREATE CONSTRAINT TRIGGER directives_governing AFTER DELETE ON directives
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public_record.check_directives_governing()`;
