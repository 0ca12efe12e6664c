import {
  ADMIN_SESSIONS_TABLE,
  ADMIN_USERS_TABLE,
  API_TOKEN_OWNERS_TABLE,
  API_TOKENS_TABLE,
  adminSessions,
  REFRESH_COOKIE,
} from '../../src/strapi-internals/admin-sessions';
import { tableModel } from '../../src/strapi-internals/database';
import { startNewsroom, type Newsroom } from '../helpers/newsroom';
import { signIn } from '../helpers/sign-in';

describe('the sessions of the panel', () => {
  let newsroom: Newsroom;

  beforeAll(async () => {
    newsroom = await startNewsroom();
  });
  afterAll(() => newsroom.stop());

  it('and admin tokens are rows of these tables, with the columns that the triggers name', async () => {
    const { strapi } = newsroom;
    const columns = (uid: string, names: string[]) =>
      names.map((name) => tableModel(strapi, uid).attributes[name]?.columnName);
    expect(tableModel(strapi, 'admin::user').tableName).toBe(ADMIN_USERS_TABLE);
    expect(tableModel(strapi, 'admin::session').tableName).toBe(ADMIN_SESSIONS_TABLE);
    expect(columns('admin::session', ['userId', 'origin'])).toEqual(['user_id', 'origin']);
    expect(tableModel(strapi, 'admin::api-token').tableName).toBe(API_TOKENS_TABLE);
    expect(columns('admin::api-token', ['kind', 'expiresAt'])).toEqual(['kind', 'expires_at']);
    expect(await strapi.db.connection(API_TOKEN_OWNERS_TABLE).columnInfo()).toMatchObject({
      api_token_id: { type: 'integer' },
      user_id: { type: 'integer' },
    });
    expect(
      columns('admin::user', ['password', 'isActive', 'email', 'registrationToken', 'resetPasswordToken']),
    ).toEqual(['password', 'is_active', 'email', 'registration_token', 'reset_password_token']);
  });

  it('are read with each of their tokens, and end by user or by id', async () => {
    const { id, ask, cookie } = await signIn(newsroom, 'strapi-super-admin', 'lan@example.vn');
    const sessions = adminSessions(newsroom.strapi);
    const refreshToken = new RegExp(`(?:^|; )${REFRESH_COOKIE}=([^;]+)`).exec(cookie)?.[1] ?? '';
    const session = await sessions.validateRefreshToken(refreshToken);
    expect(session).toMatchObject({ isValid: true, sessionId: expect.any(String) });
    const { sessionId } = session as { sessionId: string };
    expect(await sessions.isSessionActive(sessionId)).toBe(true);
    const rows = await newsroom.sql(`SELECT user_id, origin FROM ${ADMIN_SESSIONS_TABLE}`);
    expect(rows).toEqual([{ user_id: String(id), origin: 'admin' }]);

    expect((await ask('GET', '/admin/users/me')).status).toBe(200);
    expect(await sessions.revokeSessionById(String(id), sessionId)).toBe(true);
    expect((await ask('GET', '/admin/users/me')).status).toBe(401);
    expect(await sessions.validateRefreshToken(refreshToken)).toEqual({ isValid: false });
  });
});
