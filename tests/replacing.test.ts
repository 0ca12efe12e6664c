import { unique, writers } from './helpers/content';
import { documentsOf } from './helpers/documents';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import type { Session } from './helpers/sign-in';
import { staff } from './helpers/staff';
import { id, usesReader } from './helpers/uses';

const ARTICLE = 'plugin::newsroom.article';
const CATEGORY = 'plugin::newsroom.category';
const LIST = 'plugin::newsroom.latest-news-list';
const AGENCY = 'plugin::directory.agency';
const OFFICIAL = 'plugin::directory.official';
const POSITION = 'plugin::directory.position';

type Refusal = { error: { message: string } };

describe('the replacement of what is deleted', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;
  let manager: Session;
  let read: ReturnType<typeof usesReader>;

  const documents = (uid: string) => documentsOf(newsroom.strapi)(uid);
  const replace = (uid: string, documentId: string, replacement: string, by = manager) =>
    by.ask('POST', `/publishing-desk/uses/${uid}/${documentId}/replace`, { replacement });

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
    manager = await staff(newsroom, 'desk-manager');
    read = usesReader(newsroom, manager);
  });
  afterAll(() => newsroom.stop());

  it('moves the people and files of an agency, which count as its uses', async () => {
    const agency = await id(write.agency());
    const person = await staff(newsroom, 'desk-reporter', agency);
    const picture = await write.picture();
    await newsroom.sql('UPDATE files SET agency = $1 WHERE id = $2', [agency, picture.id]);
    const { count, uses } = await read.usesOf(AGENCY, agency);
    expect([count, uses.map(({ type }) => type).sort()]).toEqual([2, ['admin::user', 'plugin::upload.file']]);
    expect((await manager.ask('DELETE', `/content-manager/collection-types/${AGENCY}/${agency}`)).status).toBe(409);

    const next = await id(write.agency());
    expect((await replace(AGENCY, agency, next)).status).toBe(200);
    expect(await newsroom.sql('SELECT agency FROM admin_users WHERE id = $1', [person.id])).toEqual([{ agency: next }]);
    expect(await newsroom.sql('SELECT agency FROM files WHERE id = $1', [picture.id])).toEqual([{ agency: next }]);
    expect((await read.auditOf(picture.documentId)).at(-1)).toMatchObject({
      action: 'assign-agency',
      by: String(manager.id),
      before: { agency },
      after: { agency: next },
    });
  });

  it('replaces it everywhere, in drafts and in what readers see, and then deletes it', async () => {
    const [old, next] = [
      await id(write.category({ name: 'Cũ' })),
      await id(write.category({ name: 'Mới', slug: 'moi-thay' })),
    ];
    const article = await write.article({ category: old });
    await documents(ARTICLE).update({
      documentId: article.documentId,
      locale: 'en',
      data: { title: 'En', category: old },
    });
    const [list, child] = [
      await id(write.latestNewsList({ category: old })),
      await id(write.category({ parent: old })),
    ];
    const answer = await replace(CATEGORY, old, next);
    expect([answer.status, await answer.json()]).toEqual([200, { data: { count: 3 } }]);

    const rows = await newsroom.sql(
      `SELECT article.locale, article.published_at IS NOT NULL AS published, category.document_id AS category
         FROM articles article JOIN categories category ON category.id = article.category_ref
        WHERE article.document_id = $1 ORDER BY 1 DESC, 2`,
      [article.documentId],
    );
    expect(rows).toEqual([
      { locale: 'vi', published: false, category: next },
      { locale: 'vi', published: true, category: next },
      { locale: 'en', published: false, category: next },
    ]);
    const card = await (await fetch(`${newsroom.url}/api/portal/v1/articles?category=moi-thay`)).json();
    expect((card as { data: { id: string }[] }).data.map((one) => one.id)).toEqual([article.documentId]);
    expect(await read.exists('categories', old)).toBe(false);
    expect(await read.usesOf(CATEGORY, next)).toMatchObject({ count: 3 });

    const by = String(manager.id);
    const note = '“Cũ” → “Mới”';
    for (const documentId of [article.documentId, list, child]) {
      expect((await read.auditOf(documentId)).at(-1)).toMatchObject({ action: 'replace-reference', by, note });
    }
    const audited = (await read.auditOf(old)).map(({ action, by: who }) => [action, who]);
    expect(audited).toEqual([
      ['create', null],
      ['replace', by],
      ['delete', by],
    ]);
    const [version] = await newsroom.sql(
      `SELECT content -> 'category' ->> 0 AS category FROM desk.versions WHERE document_id = $1 AND locale = 'vi'
        ORDER BY audit_id DESC LIMIT 1`,
      [article.documentId],
    );
    expect(version).toEqual({ category: next });
  });

  it.each([
    [
      'an agency',
      async () => {
        const [old, next] = [await id(write.agency()), await id(write.agency())];
        const article = await id(write.article({ agency: old, agencies: [old, next] }));
        await write.position({ title: unique('Chức vụ'), rank: 1, agency: old });
        return { uid: AGENCY, old, next, count: 2, article };
      },
    ],
    [
      'an official',
      async () => {
        const [old, next] = [await id(write.official()), await id(write.official())];
        const position = await id(write.position({ title: unique('Chức vụ'), rank: 1 }));
        await write.appointment({ official: old, position });
        return { uid: OFFICIAL, old, next, count: 2, article: await id(write.article({ officials: [old] })) };
      },
    ],
    [
      'a position',
      async () => {
        const make = () => id(write.position({ title: unique('Chức vụ'), rank: 1 }));
        const [old, next] = [await make(), await make()];
        await write.appointment({ official: await id(write.official()), position: old });
        return { uid: POSITION, old, next, count: 1 };
      },
    ],
    [
      'a list',
      async () => {
        const [old, next] = [await id(write.latestNewsList({})), await id(write.latestNewsList({}))];
        await write.pin({ list: old, article: await id(write.article()), place: 1 });
        return { uid: LIST, old, next, count: 1 };
      },
    ],
  ] as const)('replaces %s', async (_what, make) => {
    const { uid, old, next, count } = await make();
    const answer = await replace(uid, old, next);
    expect([answer.status, await answer.json()]).toEqual([200, { data: { count } }]);
    expect(await read.usesOf(uid, next)).toMatchObject({ count });
    expect((await manager.ask('GET', `/publishing-desk/uses/${uid}/${old}`)).status).toBe(404);
  });

  it('changes nothing where one document would break a rule, or the person may not change it', async () => {
    const [one, other] = [await id(write.agency()), await id(write.agency())];
    await write.succession({ predecessor: one, successor: other, on: '2025-01-01' });
    const broken = await replace(AGENCY, one, other);
    expect([broken.status, ((await broken.json()) as Refusal).error.message]).toEqual([
      400,
      expect.stringContaining('không cơ quan nào kế thừa chính mình'),
    ]);
    for (const replacement of [one, 'khong-co', await id(write.category())]) {
      expect([replacement, (await replace(AGENCY, one, replacement)).status]).toEqual([replacement, 400]);
    }
    expect((await replace(ARTICLE, await id(write.article()), await id(write.article()))).status).toBe(404);

    const category = await id(write.category());
    const [article, next] = [await id(write.article({ category })), await id(write.category())];
    const approver = await staff(newsroom, 'desk-approver', one);
    const refused = await replace(CATEGORY, category, next, approver);
    expect(refused.status).toBe(403);
    expect((await read.auditOf(article)).map(({ action }) => action)).toEqual(['create']);
    expect(await read.usesOf(CATEGORY, category)).toMatchObject({ count: 1 });
  });
});
