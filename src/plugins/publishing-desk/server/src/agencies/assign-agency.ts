import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { currentActor } from '../audit/actor';

/**
 * Says which agency a user is of, and remembers who said so.
 *
 * @throws NotFoundError without such a user, ValidationError without such an agency
 */
export async function assignAgency(strapi: Core.Strapi, id: number, agency: string | null): Promise<void> {
  const user = await strapi.db.query('admin::user').findOne({ where: { id } });
  if (!user) throw new errors.NotFoundError('desk.no-such-user');
  if (agency && !(await strapi.db.query('plugin::directory.agency').findOne({ where: { documentId: agency } }))) {
    throw new errors.ValidationError('desk.no-such-agency');
  }
  await strapi.db.transaction(async ({ trx }) => {
    await strapi.db.query('admin::user').update({ where: { id }, data: { agency } });
    await trx.raw(
      `INSERT INTO desk.audit (actor, action, type, document_id, before, after)
         VALUES (?, 'assign-agency', 'admin::user', ?, ?, ?)`,
      [
        JSON.stringify(currentActor(strapi)),
        user.documentId,
        JSON.stringify({ agency: user.agency ?? null }),
        JSON.stringify({ agency }),
      ],
    );
  });
}
