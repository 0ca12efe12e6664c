import { get } from './helpers/cache';
import { writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';

type Counted = { key: string; count: number; lastDay: string };

/** What readers search and do not find, for who can write what is missing. */
describe('searches without results', () => {
  let newsroom: Newsroom;

  const service = () => newsroom.strapi.plugin('portal-search').service('no-result-searches');
  const search = async (path: string) => {
    const { status } = await get(newsroom.url + path, { Accept: 'text/html, application/json' });
    expect(status).toBe(200);
  };
  const find = (q: string, more = '') => search(`/api/portal/v1/search?q=${encodeURIComponent(q)}${more}`);
  async function counted(): Promise<Record<string, number>> {
    await service().write();
    const rows = await newsroom.sql('SELECT key, count FROM portal_search.no_result_searches');
    return Object.fromEntries((rows as Counted[]).map(({ key, count }) => [key, count]));
  }

  beforeAll(async () => {
    newsroom = await startNewsroom();
    await writers(newsroom.strapi).article({ title: 'Trồng rừng ven biển' });
  });
  beforeEach(() => newsroom.sql('DELETE FROM portal_search.no_result_searches'));
  afterAll(() => newsroom.stop());

  it('are counted by words without accents, also when the cache answers, on the portal too', async () => {
    for (let time = 0; time < 3; time += 1) {
      await find('xe buýt điện');
      await find('XE BUYT DIEN');
      await search(`/tim-kiem?q=${encodeURIComponent('xe buýt điện')}`);
    }
    expect(await counted()).toEqual({ 'xe buyt dien': 9 });
    await find('rừng ven biển xe buýt');
    expect(await counted()).toEqual({ 'xe buyt dien': 9, 'rung ven bien xe buyt': 1 });
  });

  it('are none of those that find something, that filter, that are long, or that are of a missing page', async () => {
    await find('trồng rừng');
    await find('xe buýt', '&from=2020-01-01');
    await find(`xe buýt ${'điện '.repeat(20)}`);
    await get(`${newsroom.url}/gioi-thieu/xe-buyt-dien.html`, { Accept: 'text/html' });
    expect(await counted()).toEqual({});
  });

  it('are shown from five on, the most frequent first, for the days that are asked for', async () => {
    const add = (key: string, daysAgo: number, count: number) =>
      newsroom.sql(
        `INSERT INTO portal_search.no_result_searches
         VALUES ((now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date - $1::integer, $2, $3)`,
        [daysAgo, key, count],
      );
    await add('bai giu xe', 0, 4);
    await add('don xin', 0, 3);
    await add('don xin', 6, 3);
    await add('ket qua thi', 20, 40);
    const keys = async (days: number) => ((await service().list(days)) as Counted[]).map(({ key }) => key);
    expect(await keys(7)).toEqual(['don xin']);
    expect(await keys(6)).toEqual([]);
    expect(await keys(30)).toEqual(['ket qua thi', 'don xin']);
  });

  it('are at most 10,000 a day, and forgotten after 90 days', async () => {
    await newsroom.sql(
      `INSERT INTO portal_search.no_result_searches
       SELECT day, 'tu ' || number, 1 FROM generate_series(1, 9999) AS number,
              (SELECT (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS day) AS today
       UNION ALL SELECT (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date - 90, 'cu', 9`,
    );
    for (const q of ['mot', 'hai', 'hai', 'tu 7']) service().count(q);
    const { 'tu 7': known, hai, mot, cu } = await counted();
    expect([known, hai, mot, cu]).toEqual([2, 2, undefined, undefined]);
  });

  it('hold on to what could not be written', async () => {
    await newsroom.sql('ALTER TABLE portal_search.no_result_searches RENAME TO away');
    service().count('xe dien');
    await service().write();
    await newsroom.sql('ALTER TABLE portal_search.away RENAME TO no_result_searches');
    service().count('xe dien');
    expect(await counted()).toEqual({ 'xe dien': 2 });
  });
});
