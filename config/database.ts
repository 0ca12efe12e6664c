import type { Core } from '@strapi/strapi';

/** PostgreSQL only. `npm start` fills DATABASE_HOST and its companions in when it runs the embedded one. */
export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Database<'postgres'> => ({
  connection: {
    client: 'postgres',
    connection: {
      // Its parts take precedence over the settings below.
      connectionString: env('DATABASE_URL') || undefined,
      host: env('DATABASE_HOST', '127.0.0.1'),
      port: env.int('DATABASE_PORT', 5432),
      database: env('DATABASE_NAME', 'newsroom'),
      user: env('DATABASE_USERNAME', 'newsroom'),
      password: env('DATABASE_PASSWORD', ''),
      ssl: env.bool('DATABASE_SSL', false) && {
        rejectUnauthorized: env.bool('DATABASE_SSL_REJECT_UNAUTHORIZED', true),
      },
      // Start-up parameters, so that every connection has them from its first statement and RESET returns to them. Strapi
      // keeps its tables in `public`; by PostgreSQL's default a role `newsroom` would look in the schema `newsroom` first.
      options: '-c TimeZone=UTC -c search_path=public',
    },
    pool: { min: env.int('DATABASE_POOL_MIN', 2), max: env.int('DATABASE_POOL_MAX', 10) },
    acquireConnectionTimeout: 20_000,
  },
});
