import path from 'node:path';
import { Client } from 'pg';
import { createReadPool } from '../src/postgres/read-pool';
import { ReadServers, WRITTEN_POSITION } from '../src/postgres/read-servers';
import { eventually, get, ready } from './helpers/cache';
import { writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { NewsroomProcess } from './helpers/newsroom-process';
import { tcpProxy, type TcpProxy } from './helpers/tcp-proxy';

describe('a node that reads from a replica', () => {
  let servers: NewsroomProcess;
  let newsroom: Newsroom;
  let replica: Client;
  let replicaUrl: string;
  let proxy: TcpProxy;
  let write: ReturnType<typeof writers>;

  const ask = (what: string) => get(`${newsroom.url}/api/portal/v1${what}`);
  /** How often a server has executed statements of the contract's answers. */
  const reads = async () => {
    const { rows } = await replica.query<{ reads: number }>(
      `SELECT sum(xact_commit)::int AS reads FROM pg_stat_database WHERE datname = current_database()`,
    );
    return rows[0]!.reads;
  };

  beforeAll(async () => {
    servers = new NewsroomProcess(
      [process.execPath, path.join(__dirname, 'fixtures/replicated-postgres.mjs')],
      process.env as never,
    );
    await servers.says('replicaUrl');
    const addresses = JSON.parse(servers.output.trim().split('\n').at(-1)!) as { url: string; replicaUrl: string };
    const behind = new URL(addresses.replicaUrl);
    proxy = await tcpProxy(behind.hostname, Number(behind.port));
    process.env.TEST_DATABASE_URL = addresses.url;
    newsroom = await startNewsroom(
      ({ config }) => {
        behind.pathname = new URL(process.env.DATABASE_URL!).pathname;
        replicaUrl = behind.href;
        replica = new Client({ connectionString: replicaUrl });
        const through = new URL(replicaUrl);
        through.port = String(proxy.port);
        const readUrls = [through.href];
        config.set('plugin::portal-feeds', { ...config.get<object>('plugin::portal-feeds'), readUrls });
      },
      { template: 'template1' },
    );
    await replica.connect();
    await ready(newsroom);
    write = writers(newsroom.strapi);
    for (const level of ['info', 'warn'] as const) {
      jest.spyOn(newsroom.strapi.log, level).mockImplementation((line: unknown) => {
        if (String(line).includes('replica')) said.push(String(line));
        return newsroom.strapi.log;
      });
    }
  });
  afterEach(async () => {
    proxy.become('open');
    await replica.query('SELECT pg_wal_replay_resume()');
  });
  afterAll(async () => {
    await replica.end();
    await newsroom.stop();
    proxy.close();
    await NewsroomProcess.endAll();
  });

  /** What the node says of its replica, the last line last. */
  const said: string[] = [];
  let asked = 0;
  /** Reads, each of an address that was not read before, until the node has said it. */
  const says = (words: string) =>
    eventually(
      async () => {
        await ask(`/articles?category=muc-${(asked += 1)}`);
        return said.at(-1) ?? '';
      },
      (line) => line.includes(words),
    );

  it('sees every change at once, and asks the replica', async () => {
    const before = await reads();
    for (let serial = 0; serial < 20; serial += 1) {
      const { slug } = await write.article({ title: `Bài ${serial}` });
      expect((await ask(`/articles/${slug}`)).status).toBe(200);
    }
    await eventually(reads, (now) => now >= before + 20);
  });

  it('shows nothing that is unpublished while the replica stands still, and goes back to it', async () => {
    const { documentId, slug } = await write.article();
    expect((await ask(`/articles/${slug}`)).status).toBe(200);
    await replica.query('SELECT pg_wal_replay_pause()');
    await eventually(
      async () => (await replica.query('SELECT pg_get_wal_replay_pause_state() AS state')).rows,
      ([row]) => row.state === 'paused',
    );
    await newsroom.strapi.documents('plugin::newsroom.article').unpublish({ documentId, locale: 'vi' });
    const since = performance.now();
    expect((await ask(`/articles/${slug}`)).status).toBe(410);
    expect(performance.now() - since).toBeLessThan(2_000);
    await says('is behind or away');
    await replica.query('SELECT pg_wal_replay_resume()');
    await says('has caught up');
    expect((await ask(`/articles/${slug}`)).status).toBe(410);
  });

  it('reads the primary while the replica is away', async () => {
    const { slug } = await write.article();
    proxy.become('away');
    expect((await ask(`/articles/${slug}`)).status).toBe(200);
    await says('is behind or away');
    proxy.become('open');
    await says('has caught up');
  });

  it('goes on with the replica while the primary is away, unless it may lack what is known to be written', async () => {
    const primary = new URL(process.env.DATABASE_URL!);
    const between = await tcpProxy(primary.hostname, Number(primary.port));
    primary.port = String(between.port);
    const pool = (connectionString: string) => createReadPool({ connectionString }, { statementTimeout: 1_000 });
    const servers = new ReadServers(pool(primary.href), [pool(replicaUrl)]);
    const [{ position } = { position: '' }] = await newsroom.sql(WRITTEN_POSITION);
    servers.require(Promise.resolve(Number(position)));
    await eventually(
      async () => (await replica.query(`SELECT pg_last_wal_replay_lsn() - '0/0' >= $1 AS has`, [position])).rows,
      ([row]) => row.has,
    );
    servers.require(Promise.reject(new Error('Not listening.')));
    const whose = async () => (await servers.query({ text: 'SELECT pg_is_in_recovery() AS replica' })).rows;
    expect(await whose()).toEqual([{ replica: false }]);
    between.become('away');
    expect(await whose()).toEqual([{ replica: true }]);
    servers.require(Promise.resolve(Number(position) + 1e9));
    await expect(whose()).rejects.toThrow();
    between.become('open');
    expect(await whose()).toEqual([{ replica: false }]);
    await servers.end();
    between.close();
  });
});
