import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { contextOf } from '../../src/strapi-internals/request-body';
import { startNewsroom, type Newsroom } from '../helpers/newsroom';

const seen: { context: Context; body: unknown }[] = [];

/** A route that notes what its policy gets, and what its handler finds. */
function addRoute(app: Core.Strapi): void {
  const policies = app.get('policies') as { set(name: string, policy: (context: { request: unknown }) => void): void };
  policies.set('global::note', (context) => {
    seen.push({ context: contextOf(context), body: (context.request as { body?: unknown }).body });
  });
  const handler = (ctx: Context & { request: { body?: unknown } }) => {
    ctx.body = { same: seen.at(-1)?.context === ctx, body: ctx.request.body };
  };
  const config = { auth: false, policies: ['global::note'] };
  app.server.routes([{ method: 'POST', path: '/note', handler, config }] as never);
}

describe('strapi::body', () => {
  let newsroom: Newsroom;
  const post = (address: string, body: string) =>
    fetch(newsroom.url + address, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });

  beforeAll(async () => {
    newsroom = await startNewsroom(addRoute);
  });
  afterAll(() => newsroom.stop());

  it('is kept from reading where no route takes the request', async () => {
    expect((await post('/khong-co', '{"broken')).status).toBe(405);
    expect((await post('/note', '{"broken')).status).toBe(400);
  });

  it('reads later, before the policies of a route, whose context leads to the request’s own', async () => {
    expect(await (await post('/note', '{"a":1}')).json()).toEqual({ same: true, body: { a: 1 } });
    expect(seen.at(-1)?.body).toEqual({ a: 1 });
    expect(typeof seen.at(-1)?.context.is).toBe('function');
  });

  it('fails beyond its limit with an error that names it, which upload-guard repeats', async () => {
    const answer = await post('/note', JSON.stringify({ a: 'x'.repeat(7 * 1024 * 1024) }));
    expect([answer.status, await answer.text()]).toEqual([413, expect.stringContaining('6 MB')]);
  });
});
