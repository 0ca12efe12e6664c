import type { Definitions } from '../../../../../postgres/versioned-schema';
import {
  ADMIN_ORIGIN,
  ADMIN_SESSIONS_TABLE,
  ADMIN_USERS_TABLE,
  API_TOKEN_OWNERS_TABLE,
  API_TOKENS_TABLE,
} from '../../../../../strapi-internals/admin-sessions';

const functions = [
  `CREATE OR REPLACE FUNCTION desk.end_sessions() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     DELETE FROM ${ADMIN_SESSIONS_TABLE} WHERE user_id = OLD.id::text AND origin = '${ADMIN_ORIGIN}';
     UPDATE desk.previews SET revoked_at = now() AT TIME ZONE 'UTC' WHERE made_by = OLD.id AND revoked_at IS NULL;
     -- A node compares the expiry with its own clock.
     UPDATE ${API_TOKENS_TABLE} SET expires_at = (now() AT TIME ZONE 'UTC') - interval '1 hour'
      WHERE kind = '${ADMIN_ORIGIN}' AND (expires_at IS NULL OR expires_at > now() AT TIME ZONE 'UTC')
        AND id IN (SELECT api_token_id FROM ${API_TOKEN_OWNERS_TABLE} WHERE user_id = OLD.id);
     RETURN NULL;
   END $$`,

  // A link that was sent for another password, or to another address, does not set a password any more.
  `CREATE OR REPLACE FUNCTION desk.drop_password_links() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF NEW.registration_token IS NOT DISTINCT FROM OLD.registration_token THEN
       NEW.registration_token := NULL;
     END IF;
     IF NEW.reset_password_token IS NOT DISTINCT FROM OLD.reset_password_token THEN
       NEW.reset_password_token := NULL;
     END IF;
     RETURN NEW;
   END $$`,
];

const IS_OTHER_ACCOUNT = 'OLD.password IS DISTINCT FROM NEW.password OR OLD.is_active IS DISTINCT FROM NEW.is_active';

const triggers = [
  `CREATE OR REPLACE TRIGGER end_sessions AFTER UPDATE ON ${ADMIN_USERS_TABLE} FOR EACH ROW
     WHEN (${IS_OTHER_ACCOUNT}) EXECUTE FUNCTION desk.end_sessions()`,
  `CREATE OR REPLACE TRIGGER end_sessions_of_deleted AFTER DELETE ON ${ADMIN_USERS_TABLE} FOR EACH ROW
     EXECUTE FUNCTION desk.end_sessions()`,
  `CREATE OR REPLACE TRIGGER drop_password_links BEFORE UPDATE ON ${ADMIN_USERS_TABLE} FOR EACH ROW
     WHEN (${IS_OTHER_ACCOUNT} OR OLD.email IS DISTINCT FROM NEW.email)
     EXECUTE FUNCTION desk.drop_password_links()`,
];

/**
 * A session ends with the password and the account that it was opened for, and so do preview links and admin tokens:
 * anybody who used a session could have made them. Strapi ends the sessions of its own routes for a person's own password
 * only. In the database it holds for every way to change an account, in the transaction of that change and on every node.
 * An admin token expires, so that its owner sees why it ended; Strapi deletes it with the account.
 *
 * A change of roles ends no session: Strapi reads the rights of an account with every request.
 */
export const sessionDefinitions: Definitions = { functions, triggers };
