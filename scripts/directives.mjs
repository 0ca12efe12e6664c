// `npm run directives -- import FOLDER`: directives from a CSV and the files that it names, as drafts, whether the newsroom
// runs or not. `npm run directives -- template [FILE]`: a CSV with the headings.
import './lib/process/node-version.mjs';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildServer } from './lib/build/server.mjs';
import { runOnNewsroom } from './lib/newsroom/run-on-newsroom.mjs';
import { callerDirectory, requireBuilt } from './lib/paths.mjs';
import { printError, UserError } from './lib/process/user-error.mjs';

const USAGE = `Nhập văn bản chỉ đạo điều hành từ một thư mục, thành bản nháp.

  npm run directives -- template [TỆP]    ghi tệp CSV mẫu (van-ban.csv)
  npm run directives -- import THƯ_MỤC    nhập tệp CSV trong thư mục, cùng các tệp mà nó nêu

Có một ô sai thì chưa văn bản nào được nhập. Chạy lại thì văn bản đã có được giữ nguyên.`;

const plugin = 'plugins/public-record/server/src/import';
const [command, given, ...rest] = process.argv.slice(2);

if (command === 'import' && given && rest.length === 0) {
  const folder = path.resolve(callerDirectory, given);
  await runOnNewsroom('Đang dừng việc nhập…', (strapi) =>
    requireBuilt(`${plugin}/cli`).importFolder(strapi, folder, process),
  );
} else if (command === 'template' && rest.length === 0) {
  await writeTemplate(path.resolve(callerDirectory, given ?? 'van-ban.csv')).catch((error) => {
    printError(error);
    process.exitCode = 1;
  });
} else {
  console.error(USAGE);
  process.exitCode = 2;
}

async function writeTemplate(file) {
  if (existsSync(file)) throw new UserError(`${file} đã có: hãy ghi tên khác.`);
  await buildServer();
  writeFileSync(file, requireBuilt(`${plugin}/columns`).TEMPLATE);
  console.log(file);
}
