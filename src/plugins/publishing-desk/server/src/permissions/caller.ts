import type { Core } from '@strapi/strapi';
import type { Ability } from '../../../../../strapi-internals/permissions';
import type { Options } from '../config';
import type { RequestState } from '../audit/actor';

type Caller =
  | { kind: 'machine' }
  | { kind: 'person'; ability: Ability; agency: string | null }
  | { kind: 'token'; name: string }
  | { kind: 'stranger' };

type State = Omit<RequestState, 'user'> & { user?: { agency?: string | null }; userAbility?: Ability };

/** Strategies that sign a user in to the panel. An admin token acts for the user who owns it. */
const PANEL_STRATEGIES = new Set(['admin', 'admin-token']);

/** Whose permissions count now. Outside of any request it is a machine: boot, importer, command line. */
export function callerOf(strapi: Core.Strapi): Caller {
  const request = strapi.requestContext.get();
  if (!request) return { kind: 'machine' };
  const { user, userAbility, auth } = request.state as State;
  const strategy = auth?.strategy?.name ?? '';
  if (user && userAbility && PANEL_STRATEGIES.has(strategy)) {
    return { kind: 'person', ability: userAbility, agency: user.agency ?? null };
  }
  if (strategy === 'content-api-token') return { kind: 'token', name: auth?.credentials?.name ?? '' };
  return { kind: 'stranger' };
}

/** Whether this is a content API token that the options permit to write. */
export function isWritingToken(strapi: Core.Strapi, caller: Caller): boolean {
  const { tokensThatWrite } = strapi.config.get<Options>('plugin::publishing-desk');
  return caller.kind === 'token' && tokensThatWrite.includes(caller.name);
}
