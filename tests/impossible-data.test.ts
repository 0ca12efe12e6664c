import { unique, writers } from './helpers/content';
import { documentsOf, refusalOf } from './helpers/documents';
import { startNewsroom, type Newsroom } from './helpers/newsroom';

const AGENCY = 'plugin::directory.agency';
const CATEGORY = 'plugin::newsroom.category';
const ARTICLE = 'plugin::newsroom.article';

describe('data that cannot be', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;

  const documents = (uid: string) => documentsOf(newsroom.strapi)(uid);
  const update = (uid: string, documentId: string, data: Record<string, unknown>, locale?: string) =>
    documents(uid).update({ documentId, data, ...(locale && { locale }) });
  const id = async (written: Promise<{ documentId: string }>) => (await written).documentId;
  const count = async (table: string) => (await newsroom.sql(`SELECT count(*)::int AS n FROM ${table}`))[0]!.n;
  /** The refusal of a write that leaves no row and no audit. */
  async function refused(writing: () => Promise<unknown>, ...tables: string[]): Promise<string> {
    const counts = () => Promise.all([...tables, 'desk.audit'].map(count));
    const before = await counts();
    const refusal = await refusalOf(writing());
    expect(await counts()).toEqual(before);
    return refusal;
  }

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
  });
  afterAll(() => newsroom.stop());

  it.each([
    ['an agency', AGENCY, () => write.agency(), /^parent: .*chính cơ quan này hay một cơ quan dưới nó/],
    ['a category', CATEGORY, () => write.category(), /^parent: .*chính chuyên mục này hay một chuyên mục dưới nó/],
  ])('refuses %s under itself, at any depth', async (_what, uid, make, message) => {
    const [top, middle, bottom] = [await id(make()), await id(make()), await id(make())];
    await update(uid, middle, { parent: top });
    await update(uid, bottom, { parent: middle });
    expect(await refused(() => update(uid, top, { parent: top }))).toMatch(message);
    expect(await refused(() => update(uid, top, { parent: bottom }))).toMatch(message);
    await update(uid, bottom, { parent: top });
    await update(uid, middle, { parent: bottom });
  });

  it('lets only one of two that would make a ring together', async () => {
    const [one, other] = [await id(write.category()), await id(write.category())];
    const results = await Promise.allSettled([
      update(CATEGORY, one, { parent: other }),
      update(CATEGORY, other, { parent: one }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('refuses an agency under itself on one day alone, by the periods of the tree', async () => {
    const [province, department, centre] = [
      await id(write.agency()),
      await id(write.agency()),
      await id(write.agency()),
    ];
    await update(AGENCY, department, { parent: province });
    await write.agencyPeriod({ agency: department, parent: centre, from: '2010-01-01', to: '2014-12-31' });
    const period = (from: string, to: string) => write.agencyPeriod({ agency: centre, parent: department, from, to });
    expect(await refused(() => period('2014-12-31', '2016-01-01'), 'agency_periods')).toMatch(/^parent: .*khi đó/);
    const later = await period('2015-01-01', '2016-01-01');
    // On the days of 2010 to 2014 the department is under the centre, whatever its own parent is.
    await documents('plugin::directory.agency-period').delete({ documentId: later.documentId });
    expect(await refused(() => update(AGENCY, centre, { parent: department }))).toMatch(/^parent: /);
    await update(AGENCY, centre, { parent: province });
  });

  it('refuses to delete the period that keeps a tree from being a ring', async () => {
    const [one, other, third] = [await id(write.agency()), await id(write.agency()), await id(write.agency())];
    const kept = await id(write.agencyPeriod({ agency: one, parent: third, to: '9998-12-31' }));
    await write.agencyPeriod({ agency: other, parent: third, from: '9999-01-01', to: '9999-12-31' });
    await update(AGENCY, one, { parent: other });
    await expect(update(AGENCY, other, { parent: one })).rejects.toThrow(/Cơ quan cấp trên/);
    const second = await id(write.agencyPeriod({ agency: one, parent: third, from: '9999-01-01', to: '9999-12-31' }));
    await newsroom.sql(`UPDATE agency_periods SET "to" = NULL WHERE document_id = $1`, [second]);
    await update(AGENCY, other, { parent: one });
    const deletion = documents('plugin::directory.agency-period').delete({ documentId: kept });
    expect(await refusalOf(deletion)).toMatch(/^parent: /);
  });

  it('refuses a succession to itself, without an end, or twice', async () => {
    const [one, other] = [await id(write.agency()), await id(write.agency())];
    const pair = { predecessor: one, successor: other, on: '2025-07-01' };
    const succession = (data: object) => () => write.succession({ ...pair, ...data });
    const says = (data: object) => refused(succession(data), 'successions');
    expect(await says({ successor: one })).toMatch(/^successor: .*phải khác “Cơ quan trước”/);
    expect(await says({ predecessor: null })).toMatch(/^predecessor: “Cơ quan trước” còn trống/);
    expect(await says({ successor: null })).toMatch(/^successor: “Cơ quan sau” còn trống/);
    await write.succession({ ...pair, part: 'partial' });
    expect(await says({ part: 'partial' })).toMatch(/^successor: .*đã được ghi/);
    expect(await says({ on: '2026-01-01' })).toMatch(/^successor: .*đã được ghi/);
    await write.succession({ ...pair, part: 'partial', on: '2026-01-01' });
    await write.succession({ predecessor: other, successor: one, on: '2027-01-01' });
  });

  it('refuses what leads nowhere: an appointment, a period, a pin', async () => {
    const [official, position] = [await id(write.official()), await id(write.position({ title: 'Giám đốc', rank: 1 }))];
    const [list, article] = [await id(write.latestNewsList({})), await id(write.article())];
    const without = async (table: string, make: () => Promise<unknown>) => (await refused(make, table)).split(':')[0];
    expect([
      await without('appointments', () => write.appointment({ position })),
      await without('appointments', () => write.appointment({ official })),
      await without('agency_periods', () => write.agencyPeriod({ name: 'Tên cũ', to: '2020-01-01' })),
      await without('pins', () => write.pin({ article, place: 1 })),
      await without('pins', () => write.pin({ list, place: 1 })),
    ]).toEqual(['official', 'position', 'agency', 'list', 'article']);

    const appointment = await id(write.appointment({ official, position }));
    const pin = await id(write.pin({ list, article, place: 1 }));
    const emptied = (uid: string, documentId: string, data: Record<string, unknown>, locale?: string) =>
      refusalOf(update(uid, documentId, data, locale));
    expect(await emptied('plugin::directory.appointment', appointment, { official: null })).toMatch(/^official: /);
    expect(await emptied('plugin::newsroom.pin', pin, { article: null }, 'vi')).toMatch(/^article: /);
    expect(await emptied('plugin::newsroom.pin', pin, { list: null }, 'vi')).toMatch(/^list: /);
  });

  it('keeps a pin whose article is published again, unpublished, and published once more', async () => {
    const [list, article] = [await id(write.latestNewsList({})), await id(write.article())];
    const pin = await id(write.pin({ list, article, place: 1 }));
    const pinned = () =>
      newsroom.sql(
        `SELECT DISTINCT article.document_id AS id FROM pins JOIN pins_article_lnk link ON link.pin_id = pins.id
           JOIN articles article ON article.id = link.article_id WHERE pins.document_id = $1`,
        [pin],
      );
    for (const step of ['publish', 'unpublish', 'publish'] as const) {
      await documents(ARTICLE)[step]({ documentId: article, locale: 'vi' });
      expect([step, await pinned()]).toEqual([step, [{ id: article }]]);
    }
  });

  it('refuses an end before the beginning', async () => {
    const publishedOn = '2026-05-02T00:00:00.000Z';
    const article = (data: object) => () => write.draft({ publishedOn, ...data });
    expect(await refused(article({ expiresOn: '2026-05-01T00:00:00.000Z' }), 'articles')).toMatch(
      /^expiresOn: “Ngày giờ hết hạn” phải sau “Ngày giờ đăng”/,
    );
    await write.draft({ publishedOn, expiresOn: '2026-05-02T00:00:01.000Z' });
    const past = new Date(Date.now() - 60_000).toISOString();
    expect(await refused(() => write.article({ expiresOn: past }), 'articles')).toMatch(/^expiresOn: /);
    const agency = (dissolvedOn: string) => write.agency({ foundedOn: '2000-01-02', dissolvedOn });
    expect(await refused(() => agency('2000-01-01'), 'agencies')).toMatch(/^dissolvedOn: /);
    await agency('2000-01-02');
  });

  it.each(['.', '..'])('refuses the slug %s', async (slug) => {
    for (const make of [write.draft, write.category, write.latestNewsList, write.agency, write.official]) {
      expect(await refused(() => make({ slug }))).toMatch(/^slug: .*không thể chỉ là dấu chấm/);
    }
  });

  it('is refused by the database, whoever writes', async () => {
    const [{ id: agency }] = (await newsroom.sql('SELECT min(id) AS id FROM agencies')) as [{ id: number }];
    for (const statement of [
      `UPDATE agencies SET parent_ref = id WHERE id = ${agency}`,
      `INSERT INTO successions (document_id, "on") VALUES ('x', '2025-01-01')`,
      `INSERT INTO appointments (document_id) VALUES ('x')`,
      `INSERT INTO agency_periods (document_id, "to") VALUES ('x', '2020-01-01')`,
      `INSERT INTO pins (document_id, place) VALUES ('x', 1)`,
      `UPDATE articles SET slug = '..' WHERE id = (SELECT min(id) FROM articles)`,
      `UPDATE articles SET expires_on = '2000-01-01', published_on = '2000-01-02'`,
      `UPDATE agencies SET founded_on = '2000-01-02', dissolved_on = '2000-01-01'`,
    ]) {
      await expect(newsroom.sql(statement)).rejects.toMatchObject({ code: '23514' });
    }
  });

  it('has only validated constraints where no row breaks them', async () => {
    const left = await newsroom.sql(
      `SELECT conname FROM pg_constraint WHERE NOT convalidated AND conname ~ '_(no_step|after_founded|after_publication)$'`,
    );
    expect(left).toEqual([]);
  });

  it.each([
    ['articles', ARTICLE, 'title', { locale: 'vi' }],
    ['officials', 'plugin::directory.official', 'name', {}],
  ])('gives eight %s that are created at once with one name a slug each', async (table, uid, attribute, options) => {
    const name = unique('Cùng một tên');
    const made = await Promise.all(
      Array.from({ length: 8 }, () => documents(uid).create({ ...options, data: { [attribute]: name } })),
    );
    const base = name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll(' ', '-');
    expect(made.map(({ slug }) => slug).sort()).toEqual([base, ...[2, 3, 4, 5, 6, 7, 8].map((n) => `${base}-${n}`)]);
    expect(await newsroom.sql(`SELECT FROM ${table} WHERE ${attribute} = $1`, [name])).toHaveLength(8);
  });
});
