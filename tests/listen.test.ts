import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { listen, type Listening } from '../src/postgres/listen';
import { eventually } from './helpers/cache';
import { tcpProxy, type TcpProxy } from './helpers/tcp-proxy';

const { TEST_DATABASE_URL = '' } = process.env;

describe('listening to the database', () => {
  let proxy: TcpProxy;
  let listening: Listening;
  let client: Client;
  const events: string[] = [];
  const until = (what: string) =>
    eventually(
      async () => events,
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
      onNotify: () => events.push('notify'),
      onTrusted: () => events.push('trusted'),
      onSuspect: () => events.push('suspect'),
    });
    await until('trusted');
  });
  beforeEach(() => events.splice(0));
  afterAll(async () => {
    listening.close();
    proxy.close();
    await client.end();
  });

  it('delivers what was notified before catchUp settles', async () => {
    for (let count = 1; count <= 50; count += 1) {
      await notify();
      await listening.catchUp();
      expect(events).toHaveLength(count);
    }
  });

  it('becomes suspect when the connection is cut, and trusted again when there is another', async () => {
    const [own] = await listening.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    await client.query('SELECT pg_terminate_backend($1)', [own!.pid]);
    await until('trusted');
    expect(events).toEqual(['suspect', 'trusted']);
    await notify();
    await until('notify');
  });

  it('becomes suspect when the connection dies silently', async () => {
    proxy.become('silent');
    await notify();
    await until('suspect');
    expect(events).not.toContain('notify');
    proxy.become('open');
    await until('trusted');
  });

  it('becomes suspect when statements are answered and notifications do not arrive', async () => {
    // As over a pooler that gives each statement another session.
    await listening.query('UNLISTEN *');
    await until('suspect');
    await until('trusted');
    await notify();
    await until('notify');
  });

  it('settles catchUp over such a connection', async () => {
    proxy.become('silent');
    await listening.catchUp();
    expect(events).toEqual(['suspect']);
    proxy.become('open');
    await until('trusted');
  });

  it('keeps reconnecting while the database is away', async () => {
    proxy.become('away');
    await until('suspect');
    await pause(1_000);
    expect(events).not.toContain('trusted');
    await listening.catchUp();
    proxy.become('open');
    await until('trusted');
  });
});
