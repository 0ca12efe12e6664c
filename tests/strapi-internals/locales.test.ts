import { isLocalised, localeService } from '../../src/strapi-internals/locales';
import { DEFAULT_LOCALE } from '../../src/vietnamese';
import { startNewsroom, type Newsroom } from '../helpers/newsroom';

describe('the service of content locales', () => {
  let newsroom: Newsroom;

  beforeAll(async () => {
    newsroom = await startNewsroom();
  });
  afterAll(() => newsroom.stop());

  it('lists, finds and creates locales, and names the default', async () => {
    const locales = localeService(newsroom.strapi);
    expect((await locales.find()).map(({ code }) => code).sort()).toEqual(['en', 'vi']);
    expect(await locales.findByCode('fr')).toBeNull();
    await locales.create({ code: 'fr', name: 'Français (fr)' });
    expect(await locales.findByCode('fr')).toMatchObject({ code: 'fr', name: 'Français (fr)' });
    expect(await locales.getDefaultLocale()).toBe(DEFAULT_LOCALE);
    expect(await newsroom.sql("SELECT code FROM i18n_locale WHERE code = 'fr'")).toEqual([{ code: 'fr' }]);
  });

  it('knows the types that have a row per locale by their schema', () => {
    const { contentTypes } = newsroom.strapi;
    expect(isLocalised(contentTypes['plugin::newsroom.article'])).toBe(true);
    expect(isLocalised(contentTypes['plugin::directory.agency'])).toBe(false);
  });
});
