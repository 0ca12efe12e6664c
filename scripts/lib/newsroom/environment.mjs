import { existsSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import util from 'node:util';
import { root } from '../paths.mjs';

/**
 * Goes to the repository and reads its .env, or the one of Strapi's own setting ENV_PATH.
 * @returns {{ dataDir: string }}
 */
export function readRootEnvironment() {
  process.chdir(root);
  fillFrom(process.env.ENV_PATH || path.join(root, '.env'));
  process.env.DATA_DIR = path.resolve(root, process.env.DATA_DIR || '.data');
  return { dataDir: process.env.DATA_DIR };
}

/**
 * Sets what the file says and the environment does not.
 * @param {string} file may be missing
 */
export function fillFrom(file) {
  if (!existsSync(file)) return;
  for (const [name, value] of Object.entries(util.parseEnv(readFileSync(file, 'utf8')))) {
    // A line of the example that was never filled in sets nothing.
    if (value !== '') process.env[name] ??= value;
  }
}

/** Whether someone has named a database; if not, the embedded one is ours to run. */
export function databaseIsConfigured() {
  return Boolean(process.env.DATABASE_URL || process.env.DATABASE_HOST);
}

/** Settings that hold for every process of the newsroom and are nobody's choice. */
export function setFixedEnvironment() {
  process.env.TZ = 'UTC';
  process.env.NODE_ENV ||= 'production';
  // The first boot makes one locale by itself; Vietnamese is the default one.
  process.env.STRAPI_PLUGIN_I18N_INIT_LOCALE_CODE ||= 'vi';
  process.env.STRAPI_TELEMETRY_DISABLED = 'true';
  // The files are read by now; Strapi would read the root's once more, and not by our rules.
  process.env.ENV_PATH = os.devNull;
}
