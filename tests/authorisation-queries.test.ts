import { unique, writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { type Agency, agencyTree } from './helpers/newsroom-staff';
import type { Session } from './helpers/sign-in';
import { staff } from './helpers/staff';

const ARTICLE = 'plugin::newsroom.article';
const ARTICLES = `/content-manager/collection-types/${ARTICLE}?page=1&pageSize=10&locale=vi`;
const AGENCIES = `/content-manager/relations/${ARTICLE}/agency?page=1&pageSize=10`;

/** Below a relation of an article, what no reporter may read: accounts, and files and drafts of other agencies. */
const SECRETS = [
  'createdBy.email',
  'updatedBy.email',
  'createdBy.password',
  'createdBy.resetPasswordToken',
  'createdBy.roles.code',
  'createdBy.agency',
  'category.createdBy.email',
  'agency.updatedBy.password',
  'agency.parent.createdBy.email',
  'cover.createdBy.email',
  'cover.folder.files.name',
  'cover.related.title',
  'localizations.createdBy.email',
];

/** Below the agencies that a form offers. */
const SECRETS_OF_AGENCIES = ['createdBy.email', 'updatedBy.password', 'parent.createdBy.email'];

const FORMS: Record<string, (path: string, condition: string) => string> = {
  plainly: (path, condition) => `filters${path}${condition}`,
  'with another value': (path, condition) => `filters[$or][0]${path}${condition}&filters[$or][1][title]=x`,
  negated: (path, condition) => `filters[$not]${path}${condition}`,
  'in a list': (path, condition) => `filters[$and][0][$and][0]${path}${condition}`,
};

describe('a query of the panel', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;
  let agencies: Record<Agency, string>;
  let reporter: Session;
  let chief: Session;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
    agencies = await agencyTree(newsroom);
    reporter = await staff(newsroom, 'desk-reporter', agencies.A);
    chief = await staff(newsroom, 'strapi-super-admin');
    await chief.ask('POST', '/content-manager/collection-types/plugin::directory.agency', {
      name: 'Sở có người tạo',
      parent: agencies.parent,
    });
    await reporter.ask('POST', ARTICLES, { title: 'Bài của A' });
  });
  afterAll(() => newsroom.stop());

  const inBrackets = (path: string) =>
    path
      .split('.')
      .map((name) => `[${name}]`)
      .join('');
  const answerTo = async (path: string, { ask } = reporter) => {
    const response = await ask('GET', path);
    return { status: response.status, text: await response.text() };
  };

  describe.each([
    ['the articles', ARTICLES, SECRETS],
    ['the agencies of a form', AGENCIES, SECRETS_OF_AGENCIES],
  ])('of %s', (_name, list, secrets) => {
    it.each(secrets)('reveals nothing of %s by a filter that is true or false', async (secret) => {
      for (const [name, form] of Object.entries(FORMS)) {
        const [yes, no] = await Promise.all(
          ['[$notNull]=true', '[$null]=true'].map((condition) =>
            answerTo(`${list}&${form(inBrackets(secret), condition)}`),
          ),
        );
        expect([name, yes!.status, yes]).toEqual([name, 403, no]);
      }
    });

    it.each(secrets)('is not sorted or extended by %s', async (secret) => {
      const queries = [
        `sort=${secret}:asc`,
        `sort[0]=id:asc&sort[1]=${secret}:desc`,
        `sort=id:asc,${secret}`,
        `sort${inBrackets(secret)}=asc`,
        `populate${inBrackets(secret)}[fields]=*`,
        `populate=${secret}`,
        `populate[0]=${secret}`,
        `populate[agency][filters]${inBrackets(secret)}[$notNull]=true`,
      ];
      for (const query of queries) {
        expect([query, (await answerTo(`${list}&${query}`)).status]).toEqual([query, 403]);
      }
    });

    it.each(['populate=*', 'populate=createdBy', 'populate[createdBy]=*', 'fields=*', 'fields[0]=address'])(
      'shows no more by %s',
      async (query) => {
        expect((await answerTo(`${list}&${query}`)).status).toBe(403);
      },
    );
  });

  it('is not asked of relations that are in no form', async () => {
    for (const path of [
      `${ARTICLE}/createdBy`,
      `${ARTICLE}/localizations`,
      'admin::user/roles',
      'admin::role/users',
      'plugin::upload.file/related',
      'plugin::upload.folder/files',
    ]) {
      const answer = await answerTo(`/content-manager/relations/${path}?page=1`);
      expect([path, answer.status]).toEqual([path, 404]);
    }
  });

  it.each([
    'filters[$and][0][title][$contains]=Bài',
    'filters[$and][0][agency][name][$contains]=Cơ quan',
    'filters[$and][0][category][id][$null]=true',
    'filters[$and][0][createdBy][id][$notNull]=true',
    'filters[$and][0][cover][$null]=true',
    'filters[$and][0][updatedAt][$gt]=2021-02-28 07:30%2B07:00',
    'filters[$and][0][__status][$eq]=draft',
    'sort=title:ASC',
    'sort=agency.name:DESC',
    'sort=createdBy.firstname:DESC',
    'sort=status:ASC',
    '_q=Bài',
  ])('of what the list shows is answered: %s', async (query) => {
    const { status, text } = await answerTo(`${ARTICLES}&${query}`);
    expect([status, text]).toEqual([200, expect.stringContaining('Bài của A')]);
  });

  it('of the form’s relations is answered', async () => {
    const found = await answerTo(`${AGENCIES}&_q=có người tạo&idsToOmit[0]=1&locale=vi&status=draft`);
    expect([found.status, found.text]).toEqual([200, expect.stringContaining('Sở có người tạo')]);
    expect(found.text).not.toMatch(/createdBy|address/);
  });

  it.each([
    ['page', '0'],
    ['page', '1e400'],
    ['page', '99999999999'],
    ['pageSize', '-1'],
    ['pageSize', '100000'],
    ['id', 'NaN'],
    ['id', '99999999999'],
  ])('with a number that is none is refused by name: %s %s', async (name, value) => {
    const query = name === 'id' ? `filters[id][$eq]=${value}` : `${name}=${value}`;
    const list = `/content-manager/collection-types/${ARTICLE}?locale=vi&${query}`;
    const { status, text } = await answerTo(list);
    expect([status, text]).toEqual([400, expect.stringContaining(`"message":"${name}: cần một số nguyên`)]);
  });

  it.each(['createdBy.email:asc', 'updatedBy.password:asc', 'createdBy.resetPasswordToken:desc'])(
    'in the body of a bulk action is refused too: sort=%s',
    async (sort) => {
      const own = [await write.draft({ agency: agencies.A }), await write.draft({ agency: agencies.A })];
      const path = `/content-manager/collection-types/${ARTICLE}/actions/bulkFindForValidation`;
      const documentIds = own.map(({ documentId }) => documentId);
      expect((await reporter.ask('POST', path, { documentIds, locale: 'vi' })).status).toBe(200);
      expect((await reporter.ask('POST', path, { documentIds, locale: 'vi', sort })).status).toBe(403);
    },
  );

  it('counts and shows on the first page only what its person may read', async () => {
    const count = async (session: Session) =>
      JSON.parse((await answerTo('/content-manager/homepage/count-documents', session)).text).data;
    const [before, all] = [await count(reporter), await count(chief)];
    const title = unique('Bài của B');
    await write.draft({ title, agency: agencies.B });
    await write.article({ title, agency: agencies.B });
    expect(await count(reporter)).toEqual(before);
    expect(await count(chief)).toEqual({ ...all, draft: all.draft + 1, published: all.published + 1 });
    await write.draft({ agency: agencies.A });
    expect(await count(reporter)).toEqual({ ...before, draft: before.draft + 1 });

    for (const action of ['update', 'publish']) {
      const { text } = await answerTo(`/content-manager/homepage/recent-documents?action=${action}`);
      expect(text).not.toContain(title);
    }
    const { data } = JSON.parse((await answerTo('/admin/homepage/key-statistics')).text);
    expect(data).toMatchObject({ assets: 0, admins: 0, webhooks: 0, apiTokens: 0, locales: 2 });
    const statistics = JSON.parse((await answerTo('/admin/homepage/key-statistics', chief)).text);
    expect(statistics.data.admins).toBe(2);
  });

  it('about slugs says nothing of hidden drafts, and nothing of types that the person does not write', async () => {
    const slug = 'bai-con-giau';
    await write.draft({ slug, agency: agencies.B });
    await write.article({ slug: 'bai-cong-khai', agency: agencies.B });
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    await write.article({ slug: 'bai-hen-gio', agency: agencies.B, publishedOn: tomorrow });
    await write.draft({ slug: 'bai-cua-toi', agency: agencies.A });
    const ask = async (session: Session, value: string, uid = ARTICLE) => {
      const body = { contentTypeUID: uid, field: 'slug', value };
      const response = await session.ask('POST', '/content-manager/uid/check-availability?locale=vi', body);
      return response.status === 200 ? await response.json() : response.status;
    };
    expect(await ask(reporter, slug)).toEqual({ isAvailable: true, suggestion: null });
    expect(await ask(chief, slug)).toEqual({ isAvailable: false, suggestion: `${slug}-2` });
    expect(await ask(reporter, 'bai-hen-gio')).toEqual({ isAvailable: true, suggestion: null });
    expect(await ask(chief, 'bai-hen-gio')).toEqual({ isAvailable: false, suggestion: 'bai-hen-gio-2' });
    expect(await ask(reporter, 'bai-cong-khai')).toEqual({ isAvailable: false, suggestion: 'bai-cong-khai-2' });
    expect(await ask(reporter, 'bai-cua-toi')).toEqual({ isAvailable: false, suggestion: 'bai-cua-toi-2' });
    expect(await ask(reporter, 'x', 'plugin::newsroom.category')).toBe(403);

    const generate = async (session: Session, title: string) => {
      const body = { contentTypeUID: ARTICLE, field: 'slug', data: { title } };
      const response = await session.ask('POST', '/content-manager/uid/generate?locale=vi', body);
      return ((await response.json()) as { data: string }).data;
    };
    expect(await generate(reporter, 'Bài còn giấu')).toBe(slug);
    expect(await generate(reporter, 'Bài công khai')).toBe('bai-cong-khai-2');
  });
});
