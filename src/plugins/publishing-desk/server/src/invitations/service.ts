import type { Core } from '@strapi/strapi';
import { inviteUsers } from './invite-users';

/** Invites many users at once. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** From a CSV text: name, e-mail, role, agency. */
  fromCsv: (csv: string) => inviteUsers(strapi, csv),
});
