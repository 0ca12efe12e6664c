import type { Core } from '@strapi/strapi';
import { writableText } from '../../../../../vietnamese';
import { actorOf, type RequestState } from './actor';
import { recordAudit } from './record';

const MAX_EMAIL = 255;

/** Requests that are recorded, by method and path; the first that matches. */
const EVENTS: [method: RegExp, path: RegExp, action: string][] = [
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
 * The Koa middleware that records who signed in or out, whose sign-in was refused, and who changed accounts, roles,
 * permissions and tokens. Never the body of a request, which holds passwords. A sign-in that cannot be recorded fails.
 */
export const recordAccountEvents =
  (strapi: Core.Strapi): Core.MiddlewareHandler =>
  async (ctx, next) => {
    await next();
    const action = EVENTS.find(([method, path]) => method.test(ctx.method) && path.test(ctx.path))?.[2];
    if (!action) return;
    const succeeded = ctx.status < 400;
    if (!succeeded && action !== 'sign-in') return;
    const { email } = (ctx.request.body ?? {}) as { email?: unknown };
    await recordAudit(strapi.db.connection, {
      actor: succeeded ? actorOf(ctx.state as RequestState) : { kind: 'stranger' },
      action: succeeded ? action : 'sign-in-refused',
      after: {
        ip: ctx.ip,
        ...(action === 'change-rights' && { method: ctx.method, path: ctx.path }),
        ...(!succeeded && typeof email === 'string' && { email: writableText(email).slice(0, MAX_EMAIL) }),
      },
    });
  };
