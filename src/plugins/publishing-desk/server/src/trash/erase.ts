import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { currentActor } from '../audit/actor';
import { recordAudit } from '../audit/record';
import { lockDocument } from '../pipeline/write';
import type { Ability } from '../../../../../strapi-internals/permissions';
import { findDeletion } from './entries';

/**
 * Erases what was deleted, with all its versions in that locale: nobody can restore it. The audit says who did it, of
 * which document and why, and nothing of what it held.
 *
 * @throws NotFoundError (404) for what is not in the trash
 */
export async function eraseDeleted(strapi: Core.Strapi, ability: Ability, id: number, reason: string): Promise<void> {
  const found = await findDeletion(strapi, ability, id);
  if (!found) throw new errors.NotFoundError();
  const { type, documentId, locale } = found;
  await strapi.db.transaction(async ({ trx }) => {
    await lockDocument(trx, type, documentId);
    if (!(await findDeletion(strapi, ability, id, trx))) throw new errors.NotFoundError();
    // The trigger of desk.audit deletes the versions.
    await recordAudit(trx, {
      actor: currentActor(strapi),
      action: 'erase',
      type,
      documentId,
      locale,
      before: { state: 'absent' },
      after: { state: 'absent' },
      note: reason,
    });
  });
}
