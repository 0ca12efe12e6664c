import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { readCsv } from './read-csv';

export type Invitation = { email: string; name: string; link: string };
export type Refused = { line: number; problem: string };

const email = z.email();

/**
 * Makes an account for each line of a CSV (name, e-mail, role, agency) and gives the link by which its owner sets a
 * password. A role is a name or a code, an agency a name or a slug, or empty. With a problem in any line nobody is
 * invited. A first line whose second field is no address with an @ is a heading.
 */
export async function inviteUsers(
  strapi: Core.Strapi,
  csv: string,
): Promise<{ invited: Invitation[]; refused: Refused[] }> {
  const rows = readCsv(csv).map((row, index) => ({ row, line: index + 1 }));
  const people = rows[0]?.row[1]?.includes('@') === false ? rows.slice(1) : rows;
  const seen = new Set<string>();
  const found = await Promise.all(people.map(({ row, line }) => personOf(strapi, row, line, seen)));
  const refused = found.flatMap((one) => ('problem' in one ? [one] : []));
  if (refused.length > 0) return { invited: [], refused };

  const invited: Invitation[] = [];
  for (const person of found) {
    if ('problem' in person) continue;
    // Not in a transaction: Strapi's own count of users, which it does not wait for, would outlive it.
    const { registrationToken } = await strapi.service('admin::user').create(person);
    const link = `${strapi.config.get('admin.absoluteUrl')}/auth/register?registrationToken=${registrationToken}`;
    invited.push({ email: person.email, name: person.firstname, link });
  }
  return { invited, refused: [] };
}

async function personOf(strapi: Core.Strapi, row: string[], line: number, seen: Set<string>) {
  const [firstname = '', address = '', role = '', agency = ''] = row;
  const mail = address.toLowerCase();
  const refuse = (problem: string): Refused => ({ line, problem });
  if (!firstname) return refuse('Thiếu họ tên.');
  if (!email.safeParse(mail).success) return refuse(`“${address}” không phải địa chỉ thư.`);
  if (seen.has(mail)) return refuse(`${mail} có ở một dòng khác.`);
  seen.add(mail);
  const one = (uid: string, where: object) => strapi.db.query(uid as 'admin::user').findMany({ where, limit: 2 });
  const roles = await one('admin::role', { $or: [{ name: role }, { code: role }] });
  if (roles.length !== 1) return refuse(`Không có vai trò “${role}”.`);
  const agencies = agency ? await one('plugin::directory.agency', { $or: [{ name: agency }, { slug: agency }] }) : [];
  if (agency && agencies.length === 0) return refuse(`Không có cơ quan “${agency}”.`);
  if (agencies.length > 1) return refuse(`Có nhiều cơ quan tên “${agency}”; hãy ghi đường dẫn của nó.`);
  if ((await one('admin::user', { email: mail })).length > 0) return refuse(`Đã có người dùng ${mail}.`);
  return {
    firstname,
    email: mail,
    roles: [roles[0]!.id],
    agency: agencies[0]?.documentId ?? null,
    preferedLanguage: 'vi',
  };
}
