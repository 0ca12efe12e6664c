import type { Step } from '../../../../../postgres/versioned-schema';
import { createProgrammes } from './programmes';
import { createReports } from './reports';
import { addRules } from './rules';

const createDirectives = `
  CREATE EXTENSION IF NOT EXISTS btree_gist;

  ALTER TABLE directives
    ADD COLUMN agency_ref integer, ADD COLUMN signer_ref integer, ADD COLUMN order_agency_ref integer;

  CREATE TABLE public_record.directive_links (
    directive_id integer NOT NULL REFERENCES directives ON DELETE CASCADE,
    kind text NOT NULL CHECK (kind IN ('replaces', 'amends')),
    target text NOT NULL,
    position integer NOT NULL,
    source text NOT NULL,
    is_published boolean NOT NULL,
    CONSTRAINT directive_links_once PRIMARY KEY (directive_id, kind, target)
  );
  CREATE INDEX directive_links_to ON public_record.directive_links (target, kind);
  CREATE INDEX directive_links_from ON public_record.directive_links (source, kind);

  CREATE TABLE public_record.addresses (
    of text NOT NULL,
    slug text NOT NULL,
    locale text NOT NULL,
    document_id text NOT NULL,
    public_from timestamp NOT NULL,
    left_on timestamp,
    returned_on timestamp,
    PRIMARY KEY (of, slug, locale, document_id)
  );
  CREATE INDEX addresses_of_document ON public_record.addresses (document_id, locale);
  -- For feeds, which announce what was removed.
  CREATE INDEX addresses_left ON public_record.addresses (of, locale, left_on) WHERE left_on IS NOT NULL;

  CREATE UNIQUE INDEX directives_one_draft ON directives (document_id, locale) WHERE published_at IS NULL;
  CREATE UNIQUE INDEX directives_one_published ON directives (document_id, locale) WHERE published_at IS NOT NULL;
  CREATE UNIQUE INDEX directives_draft_slug ON directives (slug, locale) WHERE published_at IS NULL;
  CREATE UNIQUE INDEX directives_published_slug ON directives (slug, locale) WHERE published_at IS NOT NULL;

  CREATE INDEX directives_newest
    ON directives (locale, issued_on DESC, document_id DESC) WHERE published_at IS NOT NULL;
  -- The order of filtered lists, as an expression that the index of all directives does not have: for a filter with a
  -- parameter the planner would walk that one to its end, in search of the three that a rare type has.
  CREATE INDEX directives_of_type
    ON directives (type, locale, (issued_on + 0) DESC, document_id DESC) WHERE published_at IS NOT NULL;
  CREATE INDEX directives_of_agency
    ON directives (agency_ref, locale, (issued_on + 0) DESC, document_id DESC) WHERE published_at IS NOT NULL;
  CREATE INDEX directives_of_agency_and_type
    ON directives (agency_ref, type, locale, (issued_on + 0) DESC, document_id DESC) WHERE published_at IS NOT NULL;
  CREATE INDEX directives_number
    ON directives (public_record.number_key(number) text_pattern_ops, locale) WHERE published_at IS NOT NULL;
  -- For the import, which asks for drafts by their numbers too.
  CREATE INDEX directives_draft_number
    ON directives (public_record.number_key(number) text_pattern_ops) WHERE published_at IS NULL;
  -- For sitemaps, by year of issue.
  CREATE INDEX directives_by_issue ON directives (issued_on, document_id, locale) WHERE published_at IS NOT NULL`;

export const steps: readonly Step[] = [
  { number: 1, phase: 'after-sync', sql: createDirectives },
  { number: 2, phase: 'after-sync', sql: addRules },
  { number: 3, phase: 'after-sync', sql: createProgrammes },
  { number: 4, phase: 'after-sync', sql: createReports },
];
