import { problem } from '../src/contract/problem';
import { expectedErrors } from './helpers/log';
import { startNewsroom, type Newsroom } from './helpers/newsroom';

describe('while the database is unavailable to readers', () => {
  let newsroom: Newsroom;

  beforeAll(async () => {
    newsroom = await startNewsroom((strapi) => {
      // Read when the first answer is; Strapi's own pool has its settings already.
      strapi.config.set('database.connection.connection', { host: '127.0.0.1', port: 1 });
    });
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => newsroom.stop());

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
