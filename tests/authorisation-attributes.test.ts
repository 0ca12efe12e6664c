import { writers } from './helpers/content';
import { documentsOf } from './helpers/documents';
import { minimalDocuments } from './helpers/minimal-documents';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import type { Session } from './helpers/sign-in';
import { staff } from './helpers/staff';

type Data = Record<string, unknown>;
type Row = Data & { id: number; document_id: string; created_by_id: number | null };
type Type = { uid: string; collectionName: string; attributes: Record<string, { type: string }>; declared: Data };

const CM = '/content-manager/collection-types';
const TYPES = [
  'plugin::newsroom.article',
  'plugin::newsroom.category',
  'plugin::newsroom.latest-news-list',
  'plugin::newsroom.pin',
  'plugin::newsroom.redirect',
  'plugin::directory.agency',
  'plugin::directory.agency-period',
  'plugin::directory.official',
  'plugin::directory.position',
  'plugin::directory.appointment',
  'plugin::directory.succession',
  'plugin::public-record.directive',
  'plugin::public-record.programme',
  'plugin::public-record.procedure-report',
  'plugin::public-record.exchange-report',
  'plugin::portal-search.abbreviation',
];

describe('a write takes from its caller only what the schema of its type declares', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;
  let minimal: ReturnType<typeof minimalDocuments>;
  let chief: Session;
  let reporter: Session;
  let agency: string;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
    minimal = minimalDocuments(newsroom.strapi);
    chief = await staff(newsroom, 'strapi-super-admin');
    agency = (await write.agency()).documentId;
    reporter = await staff(newsroom, 'desk-reporter', agency);
  });
  afterAll(() => newsroom.stop());

  const typeOf = (uid: string): Type => {
    const type = newsroom.strapi.contentTypes[uid as 'plugin::newsroom.article'] as unknown as Type & {
      __schema__: { attributes: Data };
    };
    return { ...type, declared: type.__schema__.attributes };
  };
  const isLocalised = (uid: string) =>
    'locale' in typeOf(uid).attributes && uid.match(/article|list|pin|directive|programme/) !== null;
  const rowsOf = async (uid: string, documentId?: string) =>
    (await newsroom.sql(
      `SELECT * FROM ${typeOf(uid).collectionName} WHERE $1::text IS NULL OR document_id = $1 ORDER BY id`,
      [documentId ?? null],
    )) as Row[];
  const create = async (uid: string, locale?: string) =>
    documentsOf(newsroom.strapi)(uid).create({
      data: await minimal[uid]!(),
      ...(isLocalised(uid) && { locale: locale ?? 'vi' }),
    });

  /** Every attribute that the schema does not declare, and other keys, as an attacker sets them. */
  function forged(uid: string, victim: Row): Data {
    const { attributes, declared } = typeOf(uid);
    const undeclared = Object.keys(attributes).filter((name) => !(name in declared));
    expect(undeclared).toEqual(
      expect.arrayContaining(['createdBy', 'updatedBy', 'createdAt', 'updatedAt', 'publishedAt']),
    );
    const values: Data = {
      id: victim.id,
      documentId: victim.document_id,
      createdBy: reporter.id,
      updatedBy: { id: reporter.id },
      createdAt: '2001-01-01T00:00:00.000Z',
      updatedAt: '2001-01-01T00:00:00.000Z',
      publishedAt: '2001-01-01T00:00:00.000Z',
      firstPublishedAt: '2001-01-01T00:00:00.000Z',
      locale: 'en',
      localizations: [victim.id],
      revision: 99,
      reviewState: 'approved',
      document_id: victim.document_id,
      created_by_id: reporter.id,
      status: 'published',
      __component: 'x',
      __type: uid,
      __pivot: { id: victim.id },
    };
    return { ...Object.fromEntries(undeclared.map((name) => [name, victim.id])), ...values };
  }

  /** Runs a write and asserts that it changed no row of the victim, and took none of the forged values. */
  async function assertOwnOnly(
    uid: string,
    locale: string | null,
    run: (data: Data) => Promise<string>,
    by: number | null,
  ) {
    const victim = await create(uid);
    const before = await rowsOf(uid, victim.documentId);
    const all = (await rowsOf(uid)).map(({ id, document_id }) => `${id} ${document_id}`);
    const written = await run(forged(uid, before[0]!));
    expect(written).not.toBe(victim.documentId);
    expect(await rowsOf(uid, victim.documentId)).toEqual(before);
    const now = await rowsOf(uid);
    const moved = all.filter((row) => !now.some(({ id, document_id }) => row === `${id} ${document_id}`));
    expect(moved).toEqual([]);
    const row = (await rowsOf(uid, written)).find((one) => locale === null || one.locale === locale)!;
    expect(row.created_by_id).toBe(by);
    for (const column of ['created_at', 'updated_at', 'published_at']) {
      expect([column, (row[column] as Date | null)?.getFullYear()]).not.toEqual([column, 2001]);
    }
    expect(Number(row.revision)).toBeLessThan(99);
    if ('review_state' in row) expect(row.review_state).toBeNull();
    if (typeOf(uid).attributes.title && uid.endsWith('article')) expect(row.published_at).toBeNull();
  }

  it('of each type that there is', () => {
    const watched = Object.keys(newsroom.strapi.contentTypes).filter((uid) =>
      /^plugin::(newsroom|directory|public-record|portal-search)\./.test(uid),
    );
    expect(watched.sort()).toEqual([...TYPES].sort());
    expect(Object.keys(minimal).sort()).toEqual([...TYPES].sort());
  });

  const sent = async (answer: Promise<Response>): Promise<string> => {
    const response = await answer;
    const text = await response.text();
    expect([response.status < 300, text]).toEqual([true, text]);
    const { data } = JSON.parse(text) as { data: { documentId: string } };
    return data.documentId;
  };

  describe.each(TYPES)('%s', (uid) => {
    const query = () => (isLocalised(uid) ? '?locale=vi' : '');

    it('in a create', async () => {
      await assertOwnOnly(
        uid,
        isLocalised(uid) ? 'vi' : null,
        async (data) => sent(chief.ask('POST', `${CM}/${uid}${query()}`, { ...data, ...(await minimal[uid]!()) })),
        chief.id,
      );
    });

    it('in an update', async () => {
      const { documentId } = await create(uid);
      await assertOwnOnly(
        uid,
        isLocalised(uid) ? 'vi' : null,
        async (data) => sent(chief.ask('PUT', `${CM}/${uid}/${documentId}${query()}`, data)),
        null,
      );
    });

    it('in a clone', async () => {
      const { documentId } = await create(uid);
      await assertOwnOnly(
        uid,
        isLocalised(uid) ? 'vi' : null,
        async (data) =>
          sent(
            chief.ask('POST', `${CM}/${uid}/clone/${documentId}${query()}`, { ...data, ...(await minimal[uid]!()) }),
          ),
        chief.id,
      );
    });

    it('in a call of the document service', async () => {
      await assertOwnOnly(
        uid,
        isLocalised(uid) ? 'vi' : null,
        async (data) => {
          const made = await documentsOf(newsroom.strapi)(uid).create({
            data: { ...data, ...(await minimal[uid]!()) },
            ...(isLocalised(uid) && { locale: 'vi' }),
          });
          await documentsOf(newsroom.strapi)(uid).update({
            documentId: made.documentId,
            data,
            ...(isLocalised(uid) && { locale: 'vi' }),
          });
          return made.documentId;
        },
        null,
      );
    });

    it('in a new locale', async () => {
      if (!isLocalised(uid)) return expect(typeOf(uid).attributes.localizations).toBeDefined();
      const { documentId } = await create(uid);
      const own = await rowsOf(uid, documentId);
      await assertOwnOnly(
        uid,
        'en',
        async (data) =>
          sent(
            chief.ask('PUT', `${CM}/${uid}/${documentId}?locale=en`, {
              ...data,
              locale: 'vi',
              ...(await minimal[uid]!()),
            }),
          ),
        chief.id,
      );
      expect((await rowsOf(uid, documentId)).slice(0, own.length).map(({ id }) => id)).toEqual(own.map(({ id }) => id));
    });
  });

  it('in a publish that saves, of an author who would publish another’s draft', async () => {
    const uid = 'plugin::newsroom.article';
    const victim = await create(uid);
    const [before] = await rowsOf(uid, victim.documentId);
    const { documentId } = await create(uid);
    const answer = await chief.ask(
      'POST',
      `${CM}/${uid}/${documentId}/actions/publish?locale=vi`,
      { ...forged(uid, before!), title: 'Công bố' },
      { 'X-Desk-Override': 'mot-minh' },
    );
    expect(answer.status).toBe(200);
    expect(await rowsOf(uid, victim.documentId)).toEqual([before]);
    expect((await rowsOf(uid, documentId)).map(({ title }) => title)).toEqual(['Công bố', 'Công bố']);
  });

  it('links documents and no rows of another locale or state', async () => {
    const article = await write.article({ agency });
    await documentsOf(newsroom.strapi)('plugin::newsroom.article').update({
      documentId: article.documentId,
      locale: 'en',
      data: { title: 'In English' },
    });
    const english = (await rowsOf('plugin::newsroom.article', article.documentId)).find(
      ({ locale }) => locale === 'en',
    )!;
    for (const link of [
      { connect: [{ id: english.id }] },
      { connect: [{ id: english.id, documentId: article.documentId, locale: 'en' }] },
      { set: [english.id] },
      english.id,
    ]) {
      const { documentId: list } = await write.latestNewsList({});
      const documentId = await sent(
        chief.ask('POST', `${CM}/plugin::newsroom.pin?locale=vi`, { place: 2, list, article: link }),
      );
      const locales = await newsroom.sql(
        `SELECT DISTINCT article.locale FROM pins_article_lnk link JOIN pins pin ON pin.id = link.pin_id
           JOIN articles article ON article.id = link.article_id WHERE pin.document_id = $1`,
        [documentId],
      );
      expect([link, locales]).toEqual([link, [{ locale: 'vi' }]]);
      await documentsOf(newsroom.strapi)('plugin::newsroom.pin').update({
        documentId,
        locale: 'vi',
        data: { place: 50, until: '2001-01-01T00:00:00Z' },
      });
    }
  });

  it.each([[[[1]]], [true], [{ connect: [{}] }], [{ id: 'x' }], [{ set: 99_999_999_999 }], [{ disconnectAll: true }]])(
    'refuses what is no reference by the name of its field: %j',
    async (category) => {
      const answer = await reporter.ask('POST', `${CM}/plugin::newsroom.article?locale=vi`, { title: 'Bài', category });
      expect([answer.status, await answer.json()]).toMatchObject([
        400,
        { error: { message: 'category: cần một mục đã có' } },
      ]);
    },
  );

  it('refuses a file that is not there any more by the name of its field', async () => {
    const path = `${CM}/plugin::newsroom.article?locale=vi`;
    const answer = await reporter.ask('POST', path, { title: 'Bài', cover: { id: 99_999 } });
    expect([answer.status, await answer.json()]).toMatchObject([
      400,
      { error: { message: 'cover: cần một mục đã có', details: { errors: [{ path: ['cover'] }] } } },
    ]);
  });

  it('refuses more links at once than any form has', async () => {
    const agencies = { connect: Array.from({ length: 501 }, () => agency) };
    const answer = await reporter.ask('POST', `${CM}/plugin::newsroom.article?locale=vi`, { title: 'Bài', agencies });
    expect([answer.status, await answer.json()]).toMatchObject([
      400,
      { error: { message: 'agencies: nhiều nhất 500 mục một lần' } },
    ]);
  });
});
