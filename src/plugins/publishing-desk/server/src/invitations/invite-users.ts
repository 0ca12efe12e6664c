import type { Core } from '@strapi/strapi';
import type { Options } from '../config';
import { currentActor } from '../audit/actor';
import { callerLanguage } from '../../../../../strapi-internals/caller-language';
import { mailInvitation } from './mail-invitation';
import { type Invitee, type Known, readInvitations } from './read-invitations';
import type { RefusedLine } from './refused-line';

/** `mailed`: whether the link was handed to the e-mail provider; null where the options say to send none. */
export type Invitation = { email: string; name: string; link: string; mailed: boolean | null };

type Account = { id: number; documentId: string; registrationToken: string };

/**
 * Makes an account for each line of a CSV, remembers it in the audit, and gives the link by which its owner sets a
 * password; sends it where the options say so. With a problem in any line nobody is invited.
 */
export async function inviteUsers(
  strapi: Core.Strapi,
  csv: string,
): Promise<{ invited: Invitation[]; refused: RefusedLine[] }> {
  const { invitees, refused } = readInvitations(csv, await known(strapi), callerLanguage(strapi));
  if (refused.length > 0) return { invited: [], refused };

  const accounts = await makeAccounts(strapi, invitees);
  const { mail } = strapi.config.get<Options>('plugin::publishing-desk').invitations;
  const invited: Invitation[] = [];
  for (const [index, { name, email }] of invitees.entries()) {
    const { registrationToken } = accounts[index]!;
    const link = `${strapi.config.get('admin.absoluteUrl')}/auth/register?registrationToken=${registrationToken}`;
    const mailed = mail ? await mailInvitation(strapi, { name, email, link }) : null;
    invited.push({ name, email, link, mailed });
  }
  return { invited, refused: [] };
}

async function known(strapi: Core.Strapi): Promise<Known> {
  const all = (uid: string, select: string[]) => strapi.db.query(uid as 'admin::user').findMany({ select });
  const users = await all('admin::user', ['email']);
  return {
    roles: (await all('admin::role', ['id', 'name', 'code'])) as unknown as Known['roles'],
    agencies: (await all('plugin::directory.agency', ['documentId', 'name', 'slug'])) as unknown as Known['agencies'],
    emails: new Set(users.map(({ email }) => email.toLowerCase())),
  };
}

/** All of them or none. Not in a transaction: Strapi's own count of users, which it does not wait for, would outlive it. */
async function makeAccounts(strapi: Core.Strapi, invitees: Invitee[]): Promise<Account[]> {
  const accounts: Account[] = [];
  try {
    for (const { name, email, role, agency } of invitees) {
      const attributes = { firstname: name, email, roles: [role.id], agency, preferedLanguage: 'vi' };
      accounts.push(await strapi.service('admin::user').create(attributes));
    }
    await rememberInvited(strapi, invitees, accounts);
    return accounts;
  } catch (error) {
    await strapi.db.query('admin::user').deleteMany({ where: { id: { $in: accounts.map(({ id }) => id) } } });
    throw error;
  }
}

/** Who was invited as what, and never the link: whoever has it is that person. */
async function rememberInvited(strapi: Core.Strapi, invitees: Invitee[], accounts: Account[]): Promise<void> {
  const said = invitees.map(({ name, email, role, agency }, index) => ({
    account: accounts[index]!.documentId,
    after: { name, email, role: role.code, agency },
  }));
  await strapi.db.connection.raw(
    `INSERT INTO desk.audit (actor, action, type, document_id, after)
       SELECT ?::jsonb, 'invite', 'admin::user', account, after
         FROM jsonb_to_recordset(?::jsonb) AS said (account text, after jsonb)`,
    [JSON.stringify(currentActor(strapi)), JSON.stringify(said)],
  );
}
