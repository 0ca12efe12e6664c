import type { PluginSchema } from '../../../../../postgres/versioned-schema';

/**
 * Created without a number by release 0.1.0. A page is stored once by its address, and by its title and day where pages have no
 * address that distinguishes them; a picture is stored once.
 */
const adoptRelease010 = `
  CREATE UNIQUE INDEX IF NOT EXISTS imported_pages_address ON imported_pages (address_digest)
    WHERE address_digest IS NOT NULL;
  CREATE UNIQUE INDEX IF NOT EXISTS imported_pages_title ON imported_pages (title_digest) WHERE address_digest IS NULL;
  CREATE INDEX IF NOT EXISTS imported_pages_by_title ON imported_pages (title_digest);
  CREATE UNIQUE INDEX IF NOT EXISTS imported_pages_article ON imported_pages (article);
  CREATE UNIQUE INDEX IF NOT EXISTS imported_pictures_digest ON imported_pictures (digest)`;

export const schema: PluginSchema = {
  plugin: 'legacy-import',
  steps: [{ number: 1, phase: 'after-sync', sql: adoptRelease010 }],
  functions: [],
  triggers: [],
};
