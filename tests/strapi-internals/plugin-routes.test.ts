import { changeRoutes } from '../../src/strapi-internals/plugin-routes';
import { startNewsroom, type Newsroom } from '../helpers/newsroom';

describe('the routes of Strapi’s plugins', () => {
  let newsroom: Newsroom;
  let kinds: Record<string, string> = {};

  beforeAll(async () => {
    newsroom = await startNewsroom((strapi) => {
      const { routes } = strapi.plugin('upload') as unknown as { routes: object };
      changeRoutes(strapi, 'upload', (router, route) => ({ ...route, path: `/from-${router}${route.path}` }));
      kinds = Object.fromEntries(Object.entries(routes).map(([name, router]) => [name, typeof router]));
    });
  });
  afterAll(() => newsroom.stop());

  it('can be changed until the plugins’ bootstrap, in routers that are objects and in those that are functions', () => {
    expect(kinds).toMatchObject({ admin: 'object', 'content-api': 'function' });
    const paths = newsroom.strapi.server.listRoutes().map(({ methods, path }) => `${methods.join()} ${path}`);
    expect(paths.filter((path) => path.includes('/upload/'))).toEqual(
      expect.arrayContaining([
        'POST /upload/from-admin/actions/bulk-delete',
        'DELETE /api/upload/from-content-api/files/:id',
      ]),
    );
    expect(paths.filter((path) => / (\/api)?\/upload\/(?!from-)/.test(path))).toEqual([]);
  });
});
