import type { Core } from '@strapi/strapi';
import type { Options } from '../config';
import type { RequestState } from '../audit/actor';

/** What Strapi knows of a user's rights in a request: those of the token, where one of the user's own is used. */
export type Ability = { can(action: string, subject?: unknown): boolean };

export type Caller =
  | { kind: 'machine' }
  | { kind: 'person'; ability: Ability; agency: string | null }
  | { kind: 'token'; name: string }
  | { kind: 'nobody' };

type State = Omit<RequestState, 'user'> & { user?: { agency?: string | null }; userAbility?: Ability };

/** Strategies by which Strapi lets somebody into the panel; an admin token acts for the user who owns it. */
const OF_THE_PANEL = new Set(['admin', 'admin-token']);

/** Whose rights count for what is done now. Outside of any request it is ourselves: boot, importer, command line. */
export function callerOf(strapi: Core.Strapi): Caller {
  const request = strapi.requestContext.get();
  if (!request) return { kind: 'machine' };
  const { user, userAbility, auth } = request.state as State;
  const strategy = auth?.strategy?.name ?? '';
  if (user && userAbility && OF_THE_PANEL.has(strategy)) {
    return { kind: 'person', ability: userAbility, agency: user.agency ?? null };
  }
  if (strategy === 'content-api-token') return { kind: 'token', name: auth?.credentials?.name ?? '' };
  return { kind: 'nobody' };
}

/** Whether this is a token of the content API that the options let write. */
export function isWritingToken(strapi: Core.Strapi, caller: Caller): boolean {
  const { tokensThatWrite } = strapi.config.get<Options>('plugin::publishing-desk');
  return caller.kind === 'token' && tokensThatWrite.includes(caller.name);
}
