import { writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';

const PORTAL = { Origin: 'https://cong.example' };

describe('reading the contract from the portal’s own origin', () => {
  let newsroom: Newsroom;
  const get = (path: string, init?: RequestInit) => fetch(`${newsroom.url}${path}`, init);

  beforeAll(async () => {
    newsroom = await startNewsroom();
    await writers(newsroom.strapi).article({ slug: 'mot-bai' });
  });
  afterAll(() => newsroom.stop());

  it.each(['/articles', '/articles/mot-bai', '/articles/khong-co', '/articles?x=1', '/latest-news'])(
    'is open to anybody, without credentials: %s',
    async (path) => {
      const { status, headers } = await get(`/api/portal/v1${path}`, { headers: PORTAL });
      expect(headers.get('access-control-allow-origin')).toBe('*');
      expect(headers.get('access-control-expose-headers')).toBe('ETag');
      expect(headers.get('access-control-allow-credentials')).toBeNull();
      expect(headers.get('vary')).toBe(status === 200 ? 'Accept-Encoding' : null);
    },
  );

  it('answers OPTIONS and its preflight', async () => {
    const preflight = {
      ...PORTAL,
      'Access-Control-Request-Method': 'GET',
      'Access-Control-Request-Headers': 'if-none-match',
    };
    for (const headers of [{}, preflight]) {
      const answer = await get('/api/portal/v1/articles', { method: 'OPTIONS', headers });
      expect([answer.status, answer.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS']);
      expect(answer.headers.get('access-control-allow-headers')).toBe('If-None-Match');
    }
  });

  it('is the same contract in any case of its path, as the router takes it', async () => {
    const { headers } = await get('/API/Portal/v1/ARTICLES', { headers: PORTAL });
    expect([headers.get('access-control-allow-origin'), headers.get('vary')]).toEqual(['*', 'Accept-Encoding']);
  });

  it('opens nothing else', async () => {
    const { headers } = await get('/admin/init', { headers: PORTAL });
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });
});
