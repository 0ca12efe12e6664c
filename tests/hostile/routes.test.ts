import { startNewsroom, type Newsroom } from '../helpers/newsroom';
import { contractRoutes, otherPublicRoutes } from './public-routes';

type Layer = { methods: string[]; path: string };

const WRITTEN = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Every route that the newsroom answers is public by a decision that stands in a table, or it wants to know who asks. */
describe('the routes', () => {
  let newsroom: Newsroom;
  let all: string[];

  beforeAll(async () => {
    newsroom = await startNewsroom();
    // As in production: with an administrator, the route for the first one is closed.
    const { id } = await newsroom.strapi.service('admin::role').getSuperAdmin();
    await newsroom.strapi
      .service('admin::user')
      .create({ email: 'a@example.com', firstname: 'A', password: 'Aa1-mat-khau', isActive: true, roles: [id] });
    const layers = newsroom.strapi.server.listRoutes() as unknown as Layer[];
    all = layers.flatMap(({ methods, path }) =>
      WRITTEN.filter((method) => methods.includes(method) && (path !== '/_health' || method === 'GET')).map(
        (method) => `${method} ${path}`,
      ),
    );
  });
  afterAll(() => newsroom.stop());

  const ask = (route: string, headers: Record<string, string> = {}) => {
    const [method, path = ''] = route.split(' ');
    return fetch(newsroom.url + path.replace(/:\w+\*?/g, '1'), {
      method: method!,
      headers: { ...headers, ...(method !== 'GET' && { 'Content-Type': 'application/json' }) },
      ...(method !== 'GET' && { body: '{}' }),
    });
  };

  it('are the contract’s and the desk’s preview, and no other under the contract’s path', () => {
    const ours = all.filter((route) => route.includes('/portal/'));
    expect(ours.sort()).toEqual([...contractRoutes, 'GET /api/portal/v1/preview/:token'].sort());
  });

  it('that need nobody signed in are named one by one, and exist', () => {
    expect(Object.keys(otherPublicRoutes).filter((route) => !all.includes(route))).toEqual([]);
  });

  it('refuse a stranger everywhere else, with and without a made-up token', async () => {
    const decided = new Set([...contractRoutes, ...Object.keys(otherPublicRoutes)]);
    const guarded = all.filter((route) => !decided.has(route));
    expect(guarded.length).toBeGreaterThan(100);
    const open: string[] = [];
    for (const route of guarded) {
      const answers = [await ask(route), await ask(route, { Authorization: 'Bearer made-up' })];
      if (answers.some(({ status }) => status !== 401 && status !== 403)) {
        open.push(`${route}: ${answers.map(({ status }) => status).join(', ')}`);
      }
    }
    expect(open).toEqual([]);
  });

  it('include none of Strapi’s own for a content type of a plugin', () => {
    const types = Object.values(newsroom.strapi.contentTypes).filter(({ uid }) => uid.startsWith('plugin::'));
    const names = types.flatMap(({ plugin, info }) =>
      [info.pluralName, info.singularName].flatMap((name) => [`/api/${name}`, `/api/${plugin}/${name}`]),
    );
    expect(names.length).toBeGreaterThan(20);
    const routes = all.map((route) => route.split(' ')[1]!);
    expect(routes.filter((path) => names.some((name) => path === name || path.startsWith(`${name}/`)))).toEqual([
      // Only for whoever has an API token.
      '/api/upload/files',
      '/api/upload/files/page',
      '/api/upload/files/:id',
      '/api/upload/files/:id',
      '/api/i18n/locales',
    ]);
    const apis = Object.values(newsroom.strapi.apis as Record<string, { routes: object }>);
    expect(apis.filter(({ routes: own }) => Object.keys(own ?? {}).length > 0)).toEqual([]);
  });

  it('answer a stranger who asks for a content type as if there were none', async () => {
    const types = Object.values(newsroom.strapi.contentTypes);
    for (const { info, plugin } of types) {
      for (const path of [`/api/${info.pluralName}`, `/api/${plugin}/${info.pluralName}`, `/${info.pluralName}`]) {
        const { status } = await fetch(newsroom.url + path);
        expect([path, [401, 403, 404].includes(status)]).toEqual([path, true]);
      }
    }
  });
});
