import type { Core } from '@strapi/strapi';

/** Strategies that sign a user in to the panel. An admin token acts for the user who owns it. */
const PANEL_STRATEGIES = new Set(['admin', 'admin-token']);

/** The name of the strategy by which Strapi signed in the sender of the present request; empty without one. */
export const authStrategy = (strapi: Core.Strapi): string => {
  const state = strapi.requestContext.get()?.state as { auth?: { strategy?: { name?: string } } } | undefined;
  return state?.auth?.strategy?.name ?? '';
};

/** Whether the present request is one of a user of the panel. */
export const isPanelRequest = (strapi: Core.Strapi): boolean => PANEL_STRATEGIES.has(authStrategy(strapi));
