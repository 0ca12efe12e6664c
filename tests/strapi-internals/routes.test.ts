import { corePlugins, interceptRoutes } from '../../src/strapi-internals/routes';
import { startNewsroom, type Newsroom } from '../helpers/newsroom';

describe('the routes that Strapi adds to its server', () => {
  let newsroom: Newsroom;
  const seen = new Map<string, string | undefined>();

  beforeAll(async () => {
    newsroom = await startNewsroom((strapi) =>
      interceptRoutes(strapi, (route, address) => {
        seen.set(address, route.info?.pluginName);
        return address === 'GET /readyz' ? { ...route, path: '/replaced' } : route;
      }),
    );
  });
  afterAll(() => newsroom.stop());

  it('pass with their address and plugin, and can be replaced', async () => {
    expect(seen.get('PUT /content-manager/collection-types/:model/:id')).toBe('content-manager');
    expect(seen.get('POST /admin/login')).toBe('admin');
    expect(seen.get('POST /upload')).toBe('upload');
    expect(seen.get('POST /api/upload')).toBe('upload');
    expect(seen.get('GET /api/portal/v1/articles')).toBe('portal-feeds');
    expect((await fetch(`${newsroom.url}/replaced`)).status).toBe(200);
  });

  it('have addresses that the running router lists', () => {
    const layers = newsroom.strapi.server.listRoutes() as unknown as { methods: string[]; path: string }[];
    const running = new Set(layers.flatMap(({ methods, path }) => methods.map((method) => `${method} ${path}`)));
    expect([...seen.keys()].filter((address) => !running.has(address))).toEqual(['GET /readyz']);
  });

  it('come from the plugins of Strapi itself, which differ from those of an app by their packages', () => {
    expect([...corePlugins(newsroom.strapi)].sort()).toEqual([
      'admin',
      'content-manager',
      'content-releases',
      'content-type-builder',
      'email',
      'i18n',
      'review-workflows',
      'upload',
    ]);
  });
});
