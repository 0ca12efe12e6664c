// `npm run serve`: production. It installs and builds nothing, and writes nothing but uploads.
import './lib/process/node-version.mjs';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { prepareDataDir } from './lib/newsroom/data-dir.mjs';
import { databaseIsConfigured, readRootEnvironment, setFixedEnvironment } from './lib/newsroom/environment.mjs';
import { dist, root } from './lib/paths.mjs';
import { UserError } from './lib/process/user-error.mjs';
import { checkPort, requestedPort } from './lib/process/port.mjs';
import { loadStrapi, runUntilStopped } from './lib/newsroom/run-strapi.mjs';
import { missingSecrets } from './lib/newsroom/secrets.mjs';

await runUntilStopped({
  onStop: () => console.log('Đang dừng…'),
  async load(signal) {
    const { dataDir } = readRootEnvironment();
    setFixedEnvironment();
    refuseIncomplete();
    prepareDataDir(dataDir);
    const port = requestedPort();
    await checkPort(port, process.env.HOST || '0.0.0.0');
    process.env.PGAPPNAME ||= `portal-newsroom serve ${process.pid}`;
    return loadStrapi(signal);
  },
  onListening: () => console.log('Tòa soạn đang phục vụ ở cổng %s.', process.env.PORT),
});

/** Lists everything that is missing, not only the first. */
function refuseIncomplete() {
  const missing = [];
  if (!existsSync(path.join(root, 'node_modules/@strapi/strapi'))) missing.push('các gói npm (npm ci)');
  if (!existsSync(path.join(dist, 'src/index.js'))) missing.push('mã máy chủ đã dịch ở dist/ (npm run build)');
  if (!existsSync(path.join(dist, 'build/index.html'))) missing.push('trang quản trị ở dist/build/ (npm run build)');
  if (!databaseIsConfigured()) missing.push('DATABASE_URL, hoặc DATABASE_HOST với các biến đi cùng');
  missing.push(...missingSecrets());
  if (missing.length === 0) return;
  throw new UserError(
    'Chưa đủ để phục vụ. Còn thiếu:\n' +
      missing.map((what) => `  - ${what}\n`).join('') +
      'Đặt các biến trong môi trường hoặc trong tệp .env ở thư mục gốc; xem .env.example.',
  );
}
