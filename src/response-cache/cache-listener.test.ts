import { once } from 'node:events';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Answer, recordSentAnswer } from './answer';
import { createCacheKeys } from './cache-key';
import { createCacheListener } from './cache-listener';
import { CacheStore } from './cache-store';
import { Generations } from './generations';

const PATH = '/latest-news';

describe('the cache listener', () => {
  const building: (() => void)[] = [];
  const generations = new Generations(() => undefined);
  let content = 'one';
  let secondsLeft: number | null = null;
  let isAway = false;
  let waiting: Promise<void> | undefined;
  let server: http.Server;

  /** Reads the content at once, and answers with it when it is released. */
  async function next(request: IncomingMessage, response: ServerResponse) {
    const bytes = Buffer.from(content);
    await new Promise<void>((resolve) => building.push(resolve));
    recordSentAnswer(request, new Answer(bytes, 'application/json; charset=utf-8', secondsLeft));
    response.end(bytes);
  }

  const send = (query = '') =>
    http.get({ port: (server.address() as AddressInfo).port, path: PATH + query, agent: false });
  const read = (query?: string) =>
    new Promise<string>((resolve, reject) => {
      send(query)
        .on('response', (answer) => resolve(text(answer)))
        .on('error', reject);
    });
  /** Waits until so many builds have begun. */
  const eventuallyBuilding = async (count: number) => {
    while (building.length < count) await turn();
  };
  const turn = () => new Promise((resolve) => setTimeout(resolve, 50));

  beforeAll(async () => {
    const route = {
      path: PATH,
      parameters: (canonical: string) => ({ canonical, isFree: false }),
      isCrossOrigin: true,
    };
    const listener = createCacheListener({
      keys: createCacheKeys([route]),
      store: new CacheStore(1_000_000),
      generations,
      origins: ['*'],
      next,
      catchingUp: () => waiting,
      isAway: () => isAway,
      metrics: { request: () => undefined, built: () => undefined, stale: () => undefined },
      onError: (error) => {
        throw error;
      },
    });
    server = http.createServer(listener).listen(0);
    await once(server, 'listening');
  });
  beforeEach(() => {
    building.splice(0);
    generations.trust();
  });
  afterAll(() => server.close());

  it('neither joins nor keeps what was begun before a change, however late it ends', async () => {
    const older = read();
    await turn();
    content = 'two';
    generations.change('change');
    const newer = read();
    await turn();
    expect(building).toHaveLength(2);
    building[1]!();
    expect(await newer).toBe('two');
    // Kept by now, compressed.
    await turn();
    building[0]!();
    expect(await older).toBe('one');
    await turn();
    expect(await read()).toBe('two');
    expect(building).toHaveLength(2);
  });

  it('keeps nothing that is begun before a change and comes after it', async () => {
    const older = read();
    await turn();
    content = 'three';
    generations.change('change');
    building[0]!();
    await older;
    await turn();
    const later = read();
    await turn();
    building[1]!();
    expect(await later).toBe('three');
  });

  it('builds once for concurrent requests, and for each of them while the listener is suspect', async () => {
    const all = [read(), read(), read()];
    await turn();
    expect(building).toHaveLength(1);
    building[0]!();
    await Promise.all(all);
    generations.suspect();
    const each = [read(), read(), read()];
    await turn();
    expect(building).toHaveLength(4);
    building.forEach((go) => go());
    await Promise.all(each);
  });

  it('holds requests while a write of this node has not been notified', async () => {
    const first = read();
    await turn();
    building[0]!();
    await first;
    let go = () => {};
    waiting = new Promise((resolve) => (go = resolve));
    let isAnswered = false;
    const held = read().then(() => (isAnswered = true));
    await turn();
    expect(isAnswered).toBe(false);
    waiting = undefined;
    go();
    await held;
  });

  it('serves nothing past the instant at which time changes it, with the database there or away', async () => {
    const ends = () => new Promise((resolve) => setTimeout(resolve, 1_000 * secondsLeft!));
    secondsLeft = 0.5;
    for (const away of [false, true]) {
      building.splice(0);
      const first = read();
      await turn();
      building[0]!();
      await first;
      await turn();
      if (away) generations.suspect();
      isAway = away;
      await read();
      expect(building).toHaveLength(1);
      await ends();
      const later = read();
      await turn();
      expect(building).toHaveLength(2);
      building[1]!();
      await later;
      await ends();
    }
  });

  it('sends the whole answer, not a 304, in the last second before time changes it', async () => {
    const statusOf = (query: string, headers: object = {}) =>
      new Promise<{ status?: number; etag?: string }>((resolve, reject) => {
        const { port } = server.address() as AddressInfo;
        http
          .get({ port, path: PATH + query, agent: false, headers: { ...headers } }, (answer) => {
            answer.resume();
            resolve({ status: answer.statusCode, etag: answer.headers.etag });
          })
          .on('error', reject);
      });
    const again: (number | undefined)[] = [];
    for (const seconds of [30, 0.9]) {
      building.splice(0);
      secondsLeft = seconds;
      const first = read(`?left=${seconds}`);
      await eventuallyBuilding(1);
      building[0]!();
      await first;
      await turn();
      const { etag } = await statusOf(`?left=${seconds}`);
      again.push((await statusOf(`?left=${seconds}`, { 'If-None-Match': etag })).status);
      expect(building).toHaveLength(1);
    }
    expect(again).toEqual([304, 200]);
    secondsLeft = null;
  });

  it('builds four answers at a time, lets nobody wait behind slow ones, and none for a client that has left', async () => {
    const first = ['?n=1', '?n=2', '?n=3', '?n=4'].map(read);
    await turn();
    const left = send('?n=5').on('error', () => undefined);
    await turn();
    const waiting = [read('?n=6'), read('?n=6')];
    await turn();
    expect(building).toHaveLength(4);
    left.destroy();
    await turn();
    // Read by what waits, since it begins later.
    content = 'later';
    generations.change('change');
    building[0]!();
    await turn();
    expect(building).toHaveLength(5);
    building[4]!();
    expect(await Promise.all(waiting)).toEqual(['later', 'later']);

    const others = ['?n=7', '?n=8'].map(read);
    await eventuallyBuilding(7);
    building.forEach((go) => go());
    await Promise.all([...first, ...others]);
  });
});
