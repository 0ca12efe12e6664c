import type { Core } from '@strapi/strapi';
import { type AdminUser, adminUsers } from '../../../../../strapi-internals/admin-users';
import { callerLanguage } from '../../../../../strapi-internals/caller-language';
import { currentActor } from '../audit/actor';
import { recordAudit } from '../audit/record';
import type { Options } from '../config';
import { mailInvitation } from './mail-invitation';
import { type ExistingAccounts, type Invitee, readInvitations } from './read-invitations';
import type { RefusedLine } from './refused-line';

/** `mailed`: whether the e-mail provider took the link; null where the options say to send none. */
type Invitation = { email: string; name: string; link: string; mailed: boolean | null };

/** Invitations of many users at once. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /**
   * Creates an account for each line of a CSV (name, e-mail, role, agency), records it in the audit, and returns the
   * link by which its owner sets a password; sends the link where the options say so. A refused line refuses the list.
   */
  async fromCsv(csv: string): Promise<{ invited: Invitation[]; refused: RefusedLine[] }> {
    const { invitees, refused } = readInvitations(csv, await existingAccounts(strapi), callerLanguage(strapi));
    if (refused.length > 0) return { invited: [], refused };

    const accounts = await createAccounts(strapi, invitees);
    const { mail } = strapi.config.get<Options>('plugin::publishing-desk').invitations;
    const invited: Invitation[] = [];
    for (const [index, { name, email }] of invitees.entries()) {
      const { registrationToken } = accounts[index]!;
      const link = `${strapi.config.get('admin.absoluteUrl')}/auth/register?registrationToken=${registrationToken}`;
      const mailed = mail ? await mailInvitation(strapi, { name, email, link }) : null;
      invited.push({ name, email, link, mailed });
    }
    return { invited, refused: [] };
  },
});

async function existingAccounts(strapi: Core.Strapi): Promise<ExistingAccounts> {
  const all = (uid: string, select: string[]) => strapi.db.query(uid as 'admin::user').findMany({ select });
  const users = await all('admin::user', ['email']);
  return {
    roles: (await all('admin::role', ['id', 'name', 'code'])) as unknown as ExistingAccounts['roles'],
    agencies: (await all('plugin::directory.agency', [
      'documentId',
      'name',
      'slug',
    ])) as unknown as ExistingAccounts['agencies'],
    emails: new Set(users.map(({ email }) => email.toLowerCase())),
  };
}

/** All of them or none. Not in one transaction: Strapi counts users without waiting for it, and would outlive it. */
async function createAccounts(strapi: Core.Strapi, invitees: Invitee[]): Promise<AdminUser[]> {
  const accounts: AdminUser[] = [];
  try {
    for (const { name, email, role, agency } of invitees) {
      const attributes = { firstname: name, email, roles: [role.id], agency, preferedLanguage: 'vi' };
      accounts.push(await adminUsers(strapi).create(attributes));
    }
    await recordInvitations(strapi, invitees, accounts);
    return accounts;
  } catch (error) {
    await strapi.db.query('admin::user').deleteMany({ where: { id: { $in: accounts.map(({ id }) => id) } } });
    throw error;
  }
}

/** Who was invited to which role, and never the link, which signs in the person who has it. */
async function recordInvitations(strapi: Core.Strapi, invitees: Invitee[], accounts: AdminUser[]): Promise<void> {
  await strapi.db.transaction(async ({ trx }) => {
    for (const [index, { name, email, role, agency }] of invitees.entries()) {
      await recordAudit(trx, {
        actor: currentActor(strapi),
        action: 'invite',
        type: 'admin::user',
        documentId: accounts[index]!.documentId,
        after: { name, email, role: role.code, agency },
      });
    }
  });
}
