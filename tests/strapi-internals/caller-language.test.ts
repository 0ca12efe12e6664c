import { callerLanguage } from '../../src/strapi-internals/caller-language';
import { startNewsroom, type Newsroom } from '../helpers/newsroom';

describe('the language of the present request', () => {
  let newsroom: Newsroom;

  beforeAll(async () => {
    newsroom = await startNewsroom();
  });
  afterAll(() => newsroom.stop());

  it('is read from an attribute that administrators have', () => {
    expect(newsroom.strapi.contentTypes['admin::user'].attributes).toHaveProperty('preferedLanguage');
  });

  it.each([
    ['en', 'en'],
    ['vi', 'vi'],
    [null, 'vi'],
  ])('is, for a profile that names %s, %s', async (preferedLanguage, language) => {
    const { strapi } = newsroom;
    const request = { state: { user: { preferedLanguage } } };
    const context = request as unknown as Parameters<typeof strapi.requestContext.run>[0];
    await strapi.requestContext.run(context, async () => expect(callerLanguage(strapi)).toBe(language));
  });

  it('is Vietnamese outside a request', () => {
    expect(callerLanguage(newsroom.strapi)).toBe('vi');
  });
});
