import { existsSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import util from 'node:util';
import { root } from '../paths.mjs';

/**
 * Changes to the repository and reads its .env, or the file of Strapi's own setting ENV_PATH.
 * @returns {{ dataDir: string }}
 */
export function readRootEnvironment() {
  process.chdir(root);
  fillFrom(process.env.ENV_PATH || path.join(root, '.env'));
  process.env.DATA_DIR = path.resolve(root, process.env.DATA_DIR || '.data');
  return { dataDir: process.env.DATA_DIR };
}

/**
 * Sets the variables of an .env file that the environment does not set.
 * @param {string} file may be missing
 */
export function fillFrom(file) {
  if (!existsSync(file)) return;
  for (const [name, value] of Object.entries(util.parseEnv(readFileSync(file, 'utf8')))) {
    // An empty value, as in the example file, sets nothing.
    if (value !== '') process.env[name] ??= value;
  }
}

/** Whether a database is configured; if not, the scripts run the embedded one. */
export function databaseIsConfigured() {
  return Boolean(process.env.DATABASE_URL || process.env.DATABASE_HOST);
}

/** The default locale that Strapi's first boot creates; DEFAULT_LOCALE in src/vietnamese is the same. */
export const firstLocale = 'vi';

/** Sets the variables that are the same for every process of the newsroom and are not configurable. */
export function setFixedEnvironment() {
  process.env.TZ = 'UTC';
  process.env.NODE_ENV ||= 'production';
  process.env.STRAPI_PLUGIN_I18N_INIT_LOCALE_CODE ||= firstLocale;
  process.env.STRAPI_TELEMETRY_DISABLED = 'true';
  // Our files are read; Strapi would read the root's again, with other precedence.
  process.env.ENV_PATH = os.devNull;
}
