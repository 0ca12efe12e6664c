import { unique, writers } from './helpers/content';
import { documentsOf } from './helpers/documents';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import type { Session } from './helpers/sign-in';
import { staff } from './helpers/staff';
import { id, type Used, usesReader } from './helpers/uses';

const ARTICLE = 'plugin::newsroom.article';
const CATEGORY = 'plugin::newsroom.category';
const LIST = 'plugin::newsroom.latest-news-list';
const PIN = 'plugin::newsroom.pin';
const AGENCY = 'plugin::directory.agency';
const OFFICIAL = 'plugin::directory.official';
const POSITION = 'plugin::directory.position';
const CM = '/content-manager/collection-types';

type Refusal = { error: { name: string; message: string; details: Used } };

describe('deleting what is in use', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;
  let chief: Session;

  const documents = (uid: string) => documentsOf(newsroom.strapi)(uid);
  const remove = (uid: string, documentId: string) => chief.ask('DELETE', `${CM}/${uid}/${documentId}?locale=*`);
  let read: ReturnType<typeof usesReader>;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
    chief = await staff(newsroom, 'strapi-super-admin');
    read = usesReader(newsroom, chief);
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
    expect(await read.exists(collectionName!, thing)).toBe(true);
    expect((await read.auditOf(thing)).map(({ action }) => action)).not.toContain('delete');
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
    expect(await read.usesOf(CATEGORY, category)).toMatchObject({ title: 'Nhiều bài', count: 13 });
  });

  it('is refused in bulk, for all of the batch', async () => {
    const [used, free] = [await id(write.category()), await id(write.category())];
    await write.draft({ title: 'Giữ chuyên mục', category: used });
    const answer = await chief.ask('POST', `${CM}/${CATEGORY}/actions/bulkDelete`, { documentIds: [free, used] });
    const { error } = (await answer.json()) as Refusal;
    expect([answer.status, error.message]).toEqual([409, expect.stringContaining('“Giữ chuyên mục”')]);
    expect(error.details).toMatchObject({ documentId: used, count: 1 });
    // The panel's list of a type without languages names the language of another.
    const uses = await chief.ask('GET', `/publishing-desk/uses/${CATEGORY}/${used}?locale=vi`);
    expect(((await uses.json()) as { data: Used }).data.count).toBe(1);
    expect([await read.exists('categories', used), await read.exists('categories', free)]).toEqual([true, true]);
  });

  it('is refused to a writer who would refer to it at the same time, or refuses that writer', async () => {
    for (let round = 0; round < 6; round += 1) {
      const [category, article] = [await id(write.category()), await id(write.draft())];
      const [linking, deleting] = await Promise.allSettled([
        documents(ARTICLE).update({ documentId: article, locale: 'vi', data: { category } }),
        documents(CATEGORY).delete({ documentId: category }),
      ]);
      expect([linking.status, deleting.status].sort()).toEqual(['fulfilled', 'rejected']);
      expect(await read.exists('categories', category)).toBe(linking.status === 'fulfilled');
    }
  });

  it('names no draft that the person may not read', async () => {
    const [own, category] = [await id(write.agency()), await id(write.category())];
    await write.draft({ title: 'Nháp mật', category, agency: await id(write.agency()) });
    const reporter = await staff(newsroom, 'desk-reporter', own);
    const answer = await reporter.ask('GET', `/publishing-desk/uses/${CATEGORY}/${category}`);
    const { data } = (await answer.json()) as { data: Used };
    expect(data).toMatchObject({ count: 1, hidden: 1, uses: [] });
  });

  describe('tells a reporter only of what the public sees or they may read:', () => {
    const hours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString();
    const past = { publishedOn: hours(-9) };
    let own: string;
    let foreign: string;
    let reporter: Session;
    let seen: ReturnType<typeof usesReader>;

    beforeAll(async () => {
      [own, foreign] = [await id(write.agency()), await id(write.agency())];
      reporter = await staff(newsroom, 'desk-reporter', own);
      seen = usesReader(newsroom, reporter);
    });

    it.each([
      ['under embargo', { publishedOn: hours(5) }],
      ['expired', { ...past, expiresOn: hours(-1) }],
      ['withdrawn', { ...past, withdrawnOn: hours(-1), withdrawalOutcome: 'gone', withdrawalReason: 'Trùng bài.' }],
    ])('no article of another agency that is %s', async (_how, dates) => {
      const [category, official, agency] = [
        await id(write.category()),
        await id(write.official()),
        await id(write.agency()),
      ];
      const links = { category, officials: [official], agency };
      const secret = await id(write.article({ title: 'Bài không ai xem được', ...dates, ...links }));
      const shown = await id(write.article({ title: 'Bài ai cũng xem được', ...links }));
      for (const [uid, thing] of [
        [CATEGORY, category],
        [OFFICIAL, official],
        [AGENCY, agency],
      ] as const) {
        const used = await seen.usesOf(uid, thing);
        expect(used).toMatchObject({
          count: 2,
          hidden: 1,
          uses: [{ documentId: shown, title: 'Bài ai cũng xem được' }],
        });
        expect(JSON.stringify(used)).not.toContain(secret);
        expect((await read.usesOf(uid, thing)).uses.map(({ title }) => title).sort()).toEqual([
          'Bài ai cũng xem được',
          'Bài không ai xem được',
        ]);
      }
    });

    it('the title that readers see, not that of the draft or of another language', async () => {
      const category = await id(write.category());
      const article = await id(write.article({ title: 'A: tên đã đăng', category, agency: foreign }));
      await documents(ARTICLE).update({ documentId: article, locale: 'vi', data: { title: 'Z: tên sắp đăng' } });
      await documents(ARTICLE).update({ documentId: article, locale: 'en', data: { title: 'Zz: soon', category } });
      expect(await seen.usesOf(CATEGORY, category)).toMatchObject({
        count: 1,
        hidden: 0,
        uses: [{ documentId: article, title: 'A: tên đã đăng' }],
      });
    });

    it('no account, file or folder of another agency', async () => {
      const agency = await id(write.agency());
      const colleague = await staff(newsroom, 'desk-reporter', agency);
      const picture = await write.picture();
      await newsroom.sql('UPDATE files SET agency = $1 WHERE id = $2', [agency, picture.id]);
      const folders = newsroom.strapi.plugin('upload').service('folder');
      const folder = (await folders.create({ name: 'Ảnh mật', parent: null }, {})) as { id: number };
      await newsroom.sql('UPDATE upload_folders SET agency = $1 WHERE id = $2', [agency, folder.id]);

      expect(await seen.usesOf(AGENCY, agency)).toMatchObject({ count: 3, hidden: 3, uses: [] });
      const ofColleague = await usesReader(newsroom, colleague).usesOf(AGENCY, agency);
      expect([ofColleague.hidden, ofColleague.uses.map(({ type }) => type)]).toEqual([
        1,
        ['plugin::upload.file', 'plugin::upload.folder'],
      ]);
      const manager = usesReader(newsroom, await staff(newsroom, 'desk-manager'));
      expect(await manager.usesOf(AGENCY, agency)).toMatchObject({ count: 3, hidden: 0 });
    });

    it('no document of a type that they may not read, nor in the refusal of a deletion', async () => {
      const list = await id(write.latestNewsList({}));
      const article = await id(write.draft({ agency: own }));
      const pin = await id(write.pin({ list, article, place: 1 }));
      for (const [uid, thing] of [
        [LIST, list],
        [ARTICLE, article],
      ] as const) {
        expect(await seen.usesOf(uid, thing)).toMatchObject({ count: 1, hidden: 1, uses: [] });
        expect(await read.usesOf(uid, thing)).toMatchObject({ hidden: 0, uses: [{ documentId: pin }] });
      }
      const refused = await reporter.ask('DELETE', `${CM}/${ARTICLE}/${article}?locale=*`);
      const { error } = (await refused.json()) as Refusal;
      expect([refused.status, error.message]).toEqual([
        409,
        expect.stringContaining('1 nội dung đang dùng (1 mục bạn không xem được).'),
      ]);
      expect(error.details).toEqual({ documentId: article, count: 1, hidden: 1, uses: [] });
    });
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
