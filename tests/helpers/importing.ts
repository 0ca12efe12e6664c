import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { PAGES } from '../fixtures/pages';
import { type Newsroom, startNewsroom } from './newsroom';

type Run = (strapi: unknown, argv: string[], io: object) => Promise<number>;
export type Row = Record<string, unknown>;

export const NGHI_SON = 'nghi-son-2021-02-19.txt';
export const CANG = 'cang-nghi-son-2021-03-02.html';
export const CANG_TITLE = 'UBND tỉnh nghe báo cáo tiến độ đầu tư bến cảng container số 1 tại Khu Kinh tế Nghi Sơn.';

/** A page as a browser saves it as text. */
export const textPage = (title: string, day: string, body: string, list = ''): string =>
  `${title}\n\nĐăng ngày ${day}\n100%\n\n${body}\n\n<\n\nTin mới nhất\n\n${list}\n`;

/**
 * A newsroom for the tests of a file, and for each test an empty folder and no articles. All members are functions, since
 * the newsroom exists only while tests run.
 */
export function importTests() {
  let newsroom: Newsroom;
  let runImport: Run;
  let folder: string;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    const cli = path.resolve(__dirname, '../../dist/src/plugins/legacy-import/server/src/cli.js');
    ({ runImport } = requireApp(cli) as { runImport: Run });
  });
  afterAll(() => newsroom?.stop());

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'pages-'));
    await newsroom.sql('TRUNCATE articles, imported_pages, imported_pictures, files RESTART IDENTITY CASCADE');
  });
  afterEach(() => rm(folder, { recursive: true }));

  return {
    strapi: () => newsroom.strapi,
    url: () => newsroom.url,
    sql: (text: string) => newsroom.sql(text),
    inFolder: (name: string) => path.join(folder, name),

    /** Runs the command as the script does, in the folder; returns its output and exit code. */
    async importing(...argv: string[]) {
      const said: string[] = [];
      const stream = new Writable({
        write(chunk, _encoding, done) {
          said.push(String(chunk));
          done();
        },
      });
      const code = await runImport(newsroom.strapi, argv, { stdout: stream, stderr: stream, cwd: folder });
      return { code, said: said.join('') };
    },

    /** Puts a page into the folder: one of the fixtures, or text or markup of the test's own. */
    async page(name: string, content?: string | Buffer): Promise<string> {
      const target = path.join(folder, name);
      await mkdir(path.dirname(target), { recursive: true });
      if (content === undefined) await copyFile(path.join(PAGES, path.basename(name)), target);
      else await writeFile(target, content);
      return target;
    },

    /** The published articles, newest first; `on` is `publishedOn` in UTC. */
    published: (where = 'true'): Promise<Row[]> =>
      newsroom.sql(
        `SELECT document_id, title, slug, author, legacy_url, body,
                to_char(published_on, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS on
           FROM articles WHERE published_at IS NOT NULL AND ${where} ORDER BY published_on DESC`,
      ),
  };
}
