import { type Core } from '@strapi/strapi';

/** Order matters: former addresses are asked before the page that would say that nothing is there; the portal page answers `/` before Strapi's own public files would send it to the panel. */
export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Middlewares => [
  'strapi::logger',
  'strapi::errors',
  'global::callers-fault',
  {
    name: 'strapi::security',
    config: {
      contentSecurityPolicy: {
        useDefaults: true,
        directives: {
          // Strapi merges these lists into its defaults by position, so each is as long as the default that it replaces.
          'connect-src': ["'self'", "'self'"],
          'img-src': [
            "'self'",
            'data:',
            'blob:',
            new URL(env('PUBLIC_URL', `http://localhost:${env('PORT', '1337')}`)).origin,
          ],
          // A newsroom on plain HTTP inside an office network must stay usable.
          upgradeInsecureRequests: null,
        },
      },
    },
  },
  'global::former-addresses',
  'global::portal-page',
  {
    name: 'strapi::cors',
    // Strapi's default would reflect any caller's origin together with credentials.
    config: { origin: env.array('CORS_ORIGINS', []), credentials: false },
  },
  'strapi::query',
  // An article's body may be 5 MB, the limit that body-editor names to its writer.
  { name: 'strapi::body', config: { jsonLimit: '6mb' } },
  'strapi::session',
  { name: 'strapi::favicon', config: { path: './public/assets/favicon.png' } },
  'strapi::public',
];
