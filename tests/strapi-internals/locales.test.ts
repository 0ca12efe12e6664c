import { givenLocaleName, isLocalised, localeService } from '../../src/strapi-internals/locales';
import { DEFAULT_LOCALE } from '../../src/vietnamese';
import { writers } from '../helpers/content';
import { startNewsroom, type Newsroom } from '../helpers/newsroom';
import { signIn } from '../helpers/sign-in';

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

  it('are named for their readers, but for names that an administrator gave', async () => {
    const nameOf = async () => (await newsroom.sql("SELECT name FROM i18n_locale WHERE code = 'vi'"))[0]!.name;
    const ensure = () => newsroom.strapi.plugin('newsroom').service('locales').ensure();
    expect(givenLocaleName(newsroom.strapi, 'vi')).toBe('Vietnamese (vi)');
    expect(await nameOf()).toBe('Tiếng Việt (vi)');
    const { id } = (await localeService(newsroom.strapi).findByCode('vi'))!;
    for (const [given, kept] of [
      ['Vietnamese (vi)', 'Tiếng Việt (vi)'],
      ['Tiếng Việt', 'Tiếng Việt'],
    ]) {
      await localeService(newsroom.strapi).update({ id }, { name: given });
      await ensure();
      expect(await nameOf()).toBe(kept);
    }
  });

  it('fills the form of a language from another without the slug and the times of its source', async () => {
    const { documentId } = await writers(newsroom.strapi).draft({
      title: 'Bài để dịch',
      slug: 'bai-de-dich',
      publishedOn: '2026-01-05T01:00:00Z',
      expiresOn: '2027-01-05T01:00:00Z',
    });
    const chief = await signIn(newsroom, 'strapi-super-admin', 'dich@toasoan.vn');
    const query = `collectionType=collection-types&documentId=${documentId}&sourceLocale=vi&targetLocale=en`;
    const path = `/i18n/content-manager/get-fill-from-locale/plugin::newsroom.article?${query}`;
    const { data } = (await (await chief.ask('GET', path)).json()) as { data: Record<string, unknown> };
    expect(data.title).toBe('Bài để dịch');
    expect(data).not.toHaveProperty('slug');
    expect(data).not.toHaveProperty('publishedOn');
    expect(data).not.toHaveProperty('expiresOn');
  });

  it('knows the types that have a row per locale by their schema', () => {
    const { contentTypes } = newsroom.strapi;
    expect(isLocalised(contentTypes['plugin::newsroom.article'])).toBe(true);
    expect(isLocalised(contentTypes['plugin::directory.agency'])).toBe(false);
  });
});
