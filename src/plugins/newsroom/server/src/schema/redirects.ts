import { addConstraint } from '../../../../../postgres/add-constraint';
import { redirectLockKey } from '../../../../../postgres/lock-keys';

const [SPACE, KEY] = redirectLockKey;

/** The front page, and what this server answers itself: nobody who asks for these is ever led on. */
const ANSWERED_HERE =
  '_health|readyz|metrics|api|admin|uploads|feeds|assets|sitemaps|sitemap(-news)?[.]xml|robots[.]txt|favicon[.]ico';

/**
 * Redirects that editors keep: an address, in whatever spelling, leads to one place, and none leads back to where it
 * began, whenever each of them begins. Writers take turns, since two rows that are each harmless can make a loop
 * together; before any row is locked, so that they cannot wait for each other. Chains are followed as they are read.
 */
export const redirects = [
  `DROP INDEX IF EXISTS redirects_from`,
  `CREATE UNIQUE INDEX IF NOT EXISTS redirects_from_address ON redirects (newsroom.address_key("from"))`,
  addConstraint('redirects', 'redirects_lead_somewhere', `CHECK (outcome = 'gone' OR coalesce("to", '') <> '')`),
  `ALTER TABLE redirects DROP CONSTRAINT IF EXISTS redirects_from_a_page`,
  // Not valid of the rows that the one before it let in: they lead nobody on, and must not keep the newsroom from starting.
  addConstraint(
    'redirects',
    'redirects_from_a_portal_page',
    `CHECK (newsroom.address_key("from") !~ '^/((${ANSWERED_HERE})([/?]|$)|[?]|$)') NOT VALID`,
  ),

  `CREATE OR REPLACE FUNCTION newsroom.take_redirect_turn() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     PERFORM pg_advisory_xact_lock(${SPACE}, ${KEY});
     RETURN NULL;
   END $$`,
  `CREATE OR REPLACE TRIGGER take_redirect_turn BEFORE INSERT OR UPDATE ON redirects
     FOR EACH STATEMENT EXECUTE FUNCTION newsroom.take_redirect_turn()`,

  `CREATE OR REPLACE FUNCTION newsroom.settle_redirect() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF NEW.outcome = 'gone' THEN
       NEW."to" := NULL;
       RETURN NEW;
     END IF;
     IF EXISTS (
       WITH RECURSIVE way AS (
         SELECT newsroom.address_key(NEW."to") AS address
         UNION
         SELECT newsroom.address_key(next."to") FROM way
           JOIN redirects next ON newsroom.address_key(next."from") = way.address
          WHERE next.id IS DISTINCT FROM NEW.id AND next."to" IS NOT NULL
       )
       SELECT FROM way WHERE address = newsroom.address_key(NEW."from")
     ) THEN
       RAISE EXCEPTION 'a redirect leads back to where it began'
         USING ERRCODE = 'check_violation', CONSTRAINT = 'redirects_no_loop';
     END IF;
     RETURN NEW;
   END $$`,
  `CREATE OR REPLACE TRIGGER settle_redirect BEFORE INSERT OR UPDATE ON redirects
     FOR EACH ROW EXECUTE FUNCTION newsroom.settle_redirect()`,
];
