import path from 'node:path';
import type { Core } from '@strapi/strapi';

// Strapi stores instants without a zone, in the process's own local time: two processes of different zones would
// disagree about every one of them. The scripts set this too; here it also holds for `strapi develop`.
process.env.TZ = 'UTC';

/** Where the server listens and what it calls itself. */
export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Server => {
  const port = env.int('PORT', 1337);
  const production = env('NODE_ENV') === 'production';
  return {
    host: env('HOST', '0.0.0.0'),
    port,
    // Absolute addresses come from here, never from a request.
    url: env('PUBLIC_URL', `http://localhost:${port}`),
    // Koa would believe any sender; the middleware trusted-proxies decides whom.
    proxy: { koa: env('TRUSTED_PROXIES', '') !== '' },
    app: { keys: env.array('APP_KEYS', []) },
    // Uploads are data, so they are stored beside the database; the portal page's files are in the repository's `public/`.
    dirs: { public: path.resolve(env('DATA_DIR', '.data'), 'public') },
    transfer: { remote: { enabled: false } },
    logger: {
      updates: { enabled: false },
      startup: { enabled: !production },
      config: { level: env('LOG_LEVEL', production ? 'warn' : 'http') },
    },
  };
};
