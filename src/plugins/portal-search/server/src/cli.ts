import type { Core } from '@strapi/strapi';

/** Where a command speaks. */
type Terminal = { stdout: NodeJS.WritableStream; stderr: NodeJS.WritableStream };

const NAMES: Readonly<Record<string, string>> = {
  article: 'bài viết',
  directive: 'văn bản chỉ đạo, điều hành',
  programme: 'chương trình',
  official: 'cán bộ',
  agency: 'cơ quan',
};

const PROBLEMS: Readonly<Record<string, string>> = {
  missing: 'thiếu trong chỉ mục',
  stale: 'khác với nội dung đang công khai',
  surplus: 'không còn công khai',
};

const MOST_SHOWN = 50;
/** Milliseconds between two lines of progress. */
const PACE = 1_000;

/** Tells how many of each type are done: now and then, and when the next type begins. */
function progressTo(stdout: NodeJS.WritableStream) {
  const done = new Map<string, number>();
  let saidAt = performance.now();
  return {
    on(type: string, count: number): void {
      done.set(type, count);
      if (performance.now() - saidAt < PACE) return;
      saidAt = performance.now();
      stdout.write(`${NAMES[type]}: ${count}\n`);
    },
    end: (): string =>
      [...done].map(([type, count]) => `${NAMES[type]}: ${count}`).join(' · ') || 'Chưa có nội dung nào',
  };
}

/**
 * The command `npm run search -- verify`.
 *
 * @returns the exit code: 0 where all is true, 1 where something differs
 */
export async function verify(strapi: Core.Strapi, { stdout, stderr }: Terminal): Promise<number> {
  const progress = progressTo(stdout);
  const problems: string[] = await strapi.plugin('portal-search').service('documents').verify(progress.on);
  stdout.write(`Đã so: ${progress.end()}.\n`);
  if (problems.length === 0) {
    stdout.write('Chỉ mục khớp với nội dung đang công khai.\n');
    return 0;
  }
  for (const problem of problems.slice(0, MOST_SHOWN)) stderr.write(`${inVietnamese(problem)}\n`);
  stderr.write(`${problems.length} chỗ không khớp. Đọc lại toàn bộ: npm run search -- rebuild\n`);
  return 1;
}

const inVietnamese = (problem: string): string => {
  const [, type = '', kind = '', document = ''] = /^(\w+): (\w+) (.*)$/.exec(problem) ?? [];
  return `${NAMES[type]} ${document}: ${PROBLEMS[kind]}`;
};

/** The command `npm run search -- rebuild`. */
export async function rebuild(strapi: Core.Strapi, { stdout }: Terminal): Promise<number> {
  const progress = progressTo(stdout);
  await strapi.plugin('portal-search').service('documents').rebuild(progress.on);
  stdout.write(`Đã đọc lại: ${progress.end()}.\n`);
  return 0;
}
