import type { Step } from '../../../../../postgres/versioned-schema';
import { hashStoredLinks } from '../invitations/schema';
import { createAttempts } from '../sign-in/schema';

/**
 * The objects that release 0.1.0 created at every boot without a version: missing ones are created, existing ones kept.
 * An audit entry says who did what to which document; a version holds the document's content after it, that of a
 * deletion what was deleted. A preview is a link to a draft; the secret in the link is a signature that is made when it
 * is needed, so that neither this table nor a copy of the database opens a draft. Instants are UTC, without a zone, as
 * Strapi's are.
 */
const adoptRelease010 = `
  CREATE TABLE IF NOT EXISTS desk.audit (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamp NOT NULL DEFAULT (clock_timestamp() AT TIME ZONE 'UTC'),
    actor jsonb NOT NULL,
    action text NOT NULL,
    type text,
    document_id text,
    locale text,
    before jsonb,
    after jsonb,
    note text
  );
  CREATE INDEX IF NOT EXISTS audit_of_document ON desk.audit (document_id, locale, id DESC);
  CREATE INDEX IF NOT EXISTS audit_by_time ON desk.audit (at);

  CREATE TABLE IF NOT EXISTS desk.versions (
    audit_id bigint PRIMARY KEY REFERENCES desk.audit,
    type text NOT NULL,
    document_id text NOT NULL,
    locale text NOT NULL,
    revision integer NOT NULL,
    content jsonb NOT NULL,
    UNIQUE (document_id, locale, revision, type)
  );

  CREATE TABLE IF NOT EXISTS desk.previews (
    id text PRIMARY KEY DEFAULT gen_random_uuid(),
    document_id text NOT NULL,
    locale text NOT NULL,
    made_by integer NOT NULL,
    expires_at timestamp NOT NULL,
    opened_at timestamp,
    revoked_at timestamp
  );
  CREATE INDEX IF NOT EXISTS previews_of_document ON desk.previews (document_id, locale);

  -- A handful among all articles.
  CREATE INDEX IF NOT EXISTS articles_in_review ON articles (review_state) WHERE review_state IS NOT NULL`;

/** The protection of audit and versions decided by the text of the call stack, and has another mechanism now. */
const protectByTriggerDepth = `
  DROP FUNCTION IF EXISTS desk.refuse_change() CASCADE`;

/** Files belonged to the present agency of their uploader; from here on to the agency that they belong to now. */
const filesBelongToAgencies = `
  UPDATE files SET agency = uploader.agency FROM admin_users uploader
   WHERE uploader.id = files.created_by_id AND files.agency IS NULL;
  UPDATE upload_folders SET agency = maker.agency FROM admin_users maker
   WHERE maker.id = upload_folders.created_by_id AND upload_folders.agency IS NULL`;

/** What was deleted lately, for the trash and its retention: a handful among all changes. */
const indexDeletions = `
  CREATE INDEX audit_deletions ON desk.audit (at) WHERE after ->> 'state' = 'absent'`;

export const steps: readonly Step[] = [
  { number: 1, phase: 'after-sync', sql: adoptRelease010 },
  { number: 2, phase: 'after-sync', sql: protectByTriggerDepth },
  { number: 3, phase: 'after-sync', sql: hashStoredLinks },
  { number: 4, phase: 'after-sync', sql: createAttempts },
  { number: 5, phase: 'after-sync', sql: filesBelongToAgencies },
  { number: 6, phase: 'after-sync', sql: indexDeletions },
];
