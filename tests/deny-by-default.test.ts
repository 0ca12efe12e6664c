import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { STRAPI_ROUTES } from '../src/plugins/publishing-desk/server/src/permissions/strapi-routes';
import desk from '../src/plugins/publishing-desk/server/src/routes';
import records from '../src/plugins/public-record/server/src/routes';
import search from '../src/plugins/portal-search/server/src/routes';
import { unique, writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { signIn, type Session } from './helpers/sign-in';
import { contractRoutes, otherPublicRoutes } from './hostile/public-routes';

const ARTICLE = 'plugin::newsroom.article';
const STORY = 'api::story.story';
const REFUSAL = 'Tòa soạn không cho dùng đường dẫn này của trang quản trị.';
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

type Documents = (uid: string) => Record<string, (parameters: object) => Promise<{ documentId: string }>>;
type Repository = (uid: string, validator: unknown) => object;
type Repositories = { createContentTypeRepository: Repository };
type Context = { params: { model: string; id: string }; body?: unknown };

let newsroom: Newsroom;

/** What a later version of Strapi could add: an action of the document service, and a route of the content manager. */
const ARCHIVE = 'archive';
const ARCHIVE_ROUTE = '/collection-types/:model/:id/actions/archive';

/** Adds the action where Strapi's own are made, so that it reaches the desk in the same way. */
function addFakeAction(): () => void {
  const core = path.dirname(require.resolve('@strapi/core/package.json'));
  const repository = requireApp(path.join(core, 'dist/services/document-service/repository.js')) as Repositories;
  const original = repository.createContentTypeRepository;
  repository.createContentTypeRepository = (uid, validator) => ({
    ...original(uid, validator),
    [ARCHIVE]: ({ documentId }: { documentId: string }) => archive(uid, documentId).then(() => ({ documentId })),
  });
  return () => {
    repository.createContentTypeRepository = original;
  };
}

const archive = (uid: string, documentId: string) =>
  newsroom.strapi.db.query(uid as typeof ARTICLE).updateMany({ where: { documentId }, data: { title: 'Đã cất' } });

/** Adds a content type and a plugin's route as a host app does, and the route that Strapi could add. */
function addRoutes(app: Core.Strapi): void {
  const handler = async (ctx: Context) => {
    await archive(ctx.params.model, ctx.params.id);
    ctx.body = { data: 'archived' };
  };
  const signedIn = { policies: ['admin::isAuthenticatedAdmin'] };
  const plugins = app.plugins as unknown as Record<string, { routes: Record<string, unknown> }>;
  const router = (...routes: object[]) => ({ type: 'admin', routes });
  const later = router(
    { method: 'POST', path: ARCHIVE_ROUTE, handler, config: signedIn },
    { method: 'GET', path: '/admitted', handler: (ctx: Context) => (ctx.body = 'admitted'), config: signedIn },
  );
  // A new object: Strapi's own outlives this app.
  plugins['content-manager']!.routes = { ...plugins['content-manager']!.routes, later };
  plugins['legacy-import']!.routes = {
    later: router({ method: 'POST', path: ARCHIVE_ROUTE, handler, config: signedIn }),
  };
  app.server.routes(
    ['/of-the-app', '/of-nobody'].map((path) => ({
      method: 'GET' as const,
      path,
      handler: (ctx: { body?: unknown }) => (ctx.body = 'of the app'),
      config: { auth: false as const },
    })),
  );
  (app.get('apis') as { add(name: string, api: object): void }).add('story', {
    routes: {},
    contentTypes: {
      story: {
        schema: {
          uid: STORY,
          kind: 'collectionType',
          modelType: 'contentType',
          collectionName: 'stories',
          info: { singularName: 'story', pluralName: 'stories', displayName: 'Story' },
          options: { draftAndPublish: true },
          pluginOptions: {},
          attributes: { title: { type: 'string' } },
        },
      },
    },
  });
}

describe('the routes of the distribution', () => {
  let running: string[];

  beforeAll(async () => {
    newsroom = await startNewsroom();
    const layers = newsroom.strapi.server.listRoutes() as unknown as { methods: string[]; path: string }[];
    running = layers.flatMap((layer) =>
      METHODS.filter((method) => layer.methods.includes(method) && (layer.path !== '/_health' || method === 'GET')).map(
        (method) => `${method} ${layer.path}`,
      ),
    );
  });
  afterAll(() => newsroom.stop());

  it('are all decided: routes of Strapi in the desk’s table, ours in theirs', () => {
    const own = Object.entries({ 'publishing-desk': desk, 'public-record': records, 'portal-search': search }).flatMap(
      ([plugin, { admin }]) => admin.routes.map(({ method, path: route }) => `${method} /${plugin}${route}`),
    );
    const decided = new Set([
      ...Object.keys(STRAPI_ROUTES),
      ...own,
      ...records['content-api'].routes.map(({ method, path: route }) => `${method} /api/public-record${route}`),
      ...contractRoutes,
      ...Object.keys(otherPublicRoutes),
    ]);
    expect(running.length).toBeGreaterThan(200);
    expect(running.filter((route) => !decided.has(route))).toEqual([]);
  });

  it('are no fewer than the table says', () => {
    expect(Object.keys(STRAPI_ROUTES).filter((route) => !running.includes(route))).toEqual([]);
  });
});

describe('what the desk does not know', () => {
  let admin: Session;
  let removeFakeAction: () => void;
  const warnings: string[] = [];

  beforeAll(async () => {
    removeFakeAction = addFakeAction();
    newsroom = await startNewsroom((app) => {
      app.config.set('plugin::publishing-desk.hostRoutes', [
        'GET /content-manager/admitted',
        'PUT /admin/webhooks/:id',
        'GET /of-the-app',
      ]);
      // Strapi's core adds these where the app's configuration says so.
      app.config.set('server.mcp', { enabled: true });
      app.config.set('server.openapi', {
        admin: { access: 'authenticated' },
        'content-api': { access: 'public' },
      });
      const warn = app.log.warn.bind(app.log);
      app.log.warn = ((message: string) => {
        warnings.push(message);
        return warn(message);
      }) as typeof warn;
      addRoutes(app);
    });
    admin = await signIn(newsroom, 'strapi-super-admin', 'chief@example.vn');
  });
  afterAll(async () => {
    removeFakeAction();
    await newsroom.stop();
  });

  const documents = (uid: string) => (newsroom.strapi.documents as unknown as Documents)(uid);
  const titleOf = async (table: string, documentId: string) =>
    (await newsroom.sql(`SELECT title FROM ${table} WHERE document_id = $1`, [documentId])).map(({ title }) => title);

  it('is refused as an action on the desk’s types, and left to Strapi on a type of the app', async () => {
    const { documentId } = await writers(newsroom.strapi).draft({ title: 'Còn đây' });
    await expect(documents(ARTICLE)[ARCHIVE]!({ documentId })).rejects.toThrow('desk.unknown-action');
    expect(await titleOf('articles', documentId)).toEqual(['Còn đây']);

    const story = await documents(STORY).create!({ data: { title: unique('Truyện') } });
    await documents(STORY)[ARCHIVE]!(story);
    expect(await titleOf('stories', story.documentId)).toEqual(['Đã cất']);
  });

  it('is refused as a route of Strapi, with one warning, and left to Strapi where the app admits or adds it', async () => {
    const { documentId } = await writers(newsroom.strapi).draft({ title: 'Còn đây' });
    const archive = `/collection-types/${ARTICLE}/${documentId}/actions/archive`;
    for (const time of [1, 2]) {
      const answer = await admin.ask('POST', `/content-manager${archive}`, {});
      expect([time, answer.status, await answer.json()]).toMatchObject([time, 403, { error: { message: REFUSAL } }]);
    }
    expect(await titleOf('articles', documentId)).toEqual(['Còn đây']);
    expect(warnings.filter((one) => one.includes(`POST /content-manager${ARCHIVE_ROUTE}`))).toHaveLength(1);

    expect(await (await admin.ask('GET', '/content-manager/admitted')).text()).toBe('admitted');
    const story = await documents(STORY).create!({ data: { title: unique('Truyện') } });
    const own = `/legacy-import/collection-types/${STORY}/${story.documentId}/actions/archive`;
    expect((await admin.ask('POST', own, {})).status).toBe(200);
    expect(await titleOf('stories', story.documentId)).toEqual(['Đã cất']);
  });

  it('is refused as a route that Strapi’s core adds without a name, and left to the app that admits its own', async () => {
    for (const [method, path] of [
      ...['POST', 'GET', 'DELETE', 'PUT', 'PATCH'].map((method) => [method, '/mcp']),
      ['GET', '/admin/openapi.json'],
      ['GET', '/api/openapi.json'],
      ['GET', '/of-nobody'],
    ] as [string, string][]) {
      const answer = await admin.ask(method, path, method === 'GET' ? undefined : {});
      expect([method, path, answer.status, await answer.json()]).toMatchObject([
        method,
        path,
        403,
        { error: { message: REFUSAL } },
      ]);
      expect([path, warnings.filter((one) => one.includes(`refuses ${method} ${path},`))]).toEqual([
        path,
        [expect.any(String)],
      ]);
    }
    expect(await (await fetch(`${newsroom.url}/of-the-app`)).text()).toBe('of the app');
    expect(warnings.filter((one) => one.includes('/:path*'))).toEqual([]);
  });

  it('has routes of Strapi that no role needs, which are refused with one warning each, and left to an app that asks', async () => {
    const closed = Object.entries(STRAPI_ROUTES).filter(([, guard]) => guard === 'closed');
    expect(closed.length).toBeGreaterThan(20);
    const ask = async (route: string) => {
      const [method, address = ''] = route.split(' ');
      const body = method === 'GET' ? undefined : {};
      return admin.ask(method!, address.replace(/:\w+/g, '1'), body);
    };
    for (const [route] of closed) {
      // A token with a permission is asked for before.
      if (route.includes(' /api/') || route.includes('/runner/')) continue;
      for (const time of [1, 2]) {
        const answer = await ask(route);
        const refused = route === 'PUT /admin/webhooks/:id' ? {} : { error: { message: REFUSAL } };
        expect([route, time, await answer.json()]).toMatchObject([route, time, refused]);
        expect([route, answer.status]).toEqual([route, route === 'PUT /admin/webhooks/:id' ? 400 : 403]);
      }
      const said = warnings.filter((one) => one.includes(`refused ${route},`));
      expect([route, said.length]).toEqual([route, route === 'PUT /admin/webhooks/:id' ? 0 : 1]);
    }
  });
});
