import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseEnv, promisify } from 'node:util';
import { Client } from 'pg';
import { eventually } from './helpers/cache';
import {
  cleanUp,
  embeddedPostgres,
  freshSettings,
  NewsroomProcess,
  ready,
  root,
  runs,
  script,
} from './helpers/newsroom-process';

/** The process number of the Strapi that `npm start` runs, whose other child is PostgreSQL. */
const strapiOf = (pid: number) =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .map(Number)
    .find((child) => readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('strapi-process.mjs'))!;

/** What a module prints, as JSON, that runs in a process of its own. */
async function printed(code: string, env: Record<string, string | undefined> = process.env): Promise<unknown> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', code], {
    cwd: root,
    env,
  });
  return JSON.parse(stdout);
}

describe('npm start, npm run serve, npm run import, npm run invite', () => {
  const administrator = { ADMIN_EMAIL: 'bientap@tinh.example', ADMIN_PASSWORD: 'Toa-soan-1' };
  let settings: Awaited<ReturnType<typeof freshSettings>>;
  let newsroom: NewsroomProcess;
  let database: { pid: number; port: number };

  const at = (place: string, request?: RequestInit) => fetch(`http://127.0.0.1:${settings.PORT}${place}`, request);

  /** SQL in the embedded database, over a connection of the test's own. */
  async function connect() {
    const { EMBEDDED_DATABASE_PASSWORD: password } = parseEnv(
      await fs.readFile(path.join(settings.DATA_DIR, '.env'), 'utf8'),
    );
    const client = new Client({ host: '127.0.0.1', port: database.port, user: 'newsroom', password });
    await client.connect();
    return client;
  }

  beforeAll(async () => {
    settings = await freshSettings({ ...administrator, TZ: 'Asia/Ho_Chi_Minh', LC_ALL: 'C' });
    newsroom = new NewsroomProcess(script('start.mjs'), settings);
    await newsroom.says(ready);
    database = await embeddedPostgres(settings.DATA_DIR);
  });

  afterAll(cleanUp);

  it('makes a Vietnamese database in UTC, whatever the locale and the zone of the shell', async () => {
    const client = await connect();
    const { rows } = await client.query(
      `SELECT lower('ĐƯỜNG ẾCH') AS lower, 'd' < 'đ' AND 'đ' < 'e' AS sorted, current_setting('TimeZone') AS zone,
              (SELECT abs(extract(epoch FROM now() AT TIME ZONE 'UTC' - max(created_at))) < 600 FROM admin_users) AS recent`,
    );
    await client.end();
    expect(rows).toEqual([{ lower: 'đường ếch', sorted: true, zone: 'UTC', recent: true }]);
  });

  it('gives PostgreSQL an eighth of the memory, between 128 MB and 2 GB', async () => {
    const [of, ours] = (await printed(
      `import { memorySettings } from './scripts/lib/postgres/cluster.mjs';
       process.stdout.write(JSON.stringify([[0.5, 8, 64].map((size) => memorySettings(size * 1024 ** 3)), memorySettings()]));`,
    )) as [string[][], string[]];
    expect(of).toEqual([128, 1_024, 2_048].map((size) => [`shared_buffers=${size}MB`]));
    const client = await connect();
    const { rows } = await client.query(
      `SELECT setting::integer / 128 AS size FROM pg_settings WHERE name = 'shared_buffers'`,
    );
    await client.end();
    expect(ours).toEqual([`shared_buffers=${rows[0].size}MB`]);
  });

  it('leaves PostgreSQL the memory that its configuration says', async () => {
    const own = await freshSettings({ EMBEDDED_DATABASE_PASSWORD: 'mat-khau' });
    const sizes = await printed(
      `import { appendFileSync } from 'node:fs';
       import pg from 'pg';
       import { runEmbeddedPostgres } from './scripts/lib/postgres/embedded.mjs';
       const sizes = [];
       for (const line of ['', 'shared_buffers = 96MB']) {
         if (line) appendFileSync(process.env.DATA_DIR + '/postgres/postgresql.conf', line + '\\n');
         const server = await runEmbeddedPostgres(process.env.DATA_DIR, { say() {} });
         const { DATABASE_PORT: port, DATABASE_USERNAME: user, DATABASE_PASSWORD: password } = process.env;
         const client = new pg.Client({ host: '127.0.0.1', port, user, password, database: 'newsroom' });
         await client.connect();
         sizes.push((await client.query('SHOW shared_buffers')).rows[0].shared_buffers);
         await client.end();
         await server.stop();
       }
       process.stdout.write(JSON.stringify(sizes));`,
      own,
    );
    expect(sizes).toEqual([expect.not.stringMatching(/^96MB$/), '96MB']);
  });

  it('keeps its secrets from other accounts', async () => {
    expect((await fs.stat(path.join(settings.DATA_DIR, '.env'))).mode & 0o777).toBe(0o600);
  });

  it('makes the first administrator of ADMIN_EMAIL and ADMIN_PASSWORD, who reads Vietnamese', async () => {
    const { ADMIN_EMAIL: email, ADMIN_PASSWORD: password } = administrator;
    const answer = await at('/admin/login', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    expect(answer.status).toBe(200);
    const { data } = (await answer.json()) as { data: { token: string } };
    const me = await at('/admin/users/me', { headers: { authorization: `Bearer ${data.token}` } });
    expect(await me.json()).toMatchObject({
      data: { email, preferedLanguage: 'vi', roles: [{ code: 'strapi-super-admin' }] },
    });
  });

  it('reports a running newsroom, with its process id', async () => {
    const second = new NewsroomProcess(script('start.mjs'), settings);
    expect(await second.exited).toMatchObject({ code: 1 });
    expect(second.output).toContain(`tiến trình ${newsroom.pid}`);
  });

  it('names a port in use', async () => {
    const other = await freshSettings({ PORT: settings.PORT });
    const second = new NewsroomProcess(script('start.mjs'), other);
    expect(await second.exited).toMatchObject({ code: 1 });
    expect(second.output).toContain(`Cổng ${settings.PORT} đang bị một chương trình khác dùng`);
  });

  it.each([
    [{ ADMIN_EMAIL: 'ai@tinh.example', ADMIN_PASSWORD: 'yeu' }, 'ADMIN_PASSWORD cần'],
    [{ PORT: 'cao' }, 'PORT phải là một số'],
    [{ DATA_DIR: '/dev/null/x' }, 'Không dùng được thư mục dữ liệu'],
  ])('refuses %j with an explanation', async (wrong, words) => {
    const other = await freshSettings();
    const second = new NewsroomProcess(script('start.mjs'), { ...other, ...wrong });
    expect(await second.exited).toMatchObject({ code: 1 });
    expect(second.output).toContain(words);
    expect(second.output).not.toContain('    at ');
  });

  it('does not start without its settings, and lists those that are missing', async () => {
    const other = await freshSettings();
    const serve = new NewsroomProcess(script('serve.mjs'), other);
    expect(await serve.exited).toMatchObject({ code: 1 });
    for (const name of ['DATABASE_URL', 'APP_KEYS', 'ADMIN_JWT_SECRET', 'ENCRYPTION_KEY']) {
      expect(serve.output).toContain(name);
    }
    expect(await fs.readdir(other.DATA_DIR)).toEqual([]);
  });

  it('serves a configured database, and finishes the running response after a signal', async () => {
    const secrets = parseEnv(await fs.readFile(path.join(settings.DATA_DIR, '.env'), 'utf8'));
    const other = await freshSettings({
      ...(secrets as Record<string, string>),
      DATABASE_URL: `postgres://newsroom:${secrets.EMBEDDED_DATABASE_PASSWORD}@127.0.0.1:${database.port}/newsroom`,
    });
    const serve = new NewsroomProcess(script('serve.mjs'), other);
    await serve.says('đang phục vụ');
    const client = await connect();
    await client.query('BEGIN; LOCK TABLE admin_users');
    const slow = fetch(`http://127.0.0.1:${other.PORT}/admin/init`);
    await eventually(
      () => client.query(`SELECT FROM pg_stat_activity WHERE datname = 'newsroom' AND wait_event_type = 'Lock'`),
      ({ rowCount }) => rowCount === 1,
    );
    const ended = serve.end('SIGTERM');
    await eventually(
      () =>
        fetch(`http://127.0.0.1:${other.PORT}/_health`).then(
          () => 'answers',
          () => 'refuses',
        ),
      (state) => state === 'refuses',
    );
    await client.query('ROLLBACK');
    await client.end();
    const answer = await slow;
    expect([answer.status, answer.headers.get('connection')]).toEqual([200, 'close']);
    expect(await ended).toBe(0);
    expect(await fs.readdir(other.DATA_DIR)).toEqual(['public']);
  });

  const importPage = async (...options: string[]) => {
    const page = 'tests/fixtures/pages/nghi-son-2021-02-19.txt';
    const process = new NewsroomProcess([...script('import.mjs'), ...options, page], {
      ...settings,
      TZ: 'America/New_York',
    });
    expect(await process.exited).toMatchObject({ code: 0 });
    return process.output;
  };

  it('imports while the newsroom runs, with the same instants in any two time zones', async () => {
    expect(await importPage()).toContain('Tạo mới: 1');
    const { data } = (await (await at('/api/portal/v1/latest-news')).json()) as { data: object[] };
    expect(data).toMatchObject([{ publishedOn: '2021-02-19T17:17:00+07:00' }]);
    expect(await embeddedPostgres(settings.DATA_DIR)).toEqual(database);
  });

  it('invites the people of a list while the newsroom runs, and nobody when a line is invalid', async () => {
    const list = path.join(settings.DATA_DIR, 'people.csv');
    const invite = async (csv: string | Buffer) => {
      await fs.writeFile(list, csv);
      const process = new NewsroomProcess([...script('invite.mjs'), list], settings);
      return { ...(await process.exited), said: process.output };
    };
    const lan = 'Lê Lan,lan@tinh.example,Phóng viên,';
    expect(await invite(`${lan}\nMinh,minh@,Phóng viên,\n`)).toMatchObject({
      code: 1,
      said: expect.stringMatching(/Dòng 2: “minh@” không phải địa chỉ e-mail[^]*Chưa mời ai/),
    });
    expect(await invite(Buffer.from([0xd0, 0xe0]))).toMatchObject({ code: 1, said: expect.stringMatching(/UTF-8/) });
    const { code, said } = await invite(lan);
    expect([code, said]).toEqual([0, expect.stringMatching(/lan@tinh\.example\thttp.*registrationToken=/)]);
    const token = /registrationToken=(\w+)/.exec(said)![1];
    const found = await at(`/admin/registration-info?registrationToken=${token}`);
    expect(await found.json()).toMatchObject({ data: { email: 'lan@tinh.example' } });
    const nothing = new NewsroomProcess(script('invite.mjs'), settings);
    expect(await nothing.exited).toMatchObject({ code: 1 });
    expect(nothing.output).toContain('npm run invite -- people.csv');
    expect(await embeddedPostgres(settings.DATA_DIR)).toEqual(database);
  });

  it('adopts the PostgreSQL of a killed newsroom, and shuts down cleanly when npm is killed', async () => {
    await newsroom.end('SIGKILL');
    expect(runs(database.pid)).toBe(true);
    const npm = new NewsroomProcess(['npm', 'start'], settings);
    await npm.says(ready);
    expect(await embeddedPostgres(settings.DATA_DIR)).toEqual(database);
    expect((await at('/admin/init')).status).toBe(200);

    await npm.end('SIGKILL');
    while (runs(database.pid)) await pause(50);
    await expect(at('/admin/init')).rejects.toThrow();
  });

  it('starts Strapi and PostgreSQL again when they end by themselves, and says so', async () => {
    const again = new NewsroomProcess(script('start.mjs'), settings);
    await again.says(ready);
    const statusOf = () =>
      at('/api/portal/v1/latest-news').then(
        ({ status }) => status,
        () => 'refused',
      );

    const server = await embeddedPostgres(settings.DATA_DIR);
    process.kill(server.pid, 'SIGKILL');
    await again.says('PostgreSQL kèm theo đã dừng ngoài dự kiến; nó đã chạy lại.');
    expect(await embeddedPostgres(settings.DATA_DIR)).toMatchObject({ port: server.port });
    await eventually(
      () => at('/admin/init').then(({ status }) => status),
      (status) => status === 200,
    );

    process.kill(strapiOf(again.pid), 'SIGKILL');
    await again.says('Tòa soạn dừng ngoài dự kiến (SIGKILL). Khởi động lại sau 1 giây.');
    await eventually(statusOf, (status) => status === 200);
    expect(await again.end('SIGTERM')).toBe(0);
    expect(await statusOf()).toBe('refused');
  });

  it('imports while the newsroom does not run, and stops the PostgreSQL that it started for that', async () => {
    expect(await importPage()).toContain('Không đổi: 1');
    await expect(embeddedPostgres(settings.DATA_DIR)).rejects.toThrow('ENOENT');
  });
});
