import type { Newsroom } from './newsroom';

export const PASSWORD = 'Aa1-mat-khau-9920';

export type Session = {
  id: number;
  /** What identifies the session in a request. */
  headers: Record<string, string>;
  /**
   * Sends a request with the session's token, and with JSON where there is data. A save of the panel names the present
   * revision as its base, as the panel does, unless `headers` says otherwise.
   */
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
    headers: { Authorization: `Bearer ${data.token}` },
    cookie: answer.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; '),
    ask: async (method, path, sent, headers) =>
      fetch(url + path, {
        method,
        headers: {
          Authorization: `Bearer ${data.token}`,
          ...(sent !== undefined && JSON_TYPE),
          ...(await baseOf(strapi, method, path)),
          ...headers,
        },
        ...(sent !== undefined && { body: JSON.stringify(sent) }),
      }),
  };
}

/** Saves, publishes and discards of a form; `X-Desk-Base` names the revision that the form shows. */
const FORM_SAVE =
  /^(?:PUT|POST) \/content-manager\/collection-types\/([^/?]+)\/([^/?]+)(?:\/actions\/(?:publish|discard))?(?:\?|$)/;

type Localised = { i18n?: { localized?: boolean } };

async function baseOf(strapi: Newsroom['strapi'], method: string, path: string): Promise<Record<string, string>> {
  const [, uid, documentId] = FORM_SAVE.exec(`${method} ${path}`) ?? [];
  if (!uid || !documentId || !(uid in strapi.contentTypes)) return {};
  const locale = new URLSearchParams(path.split('?')[1]).get('locale') ?? undefined;
  const { pluginOptions } = strapi.contentTypes[uid as 'plugin::newsroom.article'] as { pluginOptions?: Localised };
  const where = { documentId, ...(locale && pluginOptions?.i18n?.localized && { locale }) };
  const rows = await strapi.db.query(uid as 'plugin::newsroom.article').findMany({ where });
  return { 'X-Desk-Base': String(Math.max(0, ...rows.map(({ revision }) => Number(revision ?? 0)))) };
}

const JSON_TYPE = { 'Content-Type': 'application/json' };

export const post = (data: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { ...JSON_TYPE, ...headers },
  body: JSON.stringify(data),
});
