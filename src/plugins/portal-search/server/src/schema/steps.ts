import type { Step } from '../../../../../postgres/versioned-schema';
import { createUnaccented } from './keys';

/**
 * A row for each public document and language; one for all languages, `*`, of what is not localised. `names` and
 * `flat_names` are the keys of its titles, each between bars, and stay in the row, while `terms` lies outside of it: what
 * a query ranks by is read without them.
 */
const createDocuments = `
  CREATE EXTENSION IF NOT EXISTS pg_trgm;

  CREATE TABLE portal_search.documents (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    type text NOT NULL,
    document_id text NOT NULL,
    locale text NOT NULL,
    source_id integer NOT NULL,
    slice integer NOT NULL,
    public_from timestamp NOT NULL,
    public_until timestamp NOT NULL,
    day date,
    closed_on date,
    names text NOT NULL,
    flat_names text NOT NULL,
    checksum text NOT NULL,
    terms tsvector NOT NULL,
    CONSTRAINT documents_once UNIQUE (type, document_id, locale)
  ) WITH (toast_tuple_target = 128);
  ALTER TABLE portal_search.documents
    ALTER COLUMN names SET STORAGE PLAIN, ALTER COLUMN flat_names SET STORAGE PLAIN, ALTER COLUMN type SET STORAGE PLAIN,
    ALTER COLUMN document_id SET STORAGE PLAIN, ALTER COLUMN locale SET STORAGE PLAIN,
    ALTER COLUMN checksum SET STORAGE PLAIN;
  CREATE INDEX documents_terms ON portal_search.documents USING gin (terms);
  CREATE INDEX documents_similar ON portal_search.documents USING gin (flat_names gin_trgm_ops);
  CREATE INDEX documents_beginning ON portal_search.documents (locale, left(flat_names, 100) text_pattern_ops);
  CREATE INDEX documents_slice ON portal_search.documents (slice);

  -- The spellings of an abbreviation, as flat keys: the short one and the long ones.
  CREATE TABLE portal_search.spellings (
    abbreviation_id integer NOT NULL REFERENCES abbreviations ON DELETE CASCADE,
    key text NOT NULL,
    PRIMARY KEY (key, abbreviation_id)
  );
  CREATE INDEX spellings_of_abbreviation ON portal_search.spellings (abbreviation_id);
  CREATE UNIQUE INDEX abbreviations_short ON abbreviations (portal_search.flat_key(portal_search.word_key(short)));
  ALTER TABLE abbreviations
    ADD CONSTRAINT abbreviations_short_with_letters CHECK (portal_search.word_key(short) <> ''),
    ADD CONSTRAINT abbreviations_long_with_letters CHECK (portal_search.word_key(long_forms) <> '');

  -- The types whose documents have all been read in, and in which form.
  CREATE TABLE portal_search.filled_types (
    type text PRIMARY KEY,
    form integer NOT NULL
  )`;

/** What rows are found by in the panel, and the types whose rows have all been read in, with the form of these. */
const createPanelEntries = `
  CREATE TABLE portal_search.panel_entries (
    type text NOT NULL,
    row_id integer NOT NULL,
    terms tsvector NOT NULL,
    PRIMARY KEY (type, row_id)
  ) WITH (toast_tuple_target = 128);
  ALTER TABLE portal_search.panel_entries ALTER COLUMN type SET STORAGE PLAIN;
  CREATE INDEX panel_entries_terms ON portal_search.panel_entries USING gin (terms);

  CREATE TABLE portal_search.filled_panel_types (
    type text PRIMARY KEY,
    form integer NOT NULL
  )`;

/** What was searched, as flat keys, and how often a day nothing was found. */
const createNoResultSearches = `
  CREATE TABLE portal_search.no_result_searches (
    day date NOT NULL,
    key text NOT NULL,
    count integer NOT NULL,
    PRIMARY KEY (day, key)
  )`;

/** A row for each state of a document, with the day since which it lasts. The functions and triggers before it go. */
const addStates = `
  ALTER TABLE portal_search.documents
    ADD COLUMN since date NOT NULL DEFAULT '-infinity',
    DROP CONSTRAINT documents_once,
    ADD CONSTRAINT documents_once UNIQUE (type, document_id, locale, since);
  DROP FUNCTION IF EXISTS portal_search.put_document(
    text, text, text, integer, integer, timestamp, timestamp, date, date, text[], text, text, text[], boolean);
  DROP FUNCTION IF EXISTS portal_search.standing(text, date, date, text, date);
  DROP TRIGGER IF EXISTS search_agency_periods ON agency_periods`;

/** The names that are all compared by their spelling are those of the types that are few, whose slices begin there. */
const compareFewNames = `
  DROP FUNCTION IF EXISTS portal_search.similar(text, text, timestamp, integer);
  DROP FUNCTION IF EXISTS portal_search.query_parts(text, text[], text[], text);
  DROP FUNCTION IF EXISTS portal_search.estimated_count(tsquery, integer);
  DROP FUNCTION IF EXISTS portal_search.newest_of(tsquery, integer, timestamp, date, date, integer);
  DROP FUNCTION IF EXISTS portal_search.newest(tsquery, timestamp, date, date, integer);
  DROP FUNCTION IF EXISTS portal_search.suggested(text, text, timestamp, integer);
  CREATE INDEX documents_alike ON portal_search.documents USING gin (flat_names gin_trgm_ops) WHERE slice >= 30000;
  DROP INDEX portal_search.documents_similar`;

export const steps: readonly Step[] = [
  { number: 1, phase: 'after-sync', sql: createUnaccented },
  { number: 2, phase: 'after-sync', sql: createDocuments },
  { number: 3, phase: 'after-sync', sql: createPanelEntries },
  { number: 4, phase: 'after-sync', sql: createNoResultSearches },
  { number: 5, phase: 'after-sync', sql: addStates },
  { number: 6, phase: 'after-sync', sql: compareFewNames },
];
