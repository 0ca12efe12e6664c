import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { currentActor } from '../audit/actor';
import { recordAudit } from '../audit/record';

/**
 * Assigns a user to an agency, or to none, and records it.
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
    await recordAudit(trx, {
      actor: currentActor(strapi),
      action: 'assign-agency',
      type: 'admin::user',
      documentId: user.documentId,
      before: { agency: user.agency ?? null },
      after: { agency },
    });
  });
}
