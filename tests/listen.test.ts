import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { listen, type Listening } from '../src/postgres/listen';
import { eventually } from './helpers/memory';
import { tcpProxy, type TcpProxy } from './helpers/tcp-proxy';

const { TEST_DATABASE_URL = '' } = process.env;

describe('listening to the database', () => {
  let proxy: TcpProxy;
  let listening: Listening;
  let client: Client;
  const heard: string[] = [];
  const until = (what: string) =>
    eventually(
      async () => heard,
      (all) => all.includes(what),
    );
  const notify = () => client.query(`SELECT pg_notify('tin', '')`);

  beforeAll(async () => {
    const { hostname, port } = new URL(TEST_DATABASE_URL);
    proxy = await tcpProxy(hostname, Number(port));
    client = new Client({ connectionString: TEST_DATABASE_URL });
    await client.connect();
    const behind = new URL(TEST_DATABASE_URL);
    behind.host = `127.0.0.1:${proxy.port}`;
    listening = listen({ connectionString: behind.href }, 'tin', {
      heard: () => heard.push('heard'),
      trusted: () => heard.push('trusted'),
      doubted: () => heard.push('doubted'),
    });
    await until('trusted');
  });
  beforeEach(() => heard.splice(0));
  afterAll(async () => {
    listening.close();
    proxy.close();
    await client.end();
  });

  it('hears of what was committed before whoever catches up goes on', async () => {
    for (let count = 1; count <= 50; count += 1) {
      await notify();
      await listening.catchUp();
      expect(heard).toHaveLength(count);
    }
  });

  it('comes into doubt when the connection is cut off, and is trusted again when there is another', async () => {
    const [own] = await listening.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    await client.query('SELECT pg_terminate_backend($1)', [own!.pid]);
    await until('trusted');
    expect(heard).toEqual(['doubted', 'trusted']);
    await notify();
    await until('heard');
  });

  it('comes into doubt within three seconds when the connection is dead without a word', async () => {
    proxy.become('silent');
    const from = Date.now();
    await notify();
    await until('doubted');
    expect(Date.now() - from).toBeLessThan(3_500);
    expect(heard).not.toContain('heard');
    proxy.become('open');
    await until('trusted');
  });

  it('comes into doubt within three seconds when statements are answered and notifications do not come', async () => {
    // As over a pooler that gives each statement another session.
    await listening.query('UNLISTEN *');
    const from = Date.now();
    await until('doubted');
    expect(Date.now() - from).toBeLessThan(3_500);
    await until('trusted');
    await notify();
    await until('heard');
  });

  it('lets nobody wait for ever who catches up over such a connection', async () => {
    proxy.become('silent');
    await listening.catchUp();
    expect(heard).toEqual(['doubted']);
    proxy.become('open');
    await until('trusted');
  });

  it('goes on trying while the database is away', async () => {
    proxy.become('away');
    await until('doubted');
    await pause(1_000);
    expect(heard).not.toContain('trusted');
    await listening.catchUp();
    proxy.become('open');
    await until('trusted');
  });
});
