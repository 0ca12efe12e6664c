// `npm run search -- verify`: compares what is searched with the content. `-- rebuild`: reads it in again, while the
// newsroom runs or not.
import './lib/process/node-version.mjs';
import { runOnNewsroom } from './lib/newsroom/run-on-newsroom.mjs';
import { requireBuilt } from './lib/paths.mjs';

const USAGE = `Chỉ mục tìm kiếm của Cổng và của trang quản trị, khi tòa soạn đang chạy hay không.

  npm run search -- verify     so chỉ mục với nội dung
  npm run search -- rebuild    đọc lại toàn bộ nội dung vào chỉ mục; người đọc vẫn tìm được`;

const [command, ...rest] = process.argv.slice(2);

if (['verify', 'rebuild'].includes(command) && rest.length === 0) {
  await runOnNewsroom('Đang dừng…', (strapi) =>
    requireBuilt('plugins/portal-search/server/src/cli')[command](strapi, process),
  );
} else {
  console.error(USAGE);
  process.exitCode = 2;
}
