import { once } from 'node:events';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Answer, answered } from './answer';
import { Entries } from './entries';
import { Generations } from './generations';
import { inFront } from './in-front';

const PATH = '/api/portal/v1/latest-news';

describe('the listener in front', () => {
  const building: (() => void)[] = [];
  const generations = new Generations(() => undefined);
  let content = 'one';
  let secondsLeft: number | null = null;
  let isAway = false;
  let waiting: Promise<void> | undefined;
  let server: http.Server;

  /** Reads the content at once, and answers with it when it is let go. */
  async function passOn(request: IncomingMessage, response: ServerResponse) {
    const bytes = Buffer.from(content);
    await new Promise<void>((resolve) => building.push(resolve));
    answered(request, new Answer(bytes, 'application/json; charset=utf-8', secondsLeft));
    response.end(bytes);
  }

  const read = () =>
    new Promise<string>((resolve, reject) => {
      const { port } = server.address() as AddressInfo;
      http.get({ port, path: PATH, agent: false }, (answer) => resolve(text(answer))).on('error', reject);
    });
  const turn = () => new Promise((resolve) => setTimeout(resolve, 50));

  beforeAll(async () => {
    const listener = inFront({
      entries: new Entries(1_000_000),
      generations,
      origins: ['*'],
      passOn,
      catchingUp: () => waiting,
      isAway: () => isAway,
      mayKeep: () => true,
      figures: { asked: () => undefined, built: () => undefined, stale: () => undefined },
      failed: (error) => {
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

  it('neither joins nor keeps what was begun before a change, however late it comes', async () => {
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
    const next = read();
    await turn();
    building[1]!();
    expect(await next).toBe('three');
  });

  it('builds one at a time, and without trust one for each', async () => {
    const all = [read(), read(), read()];
    await turn();
    expect(building).toHaveLength(1);
    building[0]!();
    await Promise.all(all);
    generations.doubt();
    const each = [read(), read(), read()];
    await turn();
    expect(building).toHaveLength(4);
    building.forEach((go) => go());
    await Promise.all(each);
  });

  it('answers nobody while a write of this node is being heard of', async () => {
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

  it('shows nothing past the instant at which time changes it, be the database there or away', async () => {
    const ends = () => new Promise((resolve) => setTimeout(resolve, 1_000 * secondsLeft!));
    secondsLeft = 0.5;
    for (const away of [false, true]) {
      building.splice(0);
      const first = read();
      await turn();
      building[0]!();
      await first;
      await turn();
      if (away) generations.doubt();
      isAway = away;
      await read();
      expect(building).toHaveLength(1);
      await ends();
      const next = read();
      await turn();
      expect(building).toHaveLength(2);
      building[1]!();
      await next;
      await ends();
    }
  });
});
