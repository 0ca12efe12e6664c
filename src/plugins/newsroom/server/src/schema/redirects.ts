import { addConstraint } from '../../../../../postgres/add-constraint';
import { redirectLockKey } from '../../../../../postgres/lock-keys';

const [SPACE, KEY] = redirectLockKey;

/**
 * Redirects that editors keep: an address leads to one place, in whatever spelling; none leads back to where it began;
 * and a chain is collapsed as it is written, so that whoever follows one takes one step. Writers take turns, since two
 * rows that are each harmless can make a loop together.
 */
export const redirects = [
  `DROP INDEX IF EXISTS redirects_from`,
  `CREATE UNIQUE INDEX IF NOT EXISTS redirects_from_address ON redirects (newsroom.address_key("from"))`,
  `CREATE INDEX IF NOT EXISTS redirects_to_address ON redirects (newsroom.address_key("to"))`,
  addConstraint('redirects', 'redirects_lead_somewhere', `CHECK (outcome = 'gone' OR coalesce("to", '') <> '')`),
  addConstraint(
    'redirects',
    'redirects_from_a_page',
    `CHECK (newsroom.address_key("from") !~ '^/((api|admin|uploads|feeds|assets)(/|$)|$)')`,
  ),

  `CREATE OR REPLACE FUNCTION newsroom.settle_redirect() RETURNS trigger LANGUAGE plpgsql AS $$
   DECLARE onward text;
   BEGIN
     PERFORM pg_advisory_xact_lock(${SPACE}, ${KEY});
     IF NEW.outcome = 'gone' THEN
       NEW."to" := NULL;
       RETURN NEW;
     END IF;
     SELECT next."to" INTO onward FROM redirects next
      WHERE newsroom.address_key(next."from") = newsroom.address_key(NEW."to")
        AND next.outcome = 'moved' AND next.id IS DISTINCT FROM NEW.id;
     NEW."to" := coalesce(onward, NEW."to");
     IF newsroom.address_key(NEW."to") = newsroom.address_key(NEW."from") THEN
       RAISE EXCEPTION 'a redirect leads back to where it began'
         USING ERRCODE = 'check_violation', CONSTRAINT = 'redirects_no_loop';
     END IF;
     RETURN NEW;
   END $$`,

  `CREATE OR REPLACE FUNCTION newsroom.collapse_redirects() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     UPDATE redirects SET "to" = NEW."to"
      WHERE newsroom.address_key("to") = newsroom.address_key(NEW."from") AND outcome = 'moved';
     RETURN NULL;
   END $$`,

  `CREATE OR REPLACE TRIGGER settle_redirect BEFORE INSERT OR UPDATE ON redirects
     FOR EACH ROW EXECUTE FUNCTION newsroom.settle_redirect()`,
  `CREATE OR REPLACE TRIGGER collapse_redirects AFTER INSERT OR UPDATE ON redirects
     FOR EACH ROW WHEN (NEW.outcome = 'moved') EXECUTE FUNCTION newsroom.collapse_redirects()`,
];
