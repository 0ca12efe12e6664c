import fc from 'fast-check';
import { connectionsOf, memoryInUse, watchBounds } from './bounds';
import { cases, listStatuses, tell, timeFor } from './cases';
import { BASE } from './contract-paths';
import { hostileRequest, type HostileRequest } from './hostile-requests';
import { watchLog } from './log-watch';
import { startAttackedNewsroom, type Attacked } from './newsroom-under-attack';
import { createOracle, leakFinder } from './oracle';
import { sendRaw, type RawAnswer } from './raw-request';

const COUNT = cases(1_200, 0.7);
const PAIRS = cases(120, 0.1);

describe('any request of a stranger', () => {
  let attacked: Attacked;
  let cursors: string[];
  let log: ReturnType<typeof watchLog>;
  const bounds = watchBounds();
  const requests = () => hostileRequest({ ...attacked, cursors });

  beforeAll(async () => {
    attacked = await startAttackedNewsroom(await bounds.environment());
    log = watchLog(attacked.newsroom.strapi);
    const pages = ['/articles?limit=1', '/articles?limit=2&category=tin-tuc', '/articles?limit=1&agency=so-tai-chinh'];
    const answers = await Promise.all(
      pages.map(async (path) => (await fetch(attacked.newsroom.url + BASE + path)).json()),
    );
    cursors = answers.map(({ meta }) => meta.nextCursor);
    expect(cursors.every(Boolean)).toBe(true);
  });
  afterAll(async () => {
    await attacked.newsroom.stop();
    await bounds.expectNoFolders();
  });

  it(
    'is answered without showing what is hidden, failing, or hanging',
    async () => {
      const { newsroom } = attacked;
      const complaintsOf = createOracle(attacked);
      const leaksIn = leakFinder(attacked);
      const statuses = new Map<number, number>();
      log.take();
      await bounds.begin(attacked, COUNT);
      await fc.assert(
        fc.asyncProperty(requests(), async (request) => {
          const answer = await sendRaw(newsroom.url, request);
          statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
          expect(complaintsOf(request, answer)).toEqual([]);
          const said = log.take();
          expect(said.filter((line) => line.level === 'error' || leaksIn(line).length > 0)).toEqual([]);
          bounds.note();
        }),
        { numRuns: COUNT },
      );
      tell(`${COUNT} requests: ${listStatuses(statuses)}`);
      // A generator that only ever meets refusals would prove little.
      for (const status of [200, 301, 304, 400, 404, 405, 410]) expect([...statuses.keys()]).toContain(status);
      await bounds.expectHeld();
    },
    timeFor(COUNT),
  );

  it(
    'gets the same headers by HEAD as by GET, and no body',
    async () => {
      const send = (request: HostileRequest, method: string) => sendRaw(attacked.newsroom.url, { ...request, method });
      await fc.assert(
        fc.asyncProperty(requests(), async (request) => {
          const [got, head] = [await send(request, 'GET'), await send(request, 'HEAD')];
          expect([head.status, withoutClock(head)]).toEqual([got.status, withoutClock(got)]);
          expect(head.body).toHaveLength(0);
        }),
        { numRuns: PAIRS },
      );
    },
    timeFor(PAIRS),
  );

  it('leaves memory and connections as they were', async () => {
    const { newsroom } = attacked;
    const junk = async (from: number, count: number) => {
      for (let at = from; at < from + count; at += 50) {
        await Promise.all(
          Array.from({ length: 50 }, async (_, index) => {
            const target = `${BASE}/articles?${'x'.repeat(500)}${at + index}=1&category=rac-${at + index}`;
            await sendRaw(newsroom.url, { method: 'GET', target, headers: [] });
          }),
        );
      }
      log.take();
    };
    await junk(0, 500);
    const before = memoryInUse().heap;
    await junk(500, 1_000);
    expect(memoryInUse().heap - before).toBeLessThan(15_000_000);
    expect(await connectionsOf(newsroom)).toMatchObject({ clients: 0, busy: [] });
  });
});

/** How the content of a stream is framed is no header of an answer without content (RFC 9110, 9.3.2). */
const withoutClock = ({ headers }: RawAnswer) => ({ ...headers, date: undefined, 'transfer-encoding': undefined });
