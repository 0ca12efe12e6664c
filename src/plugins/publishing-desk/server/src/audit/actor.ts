import type { Core } from '@strapi/strapi';
import { currentRequest, signInOf, type RequestState } from '../../../../../strapi-internals/request-caller';

/** Who made a change: a person in the panel (perhaps through an admin token of theirs), a content API token, or a machine. */
export type Actor =
  | { kind: 'person'; id: number; name: string; email: string; token?: string }
  | { kind: 'token'; id: number; name: string }
  | { kind: 'machine' };

/** The actor of the present request; a machine outside of any (boot, importer, command line). */
export const currentActor = (strapi: Core.Strapi): Actor => actorOf(currentRequest(strapi)?.state ?? {});

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
