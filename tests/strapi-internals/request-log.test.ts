import { replaceLoggedAddresses } from '../../src/strapi-internals/request-log';
import { startNewsroom, type Newsroom } from '../helpers/newsroom';
import { watchLog } from '../hostile/log-watch';

describe('strapi::logger', () => {
  let newsroom: Newsroom;

  beforeAll(async () => {
    newsroom = await startNewsroom((strapi) => replaceLoggedAddresses(strapi, (url) => url.toUpperCase()));
  });
  afterAll(() => newsroom.stop());

  it('writes one line of each request, with the address that it is given', async () => {
    const log = watchLog(newsroom.strapi);
    await (await fetch(`${newsroom.url}/khong-co?a=1`)).arrayBuffer();
    expect(log.take().filter(({ level }) => level === 'http')).toEqual([
      { level: 'http', message: expect.stringMatching(/^GET \/KHONG-CO\?A=1 \(\d+ ms\) 404 $/) },
    ]);
  });
});
