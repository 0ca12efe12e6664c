// `npm run invite -- people.csv`: an account and an invitation link for each line (name, e-mail, role, agency).
import './lib/process/node-version.mjs';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { callerDirectory } from './lib/paths.mjs';
import { UserError, printError } from './lib/process/user-error.mjs';
import { runOnNewsroom } from './lib/newsroom/run-on-newsroom.mjs';

const csv = readList();
if (csv !== null) {
  await runOnNewsroom('Đang dừng việc mời…', async (strapi) => {
    const { invited, refused } = await strapi.plugin('publishing-desk').service('invitations').fromCsv(csv);
    for (const { line, problem } of refused) console.error(`Dòng ${line}: ${problem}`);
    if (refused.length > 0) console.error('\nChưa mời ai: hãy sửa các dòng trên rồi chạy lại.');
    for (const { name, email, link, mailed } of invited) {
      console.log(`${name}\t${email}\t${link}${mailed === false ? '\tchưa gửi được e-mail' : ''}`);
    }
    return refused.length > 0 ? 1 : 0;
  });
}

/** The text of the file argument; null, after printing the reason, when it cannot be read. */
function readList() {
  try {
    const [name, ...rest] = process.argv.slice(2);
    if (!name || rest.length > 0) {
      throw new UserError('Cách dùng: npm run invite -- people.csv\nMỗi dòng: họ tên, e-mail, vai trò, cơ quan.');
    }
    return read(path.resolve(callerDirectory, name));
  } catch (error) {
    printError(error);
    process.exitCode = 1;
    return null;
  }
}

function read(file) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    if (error instanceof TypeError)
      throw new UserError(`${file} không phải văn bản UTF-8: hãy lưu lại ở dạng CSV UTF-8.`);
    throw new UserError(`Không đọc được ${file}: ${error.message}`);
  }
}
