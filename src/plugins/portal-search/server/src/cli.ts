import type { Core } from '@strapi/strapi';

/** Where a command speaks. */
type Terminal = { stdout: NodeJS.WritableStream; stderr: NodeJS.WritableStream };

const NAMES: Readonly<Record<string, string>> = {
  article: 'bài viết',
  directive: 'văn bản chỉ đạo, điều hành',
  programme: 'chương trình',
  official: 'cán bộ',
  agency: 'cơ quan',
  category: 'chuyên mục',
  'latest-news-list': 'danh sách tin mới',
  redirect: 'chuyển hướng',
  'agency-period': 'thời kỳ của cơ quan',
  succession: 'sáp nhập, chia tách cơ quan',
  position: 'chức vụ',
  appointment: 'quá trình giữ chức',
  'procedure-report': 'báo cáo giải quyết TTHC',
  'exchange-report': 'báo cáo gửi nhận văn bản',
  abbreviation: 'từ viết tắt',
  file: 'tệp',
  folder: 'thư mục',
};

/** What is searched where, by the service that keeps it. */
const INDEXES = [
  {
    service: 'documents',
    place: 'Trên Cổng',
    problems: {
      missing: 'thiếu trong chỉ mục',
      stale: 'khác với nội dung đang công khai',
      surplus: 'không còn công khai',
    },
  },
  {
    service: 'panel',
    place: 'Trong trang quản trị',
    problems: { missing: 'thiếu trong chỉ mục', stale: 'khác với nội dung đã lưu', surplus: 'không còn' },
  },
];

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
  let count = 0;
  for (const { service, place, problems } of INDEXES) {
    const progress = progressTo(stdout);
    const found: string[] = await strapi.plugin('portal-search').service(service).verify(progress.on);
    stdout.write(`${place}, đã so: ${progress.end()}.\n`);
    for (const problem of found.slice(0, MOST_SHOWN)) stderr.write(`${place}: ${inVietnamese(problem, problems)}\n`);
    count += found.length;
  }
  if (count === 0) {
    stdout.write('Chỉ mục khớp với nội dung.\n');
    return 0;
  }
  stderr.write(`${count} chỗ không khớp. Đọc lại toàn bộ: npm run search -- rebuild\n`);
  return 1;
}

function inVietnamese(problem: string, problems: Readonly<Record<string, string>>): string {
  const [, type = '', kind = '', document = ''] = /^([\w-]+): (\w+) (.*)$/.exec(problem) ?? [];
  return `${NAMES[type]} ${document}: ${problems[kind]}`;
}

/** The command `npm run search -- rebuild`. */
export async function rebuild(strapi: Core.Strapi, { stdout }: Terminal): Promise<number> {
  for (const { service, place } of INDEXES) {
    const progress = progressTo(stdout);
    await strapi.plugin('portal-search').service(service).rebuild(progress.on);
    stdout.write(`${place}, đã đọc lại: ${progress.end()}.\n`);
  }
  return 0;
}
