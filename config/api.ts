import type { Core } from '@strapi/strapi';

/** The generic content API. The public reads the contract (`portal-feeds`), so this one stays small. */
const api: Core.Config.Api = {
  rest: { defaultLimit: 25, maxLimit: 100, withCount: false, strictParams: true },
};

export default api;
