import type vm from 'node:vm';
import fc from 'fast-check';
import { watchBounds } from './bounds';
import { cases, listStatuses, tell, timeFor } from './cases';
import { CANARY } from './hidden-content';
import { fileRequest, missingBeside, requestFor, type Sign } from './file-requests';
import { watchLog } from './log-watch';
import { startAttackedNewsroom, type Attacked } from './newsroom-under-attack';
import { createLeakOracle, leakFinder } from './oracle';
import { sendRaw, type RawAnswer } from './raw-request';

const COUNT = cases(300, 0.15);

/** The app's, which it does not share with the tests. */
const { Date: AppDate } = (requireApp('node:vm') as typeof vm).runInThisContext('globalThis') as typeof globalThis;

/** What may tell one answer from another; the clock moves by itself. */
const visibleOf = ({ status, headers, body }: RawAnswer) => ({
  status,
  headers: { ...headers, date: undefined },
  body: body.toString('latin1'),
});

describe('a stored file that nothing public shows', () => {
  let attacked: Attacked;
  const bounds = watchBounds();

  /** The signature that the panel would have got at an instant. */
  const sign: Sign = (path, at) => {
    const { now } = AppDate;
    AppDate.now = () => at;
    const signed = attacked.newsroom.strapi
      .plugin('upload-guard')
      .service('addresses')
      .signAll(path, new Set([path])) as string;
    AppDate.now = now;
    return signed.slice(path.length);
  };
  const get = (target: string) => sendRaw(attacked.newsroom.url, { method: 'GET', target, headers: [] });

  beforeAll(async () => {
    attacked = await startAttackedNewsroom(await bounds.environment());
  });
  afterAll(async () => {
    await attacked.newsroom.stop();
    await bounds.expectNoFolders();
  });

  it('is there, by its signed address alone, and the oracle would notice it', async () => {
    const complaintsOf = createLeakOracle(attacked);
    const leaksIn = leakFinder(attacked);
    for (const secret of [...attacked.secrets.open, ...attacked.secrets.stored]) {
      const message = `<a href="/x?${encodeURIComponent(secret)}">`;
      expect(leaksIn({ level: 'error', message })).toContain(secret);
    }
    expect(attacked.files.hidden.length).toBeGreaterThan(5);
    for (const path of attacked.files.hidden) {
      const [open, closed] = [await get(path + sign(path, Date.now())), await get(path)];
      expect([path, open.status, closed.status]).toEqual([path, 200, 404]);
      if (path.endsWith('.pdf')) expect(complaintsOf(open)).toEqual([`it shows ${CANARY}`]);
    }
  });

  it(
    'cannot be told from one that does not exist, by any request',
    async () => {
      const { newsroom, files } = attacked;
      const complaintsOf = createLeakOracle(attacked);
      const leaksIn = leakFinder(attacked);
      const log = watchLog(newsroom.strapi);
      const statuses = new Map<number, number>();
      await bounds.begin(attacked, COUNT);
      const path = fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...files.hidden) },
        { weight: 1, arbitrary: fc.constantFrom(...files.visible) },
      );
      await fc.assert(
        fc.asyncProperty(path, fileRequest, async (address, asked) => {
          const answer = await sendRaw(newsroom.url, requestFor(address, asked, sign));
          statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
          expect(complaintsOf(answer)).toEqual([]);
          if (files.hidden.includes(address)) {
            const absent = await sendRaw(newsroom.url, requestFor(missingBeside(address), asked, sign));
            expect(visibleOf(answer)).toEqual(visibleOf(absent));
            if (['GET', 'HEAD'].includes(asked.method)) expect(answer.status).toBeGreaterThanOrEqual(400);
          }
          const said = log.take();
          expect(said.filter((line) => line.level === 'error' || leaksIn(line).length > 0)).toEqual([]);
          bounds.note();
        }),
        { numRuns: COUNT },
      );
      tell(`${COUNT} requests for files: ${listStatuses(statuses)}`);
      for (const status of [200, 206, 304, 400, 404, 405]) expect([...statuses.keys()]).toContain(status);
      await bounds.expectHeld();
    },
    timeFor(COUNT),
  );
});
