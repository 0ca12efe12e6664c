import http from 'node:http';
import { text } from 'node:stream/consumers';
import { writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';

/** `fetch` refuses to send TRACE. */
const ask = (url: string, method: string) =>
  new Promise<{ status: number; headers: http.IncomingHttpHeaders; body: string }>((resolve, reject) => {
    const request = http.request(url, { method }, async (answer) =>
      resolve({ status: answer.statusCode!, headers: answer.headers, body: await text(answer) }),
    );
    request.on('error', reject).end();
  });

describe('what no route of the contract takes', () => {
  let newsroom: Newsroom;
  const contract = (path: string) => `${newsroom.url}/api/portal/v1${path}`;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    const { documentId } = await writers(newsroom.strapi).article({ slug: 'cu' });
    await newsroom.strapi
      .documents('plugin::newsroom.article')
      .update({ documentId, locale: 'vi', data: { slug: 'moi' } as never, status: 'published' });
  });
  afterAll(() => newsroom.stop());

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND', 'PURGE'])(
    'is refused with a 405 for a method that does not read: %s',
    async (method) => {
      for (const path of ['/articles', '/articles/moi', '/khong-co']) {
        const { status, headers, body } = await ask(contract(path), method);
        expect([status, headers.allow, headers['cache-control']]).toEqual([405, 'GET, HEAD, OPTIONS', 'no-store']);
        expect(headers['access-control-allow-origin']).toBe('*');
        expect(JSON.parse(body)).toMatchObject({ data: null, error: { status: 405, name: 'MethodNotAllowedError' } });
      }
    },
  );

  it.each(['', '/', '/khong-co', '//articles', '/articles/moi/x', '/articles/%2e%2e', '/articles/a%00b'])(
    'is a 404 that may be kept for a moment, for the path %j',
    async (path) => {
      const { status, headers, body } = await ask(contract(path), 'GET');
      expect([status, headers['cache-control']]).toEqual([404, expect.stringMatching(/^public, max-age=[0-5]$/)]);
      expect(JSON.parse(body)).toMatchObject({ data: null, error: { status: 404, name: 'NotFoundError' } });
    },
  );

  it('redirects a former address with a trailing slash to the new one', async () => {
    const { status, headers } = await ask(contract('/articles/cu/'), 'GET');
    expect([status, headers.location]).toEqual([301, '/api/portal/v1/articles/moi']);
  });
});
