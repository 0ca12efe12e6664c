import os from 'node:os';
import path from 'node:path';
import { firstLocale } from '../newsroom/environment.mjs';
import { strapiSecrets } from '../newsroom/secrets.mjs';

/** Every setting of the newsroom. A test sets those that it needs, and inherits none. */
const settings =
  /^(PORT|HOST|TZ|NODE_ENV|LOG_LEVEL|DATA_DIR|SAMPLE_CONTENT|CORS_ORIGINS|METRICS_TOKEN|TRUSTED_PROXIES|PUBLIC_URL|ENV_PATH|LC_.*|LANG|LANGUAGE|(DATABASE|EMBEDDED_DATABASE|ADMIN|PORTAL|DESK|UPLOAD|STRAPI|PG|npm)_?[A-Z_a-z]*)$/;

/** Removes every setting of the newsroom from this process, so that no build or test depends on the caller's. */
export function dropInheritedSettings() {
  for (const name of Object.keys(process.env)) {
    // npm's own settings say where it takes packages from.
    if (isSetting(name) && !/^npm/i.test(name)) delete process.env[name];
  }
  process.env.TZ = 'UTC';
}

/**
 * The environment in which tests, and the newsrooms that they start, run.
 * @param {Record<string, string>} also
 * @returns {NodeJS.ProcessEnv}
 */
export function testEnvironment(also = {}) {
  const inherited = Object.entries(process.env).filter(([name]) => !isSetting(name));
  return {
    ...Object.fromEntries(inherited),
    ...Object.fromEntries(strapiSecrets.map((name) => [name, `test-${name.toLowerCase().replaceAll('_', '-')}`])),
    NODE_ENV: 'test',
    TZ: 'UTC',
    LOG_LEVEL: 'error',
    // Strapi's parallel queries in one transaction make `pg` warn in every file.
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --no-deprecation`.trim(),
    STRAPI_PLUGIN_I18N_INIT_LOCALE_CODE: firstLocale,
    STRAPI_TELEMETRY_DISABLED: 'true',
    // Strapi reads a .env by itself; a developer's own must not reach the tests.
    ENV_PATH: path.join(os.tmpdir(), 'portal-newsroom-has-no.env'),
    ...also,
  };
}

function isSetting(name) {
  return settings.test(name) || strapiSecrets.includes(name);
}
