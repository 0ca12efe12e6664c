import { resolve } from 'node:path';
import type { Core } from '@strapi/strapi';
import { showProgress } from './report/progress';
import type { RunReport } from './report/run-report';
import { summary } from './report/summary';
import type { RunOptions } from './services/importer';

const USAGE = `Nhập trang cũ của cổng thông tin thành bài đã đăng.

  npm run import -- [--dry-run] TỆP|THƯ_MỤC…

  TỆP         trang lưu từ trình duyệt: HTML (.html, .htm) hoặc văn bản (.txt)
  THƯ_MỤC     mọi trang bên trong, kể cả trong thư mục con
  --dry-run   chỉ đọc và báo kết quả, không ghi gì
  --help      in hướng dẫn này

Mã thoát: 0 khi xong, 1 khi có trang bị từ chối, 2 khi lệnh sai.
`;

/** Where the command speaks, and the folder from which its paths are meant. */
export type Terminal = { stdout: NodeJS.WritableStream; stderr?: NodeJS.WritableStream; cwd?: string };

type Importer = { run(paths: string[], options: RunOptions): Promise<RunReport> };

/**
 * The command `npm run import`. Never ends the process itself.
 *
 * @param argv what follows the command's name
 * @returns the exit code: 0 done, 1 when anything was refused, 2 for a wrong command
 */
export async function runImport(strapi: Core.Strapi, argv: string[], io: Terminal): Promise<number> {
  const { stdout, stderr = process.stderr, cwd = process.cwd() } = io;
  const end = argv.indexOf('--');
  const options = (end < 0 ? argv : argv.slice(0, end)).filter((word) => word.startsWith('-'));
  const paths = argv.filter((word, index) => (end >= 0 && index > end) || !word.startsWith('-'));
  if (options.includes('--help') || options.includes('-h')) {
    stdout.write(USAGE);
    return 0;
  }
  const unknown = options.filter((option) => option !== '--dry-run');
  if (unknown.length > 0 || paths.length === 0) {
    stderr.write(
      `${unknown.length > 0 ? `Không có tùy chọn ${unknown.join(', ')}.` : 'Chưa có tệp hay thư mục nào.'}\n\n${USAGE}`,
    );
    return 2;
  }

  const importer: Importer = strapi.plugin('legacy-import').service('importer');
  const report = await importer.run(
    paths.map((path) => resolve(cwd, path)),
    { dryRun: options.includes('--dry-run'), onProgress: showProgress(stdout) },
  );
  stdout.write(`\n${summary(report, cwd)}`);
  return report.refused.length > 0 ? 1 : 0;
}
