import type { Core } from '@strapi/strapi';
import type { Ability } from '../../../../../strapi-internals/permissions';
import { currentRequest, signInOf } from '../../../../../strapi-internals/request-caller';
import type { Options } from '../config';

export type Caller =
  | { kind: 'machine' }
  | { kind: 'person'; ability: Ability; agency: string | null }
  | { kind: 'token'; name: string }
  | { kind: 'stranger' };

/** Whose permissions count now. Outside of any request it is a machine: boot, importer, command line. */
export function callerOf(strapi: Core.Strapi): Caller {
  const request = currentRequest(strapi);
  if (!request) return { kind: 'machine' };
  const { user, userAbility, auth } = request.state;
  const signIn = signInOf(request.state);
  // An admin token acts for the user who owns it.
  if (user && userAbility && (signIn === 'panel' || signIn === 'admin-token')) {
    return { kind: 'person', ability: userAbility, agency: (user.agency as string | null | undefined) ?? null };
  }
  if (signIn === 'api-token') return { kind: 'token', name: auth?.credentials?.name ?? '' };
  return { kind: 'stranger' };
}

/** Requests of tokens that another plugin has let write. */
const admitted = new WeakSet<object>();

/** Tokens of the content API, for plugins that have routes of their own for them. */
export const tokens = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Lets the token of the present request write, for a plugin that has itself decided what: the desk does not ask again. */
  admit(): void {
    const request = currentRequest(strapi);
    if (request) admitted.add(request);
  },
});

/** Whether this is a content API token that the options, or the plugin of its route, permit to write. */
export function isWritingToken(strapi: Core.Strapi, caller: Caller): boolean {
  const { tokensThatWrite } = strapi.config.get<Options>('plugin::publishing-desk');
  if (caller.kind !== 'token') return false;
  return tokensThatWrite.includes(caller.name) || admitted.has(currentRequest(strapi) ?? {});
}
