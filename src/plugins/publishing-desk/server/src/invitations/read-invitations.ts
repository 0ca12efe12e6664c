import { z } from 'zod';
import type { Language } from '../../../../../strapi-internals/caller-language';
import { csvRows } from '../../../../../csv/csv-rows';
import { toNfc, writableText } from '../../../../../vietnamese';
import { refusedLine, type RefusedLine } from './refused-line';

/** A person to invite; `role.id` is a row id, `agency` a document id. */
export type Invitee = { name: string; email: string; role: { id: number; code: string }; agency: string | null };

/** What a list can name: the roles, the agencies, and the addresses that are taken, in lower case. */
export type ExistingAccounts = {
  roles: { id: number; name: string; code: string }[];
  agencies: { documentId: string; name: string; slug: string }[];
  emails: Set<string>;
};

/** The most lines of a list: each is an account, and a link to be sent. */
const MOST_LINES = 2_000;

const email = z.email().max(255);

/**
 * The people in a CSV (name, e-mail, role, agency), and the lines that are refused. A role is given by name or code, an
 * agency by name or slug, or left empty. A first line whose second field has no @ is a heading.
 */
export function readInvitations(csv: string, existing: ExistingAccounts, language: Language) {
  const rows = csvRows(csv, MOST_LINES + 1);
  if (!rows) return { invitees: [], refused: [refusedLine(1, 'quote', language)] };
  if (rows.length > MOST_LINES) {
    const { line } = rows[MOST_LINES]!;
    return { invitees: [], refused: [refusedLine(line, 'many', language, MOST_LINES.toLocaleString(language))] };
  }
  const people = rows[0]?.fields[1]?.includes('@') === false ? rows.slice(1) : rows;
  const taken = new Set<string>();
  const refused: RefusedLine[] = people.length === 0 ? [refusedLine(1, 'nobody', language)] : [];

  const invitees = people.flatMap(({ line, fields }): Invitee[] => {
    const [name = '', address = '', roleName = '', agencyName = ''] = fields.map(toNfc);
    const mail = address.toLowerCase();
    const refuse = (problem: Parameters<typeof refusedLine>[1], value?: string): Invitee[] => {
      refused.push(refusedLine(line, problem, language, value));
      return [];
    };
    const roles = existing.roles.filter(({ name, code }) => name === roleName || code === roleName);
    const agencies = existing.agencies.filter(({ name, slug }) => agencyName && [name, slug].includes(agencyName));
    if (name === '' || name.length > 255 || name !== writableText(name)) return refuse('name');
    if (!email.safeParse(mail).success) return refuse('email', address);
    if (taken.has(mail)) return refuse('twice', mail);
    taken.add(mail);
    if (existing.emails.has(mail)) return refuse('known', mail);
    const [role] = roles;
    if (!role || roles.length > 1) return refuse('role', roleName);
    if (agencyName && agencies.length === 0) return refuse('agency', agencyName);
    if (agencies.length > 1) return refuse('agencies', agencyName);
    return [{ name, email: mail, role: { id: role.id, code: role.code }, agency: agencies[0]?.documentId ?? null }];
  });
  return { invitees, refused };
}
