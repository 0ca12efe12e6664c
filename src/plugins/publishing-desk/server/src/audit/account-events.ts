import type { Core } from '@strapi/strapi';
import { writableText } from '../../../../../vietnamese';
import { actorOf, type RequestState } from './actor';

const LONGEST_EMAIL = 255;

/** What is remembered of accounts, by method and path; the first that fits. */
const DEEDS: [method: RegExp, path: RegExp, action: string][] = [
  [/^POST$/, /^\/admin\/login\/?$/i, 'sign-in'],
  [/^POST$/, /^\/admin\/logout\/?$/i, 'sign-out'],
  [/^POST$/, /^\/admin\/(register|register-admin)\/?$/i, 'register'],
  [/^POST$/, /^\/admin\/reset-password\/?$/i, 'reset-password'],
  [
    /^(POST|PUT|PATCH|DELETE)$/,
    /^\/admin\/(users|roles|permissions|api-tokens|admin-tokens|transfer)(\/|$)/i,
    'change-rights',
  ],
];

/**
 * Remembers who signed in and out, who tried to and was refused, and who changed accounts, roles, rights and tokens.
 * Never what was sent: there are passwords in it. A sign-in that cannot be remembered fails.
 */
export const recordAccountEvents =
  (strapi: Core.Strapi): Core.MiddlewareHandler =>
  async (ctx, next) => {
    await next();
    const action = DEEDS.find(([method, path]) => method.test(ctx.method) && path.test(ctx.path))?.[2];
    if (!action) return;
    const isDone = ctx.status < 400;
    if (!isDone && action !== 'sign-in') return;
    const { email } = (ctx.request.body ?? {}) as { email?: unknown };
    const after = {
      ip: ctx.ip,
      ...(action === 'change-rights' && { method: ctx.method, path: ctx.path }),
      ...(!isDone && typeof email === 'string' && { email: writableText(email).slice(0, LONGEST_EMAIL) }),
    };
    await strapi.db.connection.raw('INSERT INTO desk.audit (actor, action, after) VALUES (?, ?, ?)', [
      JSON.stringify(isDone ? actorOf(ctx.state as RequestState) : { kind: 'stranger' }),
      isDone ? action : 'sign-in-refused',
      JSON.stringify(after),
    ]);
  };
