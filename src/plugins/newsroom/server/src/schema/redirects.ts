import { redirectLockKey } from '../../../../../postgres/lock-keys';

const [SPACE, KEY] = redirectLockKey;

/**
 * Redirects by editors: an address, in any spelling, has one target, and no chain of redirects is a loop, whenever each
 * of them begins. Writers take turns, since two rows that are each harmless can make a
 * loop together; before any row is locked, so that they cannot wait for each other. Chains are followed as they are
 * read.
 */
export const redirects = {
  functions: [
    `CREATE OR REPLACE FUNCTION newsroom.lock_redirects() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     PERFORM pg_advisory_xact_lock(${SPACE}, ${KEY});
     RETURN NULL;
   END $$`,

    `CREATE OR REPLACE FUNCTION newsroom.check_redirect() RETURNS trigger LANGUAGE plpgsql AS $$
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
  ],

  triggers: [
    `CREATE OR REPLACE TRIGGER lock_redirects BEFORE INSERT OR UPDATE ON redirects
     FOR EACH STATEMENT EXECUTE FUNCTION newsroom.lock_redirects()`,
    `CREATE OR REPLACE TRIGGER check_redirect BEFORE INSERT OR UPDATE ON redirects
     FOR EACH ROW EXECUTE FUNCTION newsroom.check_redirect()`,
  ],
};
