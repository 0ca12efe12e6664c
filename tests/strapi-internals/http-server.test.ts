import { interceptRequests, onResponseError } from '../../src/strapi-internals/http-server';
import { startNewsroom, type Newsroom } from '../helpers/newsroom';

describe('Strapi’s HTTP server', () => {
  let newsroom: Newsroom;
  const ended: Record<string, boolean> = {};

  beforeAll(async () => {
    // Before any plugin is bootstrapped, so that nothing but Koa's callback is behind it.
    newsroom = await startNewsroom((strapi) =>
      interceptRequests(strapi, (next) => async (request, response) => {
        await next(request, response);
        ended[request.url ?? ''] = response.writableEnded;
      }),
    );
  });
  afterAll(() => newsroom.stop());
  afterEach(() => jest.restoreAllMocks());

  it('has one request listener, in front of which another can be put and removed again', async () => {
    const { strapi, url } = newsroom;
    const before = strapi.server.httpServer.listeners('request');
    expect(before).toHaveLength(1);
    const undo = interceptRequests(strapi, (next) => async (request, response) => {
      if (request.url === '/intercepted') return void response.end('from the front');
      await next(request, response);
    });
    expect(await (await fetch(`${url}/intercepted`)).text()).toBe('from the front');
    undo();
    expect((await fetch(`${url}/intercepted`)).status).toBe(404);
    expect(strapi.server.httpServer.listeners('request')).toEqual(before);
  });

  it('settles a request’s handler once Koa has ended the response', async () => {
    const { status } = await fetch(`${newsroom.url}/_health`);
    expect([status, ended['/_health']]).toEqual([204, true]);
  });

  it('gives errors of a response that has begun to onerror of the Koa app', () => {
    const { app } = newsroom.strapi.server;
    const [own, printed] = [app.onerror, jest.spyOn(console, 'error').mockImplementation()];
    const handled: unknown[] = [];
    onResponseError(newsroom.strapi, (error) => handled.push(error));
    const error = new Error('stream failed');
    app.emit('error', error);
    app.onerror = own;
    expect([handled, printed.mock.calls]).toEqual([[error], []]);
  });
});
