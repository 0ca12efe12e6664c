import { once } from 'node:events';
import net from 'node:net';
import { Client } from 'pg';
import { bootLockKey } from '../src/postgres/lock-keys';
import { eventually } from './helpers/cache';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { cleanUp, freshSettings, NewsroomProcess, script } from './helpers/newsroom-process';

/** Milliseconds. A container is killed after ten seconds. */
const LIMIT = 9_000;

describe('a node that is told to stop', () => {
  let newsroom: Newsroom;

  beforeAll(async () => {
    newsroom = await startNewsroom();
  });
  afterEach(cleanUp);
  afterAll(() => newsroom.stop());

  async function node() {
    const { DATABASE_URL = '' } = process.env;
    const settings = { ...process.env, ...(await freshSettings({ DATABASE_URL, HOST: '127.0.0.1' })) };
    const started = new NewsroomProcess(script('serve.mjs'), {
      ...settings,
      NODE_ENV: 'production',
      LOG_LEVEL: 'warn',
    } as never);
    return { started, port: Number(settings.PORT) };
  }

  async function send(port: number, text: string) {
    const socket = net.connect(port, '127.0.0.1');
    const received = { text: '', error: undefined as Error | undefined };
    socket.on('data', (bytes) => (received.text += String(bytes))).on('error', (error) => (received.error = error));
    await once(socket, 'connect');
    socket.write(text);
    return { received, closed: once(socket, 'close') };
  }

  it('cuts a body that never comes, closes idle connections without a reset, and ends in time', async () => {
    const { started, port } = await node();
    await started.says('đang phục vụ');
    const idle = await send(port, 'GET /api/portal/v1/latest-news HTTP/1.1\r\nHost: tinh.example\r\n\r\n');
    await eventually(
      async () => idle.received.text,
      (text) => text.includes('"data":[]'),
    );
    const unfinished = await send(
      port,
      'POST /admin/login HTTP/1.1\r\nHost: tinh.example\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{',
    );
    const since = performance.now();
    const ended = started.end('SIGTERM');
    await idle.closed;
    expect(performance.now() - since).toBeLessThan(2_000);
    expect(idle.received.error).toBeUndefined();
    await unfinished.closed;
    expect(await ended).toBe(0);
    const took = performance.now() - since;
    expect(took).toBeGreaterThan(4_500);
    expect(took).toBeLessThan(LIMIT);
  });

  it('ends at once while it waits for the boot of another', async () => {
    const other = new Client({ connectionString: process.env.DATABASE_URL });
    await other.connect();
    await other.query('SELECT pg_advisory_lock($1, $2)', [...bootLockKey]);
    const { started } = await node();
    await started.says('Đang chờ một tiến trình khác khởi động xong.');
    const since = performance.now();
    expect(await started.end('SIGTERM')).toBe(0);
    expect(performance.now() - since).toBeLessThan(3_000);
    await other.end();
  });
});
