// `npm run reports -- import FILE`: reports from a spreadsheet (XLSX or CSV), as drafts, whether the newsroom runs or not.
// `npm run reports -- template [FILE]`: a spreadsheet to fill, with the agencies.
import './lib/process/node-version.mjs';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runOnNewsroom } from './lib/newsroom/run-on-newsroom.mjs';
import { callerDirectory, requireBuilt } from './lib/paths.mjs';
import { printError, UserError } from './lib/process/user-error.mjs';

const USAGE = `Nhập số liệu giải quyết TTHC và gửi nhận văn bản từ bảng tính, thành bản nháp.

  npm run reports -- template [TỆP] [--period KỲ]   ghi tệp .xlsx mẫu có sẵn các cơ quan (so-lieu.xlsx)
  npm run reports -- import TỆP                     nhập tệp .xlsx hoặc .csv

  --period KỲ      kỳ báo cáo, khi tệp không ghi: 2025-07, 2025-Q3 hoặc 2025
  --agency CƠ_QUAN cơ quan (tên hoặc đường dẫn), khi tệp không ghi
  --trial          chỉ kiểm tra, không ghi gì

Có một chỗ sai thì chưa báo cáo nào được nhập. Chạy lại cùng tệp thì không có gì thay đổi.`;

const asked = readArguments();
if (asked?.command === 'import') {
  const { file, agency, period, trial } = asked;
  await runOnNewsroom('Đang dừng việc nhập…', (strapi) =>
    requireBuilt('plugins/public-record/server/src/report-import/cli').importFile(
      strapi,
      file,
      { agency, period, isTrial: trial },
      process,
    ),
  );
} else if (asked) {
  await runOnNewsroom('Đang dừng…', (strapi) => writeTemplate(strapi, asked));
} else {
  console.error(USAGE);
  process.exitCode = 2;
}

async function writeTemplate(strapi, { file, period }) {
  writeFileSync(file, await strapi.plugin('public-record').service('reportImport').template({ period }));
  console.log(file);
  return 0;
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { agency: { type: 'string' }, period: { type: 'string' }, trial: { type: 'boolean' } },
    });
    const [command, given, ...rest] = positionals;
    if (rest.length > 0 || (command !== 'template' && !(command === 'import' && given))) return null;
    const file = path.resolve(callerDirectory, given ?? 'so-lieu.xlsx');
    if (command === 'template' && existsSync(file)) throw new UserError(`${file} đã có: hãy ghi tên khác.`);
    if (command === 'import' && !existsSync(file)) throw new UserError(`Không có tệp ${file}.`);
    return { command, file, ...values };
  } catch (error) {
    if (error instanceof UserError) {
      printError(error);
      process.exit(1);
    }
    return null;
  }
}
