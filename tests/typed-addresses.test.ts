import { writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';

type Data = Record<string, unknown>;

/** The check of `regex`, on which readers' safety rests: a redirect never leads away from the portal. */
describe('an address typed into a field', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;

  const redirect = (data: Data) =>
    newsroom.strapi.documents('plugin::newsroom.redirect').create({ data: data as never });

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
  });
  afterAll(() => newsroom.stop());

  it.each(['https://evil.example', '//evil.example', '/\\evil.example', '/\t/evil.example', 'gioi-thieu', '/a b'])(
    'leads a redirect nowhere but to a path of the portal: not to %j',
    async (to) => {
      await expect(redirect({ from: '/cu', to })).rejects.toThrow(/^to: /);
    },
  );

  it.each(['/', '/gioi-thieu', '/tim-kiem?q=a%20b#x'])('takes %j for a redirect', async (to) => {
    await expect(redirect({ from: `/cu-${to}`, to })).resolves.toMatchObject({ outcome: 'moved' });
  });

  it('keeps an old address’s outcome and time', async () => {
    const gone = { from: '/da-go', outcome: 'gone', on: '2021-02-19T10:17:00.000Z' };
    await expect(redirect(gone)).resolves.toMatchObject(gone);
    await expect(redirect({ from: '/khac', outcome: 'lost' })).rejects.toThrow();
  });

  it.each(['javascript:alert(1)', 'baothanhhoa.vn', 'https://', 'https:///a', 'https://a.vn/a b'])(
    'is whole for an original and a website: not %j',
    async (address) => {
      await expect(write.draft({ sourceUrl: address })).rejects.toThrow(/^sourceUrl: /);
      await expect(write.agency({ website: address })).rejects.toThrow(/^website: /);
    },
  );

  it.each(['https://baothanhhoa.vn/a?b=1', 'http://a.vn', '', null])('takes %j', async (address) => {
    await expect(write.article({ sourceUrl: address })).resolves.toBeDefined();
    await expect(write.agency({ website: address })).resolves.toBeDefined();
  });
});
