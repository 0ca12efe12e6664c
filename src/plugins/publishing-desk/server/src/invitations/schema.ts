import { ADMIN_USERS_TABLE } from '../../../../../strapi-internals/admin-sessions';

/** The prefix of a stored hash, which distinguishes it from a token that was stored in plain text. */
export const HASHED = 'sha256:';

/** A step: tokens that 0.1.0 stored as plain text become hashes, and the links stay valid. */
export const hashStoredLinks = ['registration_token', 'reset_password_token']
  .map(
    (column) => `UPDATE ${ADMIN_USERS_TABLE}
      SET ${column} = '${HASHED}' || encode(sha256(convert_to(${column}, 'UTF8')), 'hex')
    WHERE NOT starts_with(${column}, '${HASHED}')`,
  )
  .join(';');
