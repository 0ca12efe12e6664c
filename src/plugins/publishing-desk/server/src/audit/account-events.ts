import type { Core } from '@strapi/strapi';
import type { RequestState } from '../../../../../strapi-internals/request-caller';
import { actorOf } from './actor';
import { recordAudit } from './record';

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
  [/^(POST|PUT|DELETE)$/, /^\/i18n\/locales(\/|$)/i, 'change-locales'],
];

/**
 * The Koa middleware that records who signed in or out, and who changed accounts, roles, permissions, tokens and
 * languages; refused sign-ins are counted in `sign-in/refused-sign-ins.ts`. Never the body of a request, which holds passwords. A sign-in
 * that cannot be recorded fails.
 */
export const recordAccountEvents =
  (strapi: Core.Strapi): Core.MiddlewareHandler =>
  async (ctx, next) => {
    await next();
    const action = EVENTS.find(([method, path]) => method.test(ctx.method) && path.test(ctx.path))?.[2];
    // What is refused would let an anonymous caller fill the audit.
    if (!action || ctx.status >= 400) return;
    await recordAudit(strapi.db.connection, {
      actor: actorOf(ctx.state as RequestState),
      action,
      after: { ip: ctx.ip, ...(action.startsWith('change-') && { method: ctx.method, path: ctx.path }) },
    });
  };
