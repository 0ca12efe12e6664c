import type { Newsroom } from './newsroom';
import { signIn, type Session } from './sign-in';

let serial = 0;

/** Somebody of an agency's staff, signed in; `agency` is a document id. */
export async function staff(newsroom: Newsroom, role: string, agency?: string): Promise<Session> {
  const session = await signIn(newsroom, role, `staff-${(serial += 1)}@example.vn`);
  await newsroom.sql('UPDATE admin_users SET agency = $1 WHERE id = $2', [agency ?? null, session.id]);
  return session;
}
