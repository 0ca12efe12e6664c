import { unique, writers } from './helpers/content';
import { documentsOf } from './helpers/documents';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import type { Session } from './helpers/sign-in';
import { staff } from './helpers/staff';

const ARTICLE = 'plugin::newsroom.article';
const CATEGORY = 'plugin::newsroom.category';
const LIST = 'plugin::newsroom.latest-news-list';
const PIN = 'plugin::newsroom.pin';
const AGENCY = 'plugin::directory.agency';
const OFFICIAL = 'plugin::directory.official';
const POSITION = 'plugin::directory.position';
const CM = '/content-manager/collection-types';

type Used = {
  count: number;
  uses: { type: string; title: string | null; isPublished: boolean }[];
  title?: string;
  replacements?: { documentId: string; title: string }[] | null;
};
type Refusal = { error: { name: string; message: string; details: Used } };

describe('deleting what is in use', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;
  let chief: Session;
  let manager: Session;

  const documents = (uid: string) => documentsOf(newsroom.strapi)(uid);
  const id = async (written: Promise<{ documentId: string }>) => (await written).documentId;
  const remove = (uid: string, documentId: string) => chief.ask('DELETE', `${CM}/${uid}/${documentId}?locale=*`);
  const usesOf = async (uid: string, documentId: string) =>
    ((await (await chief.ask('GET', `/publishing-desk/uses/${uid}/${documentId}`)).json()) as { data: Used }).data;
  const replace = (uid: string, documentId: string, replacement: string, by = manager) =>
    by.ask('POST', `/publishing-desk/uses/${uid}/${documentId}/replace`, { replacement });
  const auditOf = async (documentId: string) =>
    (
      await newsroom.sql(
        `SELECT json_build_object('action', action, 'locale', locale, 'by', actor ->> 'id', 'before', before,
                  'after', after, 'note', note)::text AS row FROM desk.audit WHERE document_id = $1 ORDER BY id`,
        [documentId],
      )
    ).map(({ row }) => JSON.parse(row as string));
  const exists = async (table: string, documentId: string) =>
    (await newsroom.sql(`SELECT FROM ${table} WHERE document_id = $1`, [documentId])).length > 0;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
    chief = await staff(newsroom, 'strapi-super-admin');
    manager = await staff(newsroom, 'desk-manager');
  });
  afterAll(() => newsroom.stop());

  /** Every kind of use of every kind of thing, made anew: the thing, and what uses it. */
  const kinds: [string, string, string, () => Promise<[thing: string, user: string]>][] = [
    [
      'a category',
      CATEGORY,
      'a draft',
      async () => {
        const category = await id(write.category());
        return [category, await id(write.draft({ category }))];
      },
    ],
    [
      'a category',
      CATEGORY,
      'a published row whose draft has moved on',
      async () => {
        const category = await id(write.category());
        const article = await id(write.article({ category }));
        await documents(ARTICLE).update({ documentId: article, locale: 'vi', data: { category: null } });
        return [category, article];
      },
    ],
    [
      'a category',
      CATEGORY,
      'one language of an article',
      async () => {
        const category = await id(write.category());
        const article = await id(write.draft({}));
        await documents(ARTICLE).update({ documentId: article, locale: 'en', data: { title: 'English', category } });
        return [category, article];
      },
    ],
    [
      'a category',
      CATEGORY,
      'another category',
      async () => {
        const parent = await id(write.category());
        return [parent, await id(write.category({ parent }))];
      },
    ],
    [
      'a category',
      CATEGORY,
      'a list',
      async () => {
        const category = await id(write.category());
        return [category, await id(write.latestNewsList({ category }))];
      },
    ],
    [
      'an agency',
      AGENCY,
      'an article that it owns',
      async () => {
        const agency = await id(write.agency());
        return [agency, await id(write.draft({ agency }))];
      },
    ],
    [
      'an agency',
      AGENCY,
      'an article that names it',
      async () => {
        const agency = await id(write.agency());
        return [agency, await id(write.draft({ agencies: [agency] }))];
      },
    ],
    [
      'an agency',
      AGENCY,
      'a list',
      async () => {
        const agency = await id(write.agency());
        return [agency, await id(write.latestNewsList({ agency }))];
      },
    ],
    [
      'an agency',
      AGENCY,
      'an agency below it',
      async () => {
        const parent = await id(write.agency());
        return [parent, await id(write.agency({ parent }))];
      },
    ],
    [
      'an agency',
      AGENCY,
      'a period',
      async () => {
        const agency = await id(write.agency());
        return [agency, await id(write.agencyPeriod({ agency, to: '2020-01-01' }))];
      },
    ],
    [
      'an agency',
      AGENCY,
      'a succession',
      async () => {
        const [predecessor, successor] = [await id(write.agency()), await id(write.agency())];
        return [successor, await id(write.succession({ predecessor, successor, on: '2025-01-01' }))];
      },
    ],
    [
      'an agency',
      AGENCY,
      'a position',
      async () => {
        const agency = await id(write.agency());
        return [agency, await id(write.position({ title: unique('Chức vụ'), rank: 1, agency }))];
      },
    ],
    [
      'an official',
      OFFICIAL,
      'an article',
      async () => {
        const official = await id(write.official());
        return [official, await id(write.article({ officials: [official] }))];
      },
    ],
    [
      'an official',
      OFFICIAL,
      'an appointment',
      async () => {
        const [official, position] = [await id(write.official()), await id(write.position({ title: 'Chức', rank: 1 }))];
        return [official, await id(write.appointment({ official, position }))];
      },
    ],
    [
      'a position',
      POSITION,
      'an appointment',
      async () => {
        const [official, position] = [await id(write.official()), await id(write.position({ title: 'Chức', rank: 1 }))];
        return [position, await id(write.appointment({ official, position }))];
      },
    ],
    [
      'a list',
      LIST,
      'a pin',
      async () => {
        const list = await id(write.latestNewsList({}));
        return [list, await id(write.pin({ list, article: await id(write.article()), place: 1 }))];
      },
    ],
    [
      'an article',
      ARTICLE,
      'a pin',
      async () => {
        const article = await id(write.article());
        return [article, await id(write.pin({ list: await id(write.latestNewsList({})), article, place: 1 }))];
      },
    ],
  ];

  it.each(kinds)('is refused for %s (%s), used by %s', async (_what, uid, _by, make) => {
    const [thing, user] = await make();
    const { collectionName } = newsroom.strapi.contentType(uid as typeof ARTICLE);
    const answer = await remove(uid, thing);
    const { error } = (await answer.json()) as Refusal;
    expect([answer.status, error.name, error.details.count]).toEqual([409, 'InUseError', 1]);
    expect(error.message).toMatch(/^Không xóa được “.+”: 1 nội dung đang dùng \(“.+”\)\./);
    expect(error.details.uses).toEqual([expect.objectContaining({ documentId: user, title: expect.any(String) })]);
    // Machines too, and past the desk.
    await expect(documents(uid).delete({ documentId: thing, locale: '*' })).rejects.toThrow('Không xóa được');
    await expect(newsroom.sql(`DELETE FROM ${collectionName} WHERE document_id = $1`, [thing])).rejects.toMatchObject({
      code: '23514',
    });
    expect(await exists(collectionName!, thing)).toBe(true);
    expect((await auditOf(thing)).map(({ action }) => action)).not.toContain('delete');
  });

  it('names ten of many, those that readers see first, and counts documents, not rows', async () => {
    const category = await id(write.category({ name: 'Nhiều bài' }));
    for (let number = 1; number <= 12; number += 1) {
      const article = await id(write.draft({ title: `Nháp ${String(number).padStart(2, '0')}`, category }));
      await documents(ARTICLE).update({ documentId: article, locale: 'en', data: { title: 'English', category } });
    }
    await write.article({ title: 'Đã đăng', category });
    const { error } = (await (await remove(CATEGORY, category)).json()) as Refusal;
    expect(error.message).toMatch(
      /^Không xóa được “Nhiều bài”: 13 nội dung đang dùng \(“Đã đăng”, “Nháp 01”.*và 3 nội dung khác\)/,
    );
    expect([error.details.count, error.details.uses.length]).toEqual([13, 10]);
    expect(await usesOf(CATEGORY, category)).toMatchObject({ title: 'Nhiều bài', count: 13 });
  });

  it('is refused in bulk, for all of the batch', async () => {
    const [used, free] = [await id(write.category()), await id(write.category())];
    await write.draft({ title: 'Giữ chuyên mục', category: used });
    const answer = await chief.ask('POST', `${CM}/${CATEGORY}/actions/bulkDelete`, { documentIds: [free, used] });
    expect([answer.status, ((await answer.json()) as Refusal).error.message]).toEqual([
      409,
      expect.stringContaining('“Giữ chuyên mục”'),
    ]);
    expect([await exists('categories', used), await exists('categories', free)]).toEqual([true, true]);
  });

  it('counts the people and files of an agency', async () => {
    const agency = await id(write.agency());
    const person = await staff(newsroom, 'desk-reporter', agency);
    const picture = await write.picture();
    await newsroom.sql('UPDATE files SET agency = $1 WHERE id = $2', [agency, picture.id]);
    const { count, uses } = await usesOf(AGENCY, agency);
    expect([count, uses.map(({ type }) => type).sort()]).toEqual([2, ['admin::user', 'plugin::upload.file']]);
    expect((await remove(AGENCY, agency)).status).toBe(409);

    const next = await id(write.agency());
    expect((await replace(AGENCY, agency, next)).status).toBe(200);
    expect(await newsroom.sql('SELECT agency FROM admin_users WHERE id = $1', [person.id])).toEqual([{ agency: next }]);
    expect(await newsroom.sql('SELECT agency FROM files WHERE id = $1', [picture.id])).toEqual([{ agency: next }]);
    expect((await auditOf(picture.documentId)).at(-1)).toMatchObject({
      action: 'assign-agency',
      by: String(manager.id),
      before: { agency },
      after: { agency: next },
    });
  });

  it('is refused to a writer who would refer to it at the same time, or refuses that writer', async () => {
    for (let round = 0; round < 6; round += 1) {
      const [category, article] = [await id(write.category()), await id(write.draft())];
      const [linking, deleting] = await Promise.allSettled([
        documents(ARTICLE).update({ documentId: article, locale: 'vi', data: { category } }),
        documents(CATEGORY).delete({ documentId: category }),
      ]);
      expect([linking.status, deleting.status].sort()).toEqual(['fulfilled', 'rejected']);
      expect(await exists('categories', category)).toBe(linking.status === 'fulfilled');
    }
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
    expect(await exists('categories', old)).toBe(false);
    expect(await usesOf(CATEGORY, next)).toMatchObject({ count: 3 });

    const by = String(manager.id);
    const note = '“Cũ” → “Mới”';
    for (const documentId of [article.documentId, list, child]) {
      expect((await auditOf(documentId)).at(-1)).toMatchObject({ action: 'replace-reference', by, note });
    }
    const audited = (await auditOf(old)).map(({ action, by: who }) => [action, who]);
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
    expect(await usesOf(uid, next)).toMatchObject({ count });
    expect((await chief.ask('GET', `/publishing-desk/uses/${uid}/${old}`)).status).toBe(404);
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
    expect((await auditOf(article)).map(({ action }) => action)).toEqual(['create']);
    expect(await usesOf(CATEGORY, category)).toMatchObject({ count: 1 });
  });

  it('names no draft that the person may not read', async () => {
    const [own, category] = [await id(write.agency()), await id(write.category())];
    await write.draft({ title: 'Nháp mật', category, agency: await id(write.agency()) });
    const reporter = await staff(newsroom, 'desk-reporter', own);
    const answer = await reporter.ask('GET', `/publishing-desk/uses/${CATEGORY}/${category}`);
    const { data } = (await answer.json()) as { data: Used };
    expect(data).toMatchObject({ count: 1, uses: [{ title: null, documentId: null }] });
  });

  it('is allowed for one language of a list whose pin is in another', async () => {
    const list = await id(write.latestNewsList({}));
    await documents(LIST).update({ documentId: list, locale: 'en', data: { name: 'List', size: 8 } });
    const pin = await id(write.pin({ list, article: await id(write.article()), place: 1 }));
    expect((await chief.ask('DELETE', `${CM}/${LIST}/${list}?locale=vi`)).status).toBe(409);
    expect((await chief.ask('DELETE', `${CM}/${LIST}/${list}?locale=en`)).status).toBe(200);
    await documents(PIN).delete({ documentId: pin, locale: '*' });
    expect((await remove(LIST, list)).status).toBe(200);
  });
});
