import { adminToken, contentToken } from '../helpers/newsroom-staff';
import type { Newsroom } from '../helpers/newsroom';
import { signIn } from '../helpers/sign-in';
import { canary } from './hidden-content';

/**
 * What opens the newsroom. `open` does by itself, or signs what does; `stored` is what the database keeps of it, which
 * must open nothing.
 */
export type Secrets = { open: string[]; stored: string[] };

const ARTICLE = 'plugin::newsroom.article';

const ENVIRONMENT = ['APP_KEYS', 'API_TOKEN_SALT', 'ADMIN_JWT_SECRET', 'TRANSFER_TOKEN_SALT', 'ENCRYPTION_KEY'];

/** Makes one of each, in use: a session, tokens, an invitation, a preview link; and reads what signs and stores them. */
export async function plantSecrets(newsroom: Newsroom, draft: string): Promise<Secrets> {
  const { strapi, sql } = newsroom;
  const session = await signIn(newsroom, 'strapi-super-admin', `${canary('quan-tri')}@example.com`);
  const read = async (answer: Promise<Response>) => ((await (await answer).json()) as { data: never }).data;
  const preview = `/content-manager/preview/url/${ARTICLE}?documentId=${draft}&locale=vi&status=draft`;
  const { url } = (await read(session.ask('GET', preview))) as { url: string };
  const [role] = await sql(`SELECT id FROM admin_roles WHERE code = 'desk-reporter'`);
  const invited = { email: `${canary('khach')}@example.com`, firstname: canary('ten'), roles: [role!.id] };
  const { registrationToken } = (await read(session.ask('POST', '/admin/users', invited))) as Record<string, string>;

  const stored = await sql(`
    SELECT unnest(ARRAY[password, registration_token, reset_password_token]) AS text FROM admin_users
     UNION SELECT unnest(ARRAY[access_key, encrypted_key]) FROM strapi_api_tokens
     UNION SELECT session_id FROM strapi_sessions`);
  const secrets = {
    open: [
      session.headers.Authorization!.replace('Bearer ', ''),
      ...session.cookie.split('; ').map((one) => one.slice(one.indexOf('=') + 1)),
      url.split('/').at(-1)!,
      registrationToken!,
      await contentToken(newsroom, 'full-access', canary('khoa')),
      await adminToken(newsroom, session.id),
      ...ENVIRONMENT.map((name) => process.env[name]!),
      ...passwordsOf(strapi),
    ],
    stored: stored.map(({ text }) => text as string | null).filter((text) => text !== null),
  };
  for (const text of [...secrets.open, ...secrets.stored]) expect(text).toMatch(/.{5,}/);
  return secrets;
}

/** Of the database of this newsroom, with its name, which no error may tell. */
function passwordsOf(strapi: Newsroom['strapi']): string[] {
  const { connection } = strapi.config.get('database') as { connection: { connection: { connectionString: string } } };
  const { password, pathname } = new URL(connection.connection.connectionString);
  return [password, pathname.slice(1)];
}
