import type { Core } from '@strapi/strapi';

/** Who made a change: a person in the panel (perhaps through an admin token of theirs), a content API token, or a machine. */
export type Actor =
  | { kind: 'person'; id: number; name: string; email: string; token?: string }
  | { kind: 'token'; id: number; name: string }
  | { kind: 'machine' };

/** What Strapi knows about the caller of a request. */
export type RequestState = {
  user?: { id: number; firstname?: string; lastname?: string; username?: string; email: string };
  auth?: { strategy?: { name?: string }; credentials?: { id: number; name?: string } };
};

/** The actor of the present request; a machine outside of any (boot, importer, command line). */
export const currentActor = (strapi: Core.Strapi): Actor => actorOf(strapi.requestContext.get()?.state ?? {});

export function actorOf({ user, auth }: RequestState): Actor {
  const token = auth?.strategy?.name?.endsWith('-token') ? auth.credentials : undefined;
  if (user) {
    const { id, email, username } = user;
    const name = [user.firstname, user.lastname].filter(Boolean).join(' ') || username || email;
    return { kind: 'person', id, name, email, ...(token?.name && { token: token.name }) };
  }
  return token ? { kind: 'token', id: token.id, name: token.name ?? '' } : { kind: 'machine' };
}
