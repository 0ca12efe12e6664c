import type { Core } from '@strapi/strapi';

const publicUrl = (env: Core.Config.Shared.ConfigParams['env']): string =>
  env('PUBLIC_URL', `http://localhost:${env('PORT', '1337')}`);

export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Middlewares => [
  // Before everything that asks where a request came from.
  { name: 'global::trusted-proxies', config: { proxies: env.array('TRUSTED_PROXIES', []).filter(Boolean) } },
  'strapi::logger',
  'strapi::errors',
  'global::client-errors',
  {
    name: 'strapi::security',
    config: {
      // Over plain HTTP browsers ignore it, and a validator calls it a fault.
      hsts: publicUrl(env).startsWith('https:') ? { maxAge: 31_536_000, includeSubDomains: true } : false,
      contentSecurityPolicy: {
        useDefaults: true,
        directives: {
          // Strapi merges these lists into its defaults by position, so each is as long as the default that it replaces.
          'connect-src': ["'self'", "'self'"],
          'img-src': ["'self'", 'data:', 'blob:', new URL(publicUrl(env)).origin],
          // A newsroom on plain HTTP inside an office network must stay usable.
          upgradeInsecureRequests: null,
        },
      },
    },
  },
  {
    name: 'strapi::cors',
    // Strapi's default would reflect any caller's origin together with credentials.
    config: { origin: env.array('CORS_ORIGINS', []), credentials: false },
  },
  'strapi::query',
  // An article's body may be 5 MB, the limit that body-editor names to its writer.
  { name: 'strapi::body', config: { jsonLimit: '6mb' } },
  'strapi::session',
  { name: 'strapi::favicon', config: { path: './public/favicon.ico' } },
  'strapi::public',
];
