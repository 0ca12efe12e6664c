import { pluginFolder, pluginsNotLoaded } from '../../src/strapi-internals/plugins';
import { startNewsroom, type Newsroom } from '../helpers/newsroom';

describe('the loader of plugins', () => {
  let newsroom: Newsroom;

  beforeAll(async () => {
    newsroom = await startNewsroom();
  });
  afterAll(() => newsroom.stop());

  it('keeps the path of each enabled plugin, also of one that it did not load', () => {
    const { strapi } = newsroom;
    const enabled = strapi.config.get<Record<string, { pathToPlugin?: string }>>('enabledPlugins');
    expect(enabled.newsroom?.pathToPlugin).toMatch(/\/src\/plugins\/newsroom$/);
    expect(pluginFolder(strapi, 'newsroom')).toBe(enabled.newsroom?.pathToPlugin);
    expect(() => pluginFolder(strapi, 'gazette')).toThrow('no folder of the plugin gazette');
    expect(pluginsNotLoaded(strapi, '/src/plugins/')).toEqual([]);
    strapi.config.set('enabledPlugins', {
      ...enabled,
      'without-server': { pathToPlugin: '/app/src/plugins/without-server' },
      'of-a-package': { pathToPlugin: '/app/node_modules/of-a-package' },
    });
    expect(pluginsNotLoaded(strapi, '/src/plugins/')).toEqual(['without-server']);
  });
});
