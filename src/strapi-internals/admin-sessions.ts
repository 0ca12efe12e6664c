import type { Core } from '@strapi/strapi';

/** The tables behind the panel's accounts and their sessions, which triggers of our own name. */
export const ADMIN_USERS_TABLE = 'admin_users';
export const ADMIN_SESSIONS_TABLE = 'strapi_sessions';

/** The tables of API tokens and of their owners. Only admin tokens have one; their `kind` is `ADMIN_ORIGIN` too. */
export const API_TOKENS_TABLE = 'strapi_api_tokens';
export const API_TOKEN_OWNERS_TABLE = 'strapi_api_tokens_admin_user_owner_lnk';

/** How a session of the panel is marked among those of other origins, such as a host app's own users. */
export const ADMIN_ORIGIN = 'admin';

/** The cookie that holds the refresh token of the panel. */
export const REFRESH_COOKIE = 'strapi_admin_refresh';

/**
 * Sessions of the panel. Strapi reads the session's row with every access token as well as with every refresh token, so
 * that without its row a session is over on every node.
 */
type AdminSessions = {
  validateRefreshToken(token: string): Promise<{ isValid: true; sessionId: string } | { isValid: false }>;
  validateAccessToken(token: string): { isValid: boolean; payload: { userId: string; sessionId: string } | null };
  isSessionActive(sessionId: string): Promise<boolean>;
  revokeSessionById(userId: string, sessionId: string): Promise<boolean>;
  invalidateRefreshToken(userId: string): Promise<void>;
};

export const adminSessions = (strapi: Core.Strapi): AdminSessions =>
  (strapi as unknown as { sessionManager: (origin: string) => AdminSessions }).sessionManager(ADMIN_ORIGIN);
