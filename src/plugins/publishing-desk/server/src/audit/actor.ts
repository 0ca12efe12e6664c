import type { Core } from '@strapi/strapi';
import { currentRequest, signInOf, type RequestState } from '../../../../../strapi-internals/request-caller';

/** Who made a change: a person in the panel (perhaps through an admin token of theirs), a content API token, or a machine. */
export type Actor = (
  | { kind: 'person'; id: number; name: string; email: string; token?: string }
  | { kind: 'token'; id: number; name: string }
  | { kind: 'machine' }
) & { request?: string };

/** Names a save, so that one which a proxy or a browser sends again is recognised. */
const REQUEST = 'x-desk-request';
const MOST_LETTERS = 64;

/** The actor of the present request; a machine outside of any (boot, importer, command line). */
export function currentActor(strapi: Core.Strapi): Actor {
  const actor = actorOf(currentRequest(strapi)?.state ?? {});
  const request = currentRequestName(strapi);
  return request ? { ...actor, request } : actor;
}

/** What the present request calls itself, if it does. */
export const currentRequestName = (strapi: Core.Strapi): string | undefined =>
  currentRequest(strapi)?.headers?.[REQUEST]?.slice(0, MOST_LETTERS) || undefined;

export function actorOf(state: RequestState): Actor {
  const { user, auth } = state;
  const token = signInOf(state)?.endsWith('-token') ? auth?.credentials : undefined;
  if (user) {
    const { id, email, username } = user;
    const name = [user.firstname, user.lastname].filter(Boolean).join(' ') || username || email;
    return { kind: 'person', id, name, email, ...(token?.name && { token: token.name }) };
  }
  return token ? { kind: 'token', id: token.id, name: token.name ?? '' } : { kind: 'machine' };
}
