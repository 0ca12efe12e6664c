import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { signatures } from '../signatures';

const COOKIE = 'desk_known_browser';
const VALUE = /^([0-9a-f-]{36})\.([\w-]{43})$/;
const DAYS = 180;

/**
 * A browser from which an account signed in has a signed cookie that says so. It opens nothing: it only gives the
 * browser a limit of its own, which attempts from elsewhere do not use up.
 */
export function knownBrowsers(strapi: Core.Strapi) {
  const { sign, verify } = signatures(strapi, 'known browsers');

  /** The browser's id, where this account has signed in from it. */
  function idOf(ctx: Context, account: string): string | null {
    const [, id, signature] = VALUE.exec(ctx.cookies.get(COOKIE, { signed: false }) ?? '') ?? [];
    return id && signature && verify(`${id} ${account}`, signature) ? id : null;
  }

  function remember(ctx: Context, account: string): void {
    const id = idOf(ctx, account) ?? randomUUID();
    ctx.cookies.set(COOKIE, `${id}.${sign(`${id} ${account}`)}`, {
      path: '/admin',
      maxAge: DAYS * 86_400_000,
      httpOnly: true,
      sameSite: 'strict',
      secure: ctx.secure,
      signed: false,
      overwrite: true,
    });
  }

  return { idOf, remember };
}
