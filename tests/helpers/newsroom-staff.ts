import { writers } from './content';
import type { Newsroom } from './newsroom';
import type { Session } from './sign-in';
import { staff } from './staff';

type Ask = Session['ask'];
export type Agency = 'parent' | 'A' | 'child' | 'B';

/** A province's agencies: A and its child below the parent, and B beside them. */
export async function agencyTree({ strapi }: Newsroom): Promise<Record<Agency, string>> {
  const write = writers(strapi);
  const parent = (await write.agency()).documentId;
  const A = (await write.agency({ parent })).documentId;
  const child = (await write.agency({ parent: A })).documentId;
  return { parent, A, child, B: (await write.agency()).documentId };
}

/** Every kind of caller, each by a letter; a capital for those that Strapi must not authenticate. */
export async function newsroomStaff(newsroom: Newsroom, agencies: Record<Agency, string>) {
  const of = (role: string, agency?: Agency) => staff(newsroom, role, agency && agencies[agency]);
  const reporter = await of('desk-reporter', 'A');
  const disabled = await of('desk-approver', 'parent');
  await newsroom.sql('UPDATE admin_users SET is_active = false WHERE id = $1', [disabled.id]);
  const signedOut = await of('desk-approver', 'parent');
  await signedOut.ask('POST', '/admin/logout', {});

  const people: Record<string, Ask> = {
    r: reporter.ask,
    t: bearer(newsroom, await adminToken(newsroom, reporter.id)),
    e: (await of('desk-editor', 'A')).ask,
    o: (await of('desk-editor', 'B')).ask,
    a: (await of('desk-approver', 'parent')).ask,
    n: (await of('desk-approver')).ask,
    m: (await of('desk-manager')).ask,
    s: (await of('strapi-super-admin')).ask,
    D: disabled.ask,
    X: signedOut.ask,
    S: (method, path, data) => send(newsroom, method, path, {}, data),
    R: bearer(newsroom, await contentToken(newsroom, 'read-only')),
    F: bearer(newsroom, await contentToken(newsroom, 'full-access')),
  };
  return { people };
}

const send = ({ url }: Newsroom, method: string, path: string, headers: Record<string, string>, data?: unknown) =>
  fetch(url + path, {
    method,
    headers: { ...headers, ...(data !== undefined && { 'Content-Type': 'application/json' }) },
    ...(data !== undefined && { body: JSON.stringify(data) }),
  });

const bearer =
  (newsroom: Newsroom, token: string): Ask =>
  (method, path, data, headers) =>
    send(newsroom, method, path, { Authorization: `Bearer ${token}`, ...headers }, data);

export async function contentToken({ strapi }: Newsroom, type: string, name = type): Promise<string> {
  const service = strapi.service('admin::api-token-content-api');
  return (await service.create({ name, type, description: '', lifespan: null })).accessKey;
}

/** An admin token of a user, with all permissions of the user. */
export async function adminToken({ strapi }: Newsroom, id: number): Promise<string> {
  const user = await strapi.db.query('admin::user').findOne({ where: { id }, populate: ['roles'] });
  const permissions = await strapi.service('admin::permission').findUserPermissions(user);
  const adminPermissions = permissions.map(({ action, subject, properties }: Record<string, unknown>) => ({
    action,
    subject,
    properties,
    conditions: [],
  }));
  const attributes = { name: 'own', description: '', lifespan: null, adminUserOwner: id, adminPermissions };
  return (await strapi.service('admin::api-token-admin').create(attributes, user)).accessKey;
}
