import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { contextOf } from '../../src/strapi-internals/request-body';
import { writers } from '../helpers/content';
import { startNewsroom, type Newsroom } from '../helpers/newsroom';
import { signIn } from '../helpers/sign-in';

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
  app.server.routes([{ method: 'POST', path: '/note', handler, config, info: { pluginName: 'note' } }] as never);
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

  it('is read before i18n writes the locale of the query into it', async () => {
    const { documentId } = await writers(newsroom.strapi).draft({ title: 'Bài tiếng Việt' });
    const chief = await signIn(newsroom, 'strapi-super-admin', 'ngon-ngu@toasoan.vn');
    const path = `/content-manager/collection-types/plugin::newsroom.article/${documentId}?locale=en`;
    expect((await chief.ask('PUT', path, { title: 'In English' })).status).toBe(200);
    const rows = await newsroom.sql('SELECT locale, title FROM articles WHERE document_id = $1 ORDER BY 1', [
      documentId,
    ]);
    expect(rows).toEqual([
      { locale: 'en', title: 'In English' },
      { locale: 'vi', title: 'Bài tiếng Việt' },
    ]);
  });

  it('fails beyond its limit with an error that names it, which upload-guard repeats', async () => {
    const answer = await post('/note', JSON.stringify({ a: 'x'.repeat(7 * 1024 * 1024) }));
    expect([answer.status, await answer.text()]).toEqual([413, expect.stringContaining('6 MB')]);
  });
});
