import { problem } from '../src/contract/problem';
import { expectedErrors } from './helpers/log';
import { startNewsroom, type Newsroom } from './helpers/newsroom';

const NOBODY = 'postgres://127.0.0.1:1/newsroom';

describe('while the read database is unavailable', () => {
  let newsroom: Newsroom;

  beforeAll(async () => {
    process.env.DATABASE_READ_URL = NOBODY;
    newsroom = await startNewsroom();
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(async () => {
    delete process.env.DATABASE_READ_URL;
    await newsroom.stop();
  });

  it.each([
    '/articles',
    '/articles/x',
    '/articles/x/neighbours',
    '/latest-news',
    '/categories',
    '/officials',
    '/agencies',
  ])('%s is a 503 that names nothing of the database and is not cacheable', async (path) => {
    const logged = expectedErrors(newsroom);
    const answer = await fetch(`${newsroom.url}/api/portal/v1${path}`);
    const text = await answer.text();
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([503, 'no-store']);
    problem.parse(JSON.parse(text));
    expect(text).not.toMatch(/ECONNREFUSED|127\.0\.0\.1|postgres|select/i);
    expect(logged).toEqual([expect.stringMatching(/^portal-feeds cannot read: .*ECONNREFUSED/)]);
  });

  it('an invalid parameter is still a 400', async () => {
    expect((await fetch(`${newsroom.url}/api/portal/v1/articles?limit=0`)).status).toBe(400);
  });
});
