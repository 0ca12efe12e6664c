import type { Core } from '@strapi/strapi';
import type { Ability } from './permissions';

/** What Strapi's router and authentication leave of a request in `ctx.state`. */
export type RequestState = {
  /** The user of the panel; with an admin token, the user who owns it. */
  user?: {
    id: number;
    firstname?: string;
    lastname?: string;
    username?: string;
    email: string;
    preferedLanguage?: string | null;
    /** Attributes that plugins add to `admin::user`. */
    [attribute: string]: unknown;
  };
  /** What the user of the panel may do. */
  userAbility?: Ability;
  /** How the caller signed in; `credentials` is the token's row, where a token was used. */
  auth?: { strategy?: { name?: string }; credentials?: { id: number; name?: string } };
  route?: { method: string; path: string; info?: { pluginName?: string } };
};

export type CurrentRequest = {
  state: RequestState;
  params?: Record<string, string | undefined>;
  headers?: Record<string, string | undefined>;
};

/** The request that is being answered; undefined outside of any: boot, importer, command line. */
export const currentRequest = (strapi: Core.Strapi): CurrentRequest | undefined =>
  strapi.requestContext.get() as unknown as CurrentRequest | undefined;

/** How a caller signed in: to the panel, by a token of a user of the panel, by a token of the content API, or not. */
type SignIn = 'panel' | 'admin-token' | 'api-token' | null;

const SIGN_INS: Record<string, SignIn> = {
  admin: 'panel',
  'admin-token': 'admin-token',
  'content-api-token': 'api-token',
};

/** Null for a stranger and for every strategy that is not one of the panel's or of tokens. */
export const signInOf = ({ auth }: RequestState): SignIn => SIGN_INS[auth?.strategy?.name ?? ''] ?? null;
