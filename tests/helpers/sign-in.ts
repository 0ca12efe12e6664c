import type { Newsroom } from './newsroom';

export const PASSWORD = 'Aa1-mat-khau-9920';

export type Session = {
  id: number;
  /** Asks with the session's token, and with JSON when there is something to send. */
  ask(method: string, path: string, data?: unknown, headers?: Record<string, string>): Promise<Response>;
  /** The refresh cookie, as the browser sends it back. */
  cookie: string;
};

/** A new account of the panel with one of Strapi's roles, signed in over HTTP. */
export async function signIn({ strapi, url }: Newsroom, roleCode: string, email: string): Promise<Session> {
  const role = await strapi.db.query('admin::role').findOne({ where: { code: roleCode } });
  const user = await strapi
    .service('admin::user')
    .create({ email, firstname: 'Biên tập', password: PASSWORD, isActive: true, roles: [role.id] });
  const answer = await fetch(`${url}/admin/login`, post({ email, password: PASSWORD }));
  const { data } = (await answer.json()) as { data: { token: string } };
  return {
    id: user.id,
    cookie: answer.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; '),
    ask: (method, path, sent, headers) =>
      fetch(url + path, {
        method,
        headers: { Authorization: `Bearer ${data.token}`, ...(sent !== undefined && JSON_TYPE), ...headers },
        ...(sent !== undefined && { body: JSON.stringify(sent) }),
      }),
  };
}

const JSON_TYPE = { 'Content-Type': 'application/json' };

export const post = (data: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { ...JSON_TYPE, ...headers },
  body: JSON.stringify(data),
});
