import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The secrets that Strapi requires. */
export const strapiSecrets = [
  'APP_KEYS',
  'API_TOKEN_SALT',
  'ADMIN_JWT_SECRET',
  'TRANSFER_TOKEN_SALT',
  'ENCRYPTION_KEY',
];

/** The names of the secrets that the environment does not set. */
export function missingSecrets() {
  return strapiSecrets.filter((name) => !process.env[name]);
}

/**
 * Generates the missing secrets, writes them to DATA_DIR/.env with mode 0600, and sets them.
 * @param {string} dataDir
 */
export function writeMissingSecrets(dataDir) {
  const missing = [...strapiSecrets, 'EMBEDDED_DATABASE_PASSWORD'].filter((name) => !process.env[name]);
  if (missing.length === 0) return;
  const file = path.join(dataDir, '.env');
  const before = existsSync(file)
    ? readFileSync(file, 'utf8').replace(/\n*$/, '\n')
    : '# Bí mật của tòa soạn này, sinh ngẫu nhiên một lần. Mất tệp này là mất quyền vào cơ sở dữ liệu kèm theo.\n';
  const lines = missing.map((name) => {
    process.env[name] = name === 'APP_KEYS' ? [secret(), secret(), secret(), secret()].join(',') : secret();
    return `${name}=${process.env[name]}\n`;
  });
  // Written to a draft and renamed, so that an interruption leaves no partial file.
  const next = `${file}.${process.pid}`;
  writeFileSync(next, before + lines.join(''), { mode: 0o600 });
  renameSync(next, file);
}

function secret() {
  return randomBytes(24).toString('base64url');
}
