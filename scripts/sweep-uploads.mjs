// `npm run sweep-uploads`: lists stored files of which the database knows nothing; with `-- --delete` it removes them.
import './lib/process/node-version.mjs';
import { UserError, printError } from './lib/process/user-error.mjs';
import { runOnNewsroom } from './lib/newsroom/run-on-newsroom.mjs';

const given = process.argv.slice(2);
if (given.length > 1 || (given.length === 1 && given[0] !== '--delete')) {
  printError(new UserError('Cách dùng: npm run sweep-uploads, hoặc npm run sweep-uploads -- --delete'));
  process.exitCode = 1;
} else {
  await runOnNewsroom('Đang dừng việc dọn tệp…', async (strapi) => {
    const unused = strapi.plugin('upload-guard').service('unusedFiles');
    const found = await unused.list();
    for (const { name, bytes } of found) console.log(`${name}\t${bytes}`);
    if (found.length === 0) console.log('Không có tệp nào thừa.');
    else if (given.length === 0) console.log(`${found.length} tệp thừa. Xóa bằng: npm run sweep-uploads -- --delete`);
    else {
      await unused.remove(found.map(({ name }) => name));
      console.log(`Đã xóa ${found.length} tệp thừa.`);
    }
    return 0;
  });
}
