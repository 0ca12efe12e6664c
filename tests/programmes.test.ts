import path from 'node:path';
import {
  oneAddress,
  oneProgramme,
  programmes as programmesAnswer,
  type Programme,
  type ProgrammeInList,
} from '../src/contract';
import { loadDirectory } from '../src/sample/load-directory';
import { loadProgrammes } from '../src/sample/load-programmes';
import { readSampleContent } from '../src/sample/sample-content';
import { unique, writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { CLOCK, refusal, setDay } from './helpers/records';

const PROGRAMME = 'plugin::public-record.programme';
type Data = Record<string, unknown>;
type Documents = Record<
  'create' | 'update' | 'clone',
  (params: Data) => Promise<{ documentId: string; entries: Data[] }>
> &
  Record<'publish' | 'unpublish' | 'delete', (params: Data) => Promise<unknown>>;

const target = (data: Data = {}) => ({
  ...{ name: 'Thu ngân sách', unit: 'tỷ đồng', qualifier: 'exact', increment: false },
  ...{ value: '118800', dueYear: 2025, ...data },
});

describe('programmes', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;
  let board: string;

  const get = (address: string) => fetch(`${newsroom.url}/api/portal/v1${address}`, { redirect: 'manual' });
  const list = async (query = ''): Promise<ProgrammeInList[]> => {
    const answer = await get(`/programmes${query}`);
    expect([query, answer.status]).toEqual([query, 200]);
    return programmesAnswer.parse(await answer.json()).data;
  };
  const one = async (slug: string, query = ''): Promise<Programme> => {
    const answer = await get(`/programmes/${slug}${query}`);
    expect([slug, answer.status]).toEqual([slug, 200]);
    return oneProgramme.parse(await answer.json()).data;
  };
  const documents = () => newsroom.strapi.documents(PROGRAMME as never) as unknown as Documents;
  const create = (data: Data = {}, options: Data = {}) => {
    const name = unique('Chương trình');
    const own = { name, agency: board, periodFrom: 2021, periodTo: 2025 };
    return documents().create({ locale: 'vi', status: 'published', ...options, data: { ...own, ...data } });
  };
  const change = (documentId: string, data: Data, options: Data = {}) =>
    documents().update({ documentId, locale: 'vi', status: 'published', ...options, data });
  const on = (day: string) => setDay(newsroom, day);

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
    board = (await write.agency({ slug: 'ban-quan-ly', name: 'Ban Quản lý', level: 'unit' })).documentId;
  });
  afterEach(() => newsroom.sql(`${CLOCK} RETURN now()`));
  afterAll(() => newsroom.stop());

  it('of the sample have the six targets of 2021, displayed as the contract says', async () => {
    const content = readSampleContent(path.join(__dirname, '../src/sample'));
    const directory = await loadDirectory(newsroom.strapi, content);
    await loadProgrammes(newsroom.strapi, content.programmes, directory);
    await loadProgrammes(newsroom.strapi, content.programmes, directory);
    const slug = 'chuong-trinh-phat-trien-kktns-va-kcn-2021-2025';
    const programme = await one(slug);
    expect(programme.period).toEqual({ from: 2021, to: 2025 });
    expect(
      programme.targets.map(({ planned, unit, qualifier, increment, actual, display }) => [
        ...[planned, unit, qualifier, increment, actual, display],
      ]),
    ).toEqual([
      [[{ year: 2025, value: '1125000' }], 'tỷ đồng', 'exact', false, [], '1.125.000 tỷ đồng'],
      [[{ year: 2025, value: '18600' }], 'triệu USD', 'exact', false, [], '18.600 triệu USD'],
      [[{ year: 2025, value: '118800' }], 'tỷ đồng', 'exact', false, [], '118.800 tỷ đồng'],
      [[{ year: 2025, value: '35000' }], 'lao động', 'about', true, [], 'thêm khoảng 35.000 lao động'],
      [[{ year: 2025, value: '15' }], 'tỷ USD', 'about', false, [], 'khoảng 15 tỷ USD'],
      [[{ year: 2025, value: '3000' }], 'ha', 'exact', false, [], '3.000 ha'],
    ]);
    const groups = programme.tasks.map(({ group }) => group);
    expect(groups.filter((group) => group === 'Khu kinh tế Nghi Sơn')).toHaveLength(2);
    expect(groups.filter((group) => group === 'Các khu công nghiệp')).toHaveLength(3);
    expect(programme.solutions).toHaveLength(7);
    expect((await list()).filter((known) => known.id === programme.id)).toHaveLength(1);
    const english = await newsroom.strapi
      .documents(PROGRAMME as never)
      .findOne({ documentId: programme.id, locale: 'en' } as never);
    const { targets } = await one((english as unknown as { slug: string }).slug, '?locale=en');
    expect(targets.map(({ display }) => display)).toContain('about an additional 35,000 workers');
  });

  it('are listed and shown as the contract says', async () => {
    const agency = await write.agency({ name: 'Cục Thuế' });
    const directive = await write.directive({ number: '58/NQ-TW', slug: '58-nq-tw' });
    const { documentId } = await create({
      name: 'Chương trình đầy đủ',
      summary: 'Tóm tắt',
      documents: [directive.documentId],
      targets: [
        target({
          baseline: { year: 2020, value: '98800' },
          planned: [{ year: 2023, value: '110800.50' }],
          actual: [{ year: 2021, value: '102800.17', asOf: '2021-12-31', source: 'Cục Thuế' }],
          agencies: [agency.documentId],
        }),
      ],
      tasks: [{ group: 'Nhóm một', name: 'Nhiệm vụ', agencies: [agency.documentId, board] }],
      solutions: [{ name: 'Giải pháp' }],
      projects: [
        {
          name: 'Dự án',
          agency: board,
          status: 'ongoing',
          funding: [{ source: 'Ngân sách tỉnh', year: 2022, value: '12.5', unit: 'tỷ đồng' }],
        },
      ],
      reports: [{ on: '2022-06-30', summary: 'Đúng tiến độ.', problems: 'Thiếu mặt bằng.' }],
    });
    await on('2023-07-01');
    const owner = { id: board, slug: 'ban-quan-ly', name: 'Ban Quản lý' };
    const taxes = { id: agency.documentId, slug: agency.slug, name: 'Cục Thuế' };
    const inList = {
      ...{ id: documentId, slug: 'chuong-trinh-day-du', name: 'Chương trình đầy đủ', period: { from: 2021, to: 2025 } },
      ...{ agency: owner, summary: 'Tóm tắt', status: 'ongoing' },
    };
    expect(await list()).toContainEqual(inList);
    expect(await one('chuong-trinh-day-du')).toEqual({
      ...inList,
      targets: [
        {
          ...target({}),
          value: undefined,
          baseline: { year: 2020, value: '98800' },
          planned: [
            { year: 2023, value: '110800.50' },
            { year: 2025, value: '118800' },
          ],
          actual: [{ year: 2021, value: '102800.17', asOf: '2021-12-31', source: 'Cục Thuế' }],
          agencies: [taxes],
          display: '118.800 tỷ đồng',
          progress: {
            ...{ status: 'onTrack', reportedYear: 2021, gap: '0', share: '20' },
            years: [
              { year: 2021, planned: '102800.17', actual: '102800.17', state: 'met' },
              { year: 2022, planned: '106800.33', actual: null, state: 'notReported' },
              { year: 2023, planned: '110800.5', actual: null, state: 'open' },
              { year: 2024, planned: '114800.25', actual: null, state: 'open' },
              { year: 2025, planned: '118800', actual: null, state: 'open' },
            ],
          },
        },
      ],
      tasks: [{ name: 'Nhiệm vụ', group: 'Nhóm một', agencies: [taxes, owner] }],
      solutions: [{ name: 'Giải pháp', group: null, agencies: [] }],
      projects: [
        {
          ...{ name: 'Dự án', agency: owner, status: 'ongoing' },
          funding: [{ source: 'Ngân sách tỉnh', year: 2022, value: '12.5', unit: 'tỷ đồng' }],
        },
      ],
      documents: [{ id: directive.documentId, number: '58/NQ-TW', slug: '58-nq-tw' }],
      reports: [{ on: '2022-06-30', summary: 'Đúng tiến độ.', problems: 'Thiếu mặt bằng.' }],
    });
  });

  it('change with the portal’s year and the day on which they are stopped', async () => {
    const { documentId } = await create({ name: 'Theo năm', targets: [target()], stoppedOn: '2024-03-01' });
    const seen = async (day: string) => {
      await on(day);
      const { status, targets } = await one('theo-nam');
      return [status, targets[0]!.progress.status];
    };
    expect(await seen('2020-12-31')).toEqual(['planned', 'open']);
    expect(await seen('2021-12-31')).toEqual(['ongoing', 'open']);
    expect(await seen('2022-01-01')).toEqual(['ongoing', 'notReported']);
    expect(await seen('2024-03-01')).toEqual(['stopped', 'notReported']);
    await change(documentId, { stoppedOn: null });
    expect(await seen('2026-01-01')).toEqual(['ended', 'notReported']);
  });

  it('are listed by their period, the latest first, in pages', async () => {
    for (const [name, from, to] of [
      ['Trang hai', 2030, 2031],
      ['Trang một', 2029, 2032],
      ['Trang ba', 2028, 2031],
    ] as const) {
      await create({ name, periodFrom: from, periodTo: to });
    }
    const names: string[] = [];
    let query = '?limit=1';
    while (names.length < 3) {
      const answer = programmesAnswer.parse(await (await get(`/programmes${query}`)).json());
      names.push(...answer.data.map(({ name }) => name));
      query = `?limit=1&cursor=${answer.meta.nextCursor}`;
    }
    expect(names).toEqual(['Trang một', 'Trang hai', 'Trang ba']);
    expect((await get('/programmes?limit=1&cursor=x.y')).status).toBe(400);
    expect((await get('/programmes?q=x')).status).toBe(400);
  });

  it('of an agency are those that it owns, and those in which it is responsible', async () => {
    const own = (await write.agency({ name: 'Sở Của mình', slug: 'so-cua-minh' })).documentId;
    const other = (await write.agency({ name: 'Sở Khác', slug: 'so-khac' })).documentId;
    const named = { agencies: [own] };
    await create({ name: 'Chủ trì', agency: own, periodFrom: 2001, periodTo: 2005 });
    await create({
      name: 'Mục tiêu',
      agency: other,
      periodFrom: 2001,
      periodTo: 2004,
      targets: [target({ ...named, dueYear: 2004 })],
    });
    await create({
      name: 'Giải pháp',
      agency: other,
      periodFrom: 2001,
      periodTo: 2003,
      solutions: [{ name: 'Một', ...named }],
    });
    await create({
      name: 'Dự án',
      agency: other,
      periodFrom: 2001,
      periodTo: 2002,
      projects: [{ name: 'Cầu', agency: own }],
    });
    await create({ name: 'Nơi khác', agency: other });
    const { documentId } = await create({ name: 'Thôi giao', agency: other, tasks: [{ name: 'Hai', ...named }] });
    await change(documentId, { tasks: [{ name: 'Hai', agencies: [] }] });
    await create({ name: 'Nháp', agency: own }, { status: 'draft' });

    const of = async (query: string) => {
      const answer = await get(`/programmes?agency=${query}`);
      const { data, meta } = programmesAnswer.parse(await answer.json());
      return { names: data.map(({ name }) => name), ...meta };
    };
    const names = ['Chủ trì', 'Mục tiêu', 'Giải pháp', 'Dự án'];
    expect(await of('so-cua-minh')).toEqual({ names, nextCursor: null, filters: { agency: 'so-cua-minh' } });
    const first = await of('so-cua-minh&limit=2');
    expect(first.names).toEqual(names.slice(0, 2));
    expect((await of(`so-cua-minh&limit=2&cursor=${first.nextCursor}`)).names).toEqual(names.slice(2));
    await newsroom.strapi
      .documents('plugin::directory.agency')
      .update({ documentId: own, data: { slug: 'so-doi-ten' } } as never);
    expect(await of('so-cua-minh')).toMatchObject({ names, filters: { agency: 'so-doi-ten' } });
    expect((await of(`${own}&limit=2&cursor=${first.nextCursor}`)).names).toEqual(names.slice(2));
    expect((await get(`/programmes?agency=so-khac&limit=2&cursor=${first.nextCursor}`)).status).toBe(400);
    expect(await of('chua-he-co')).toEqual({ names: [], nextCursor: null, filters: { agency: null } });
    await documents().unpublish({
      documentId: (await list()).find(({ name }) => name === 'Mục tiêu')!.id,
      locale: 'vi',
    });
    expect((await of('so-doi-ten')).names).toEqual(['Chủ trì', 'Giải pháp', 'Dự án']);
  });

  it('have a sitemap, in their languages', async () => {
    const { documentId } = await create({ name: 'Có bản đồ', slug: 'co-ban-do' });
    const english = { name: 'On the map', slug: 'on-the-map', agency: board };
    await documents().update({ documentId, locale: 'en', status: 'published', data: english });
    await create({ name: 'Nháp', slug: 'nhap-kin' }, { status: 'draft' });
    const read = async (name: string) => (await fetch(`${newsroom.url}${name}`)).text();
    expect(await read('/sitemap.xml')).toContain('/sitemaps/programmes.xml');
    const sitemap = await read('/sitemaps/programmes.xml');
    expect(sitemap).toContain('<loc>http://127.0.0.1:1337/chuong-trinh/co-ban-do</loc>');
    expect(sitemap).toContain('<loc>http://127.0.0.1:1337/en/chuong-trinh/on-the-map</loc>');
    expect(sitemap).not.toContain('nhap-kin');
    expect((await fetch(`${newsroom.url}/sitemaps/programmes-2.xml`)).status).toBe(404);
  });

  it('that are drafts, and what a draft changes, are not shown', async () => {
    await create({ name: 'Bản nháp' }, { status: 'draft' });
    expect((await get('/programmes/ban-nhap')).status).toBe(404);
    const { documentId } = await create({ name: 'Đã xuất bản', targets: [target()] });
    await documents().update({ documentId, locale: 'vi', data: { targets: [target({ value: '1' })] } });
    expect((await one('da-xuat-ban')).targets[0]!.display).toBe('118.800 tỷ đồng');
    expect((await list()).map(({ name }) => name)).not.toContain('Bản nháp');
  });

  it('lead on from a former slug, and say that they are gone', async () => {
    const { documentId } = await create({ name: 'Đổi tên', slug: 'ten-cu' });
    await change(documentId, { slug: 'ten-moi' });
    const moved = await get('/programmes/ten-cu');
    expect([moved.status, moved.headers.get('location')]).toEqual([301, '/api/portal/v1/programmes/ten-moi']);
    const resolved = async () => {
      const answer = await get('/resolve?url=%2Fchuong-trinh%2Ften-cu');
      return oneAddress.parse(await answer.json()).data;
    };
    const url = 'http://127.0.0.1:1337/chuong-trinh/ten-moi';
    expect(await resolved()).toMatchObject({ outcome: 'moved', type: 'programme', slug: 'ten-moi', url });
    await documents().unpublish({ documentId, locale: 'vi' });
    expect((await get('/programmes/ten-moi')).status).toBe(410);
    expect(await resolved()).toMatchObject({ outcome: 'gone', type: 'programme', url: null });
    expect((await get('/programmes/chua-he-co')).status).toBe(404);
  });

  it.each<[string, Data, string, string]>([
    ['no period', { periodFrom: null }, 'periodFrom', 'Từ năm'],
    ['a period that ends before it begins', { periodFrom: 2025, periodTo: 2021 }, 'periodTo', 'Đến năm'],
    ['no agency', { agency: null }, 'agency', 'Cơ quan'],
    ['a year of another century', { periodTo: 20255 }, 'periodTo', 'Đến năm'],
  ])('with %s are refused in words', async (_, data, field, words) => {
    const [refused, message] = await refusal(create(data));
    expect([refused, message.includes(words)]).toEqual([field, true]);
  });

  it.each<[string, Data, string]>([
    [
      'a figure that is none',
      { targets: [target({ value: { typed: '3.5' } })] },
      'Mục tiêu 1 “Thu ngân sách”, giá trị: “3.5” không phải là số; hãy viết như 1.125.000 hoặc 3,5.',
    ],
    [
      'a year outside the period',
      { targets: [target(), target({ planned: [{ year: 2020, value: '1' }] })] },
      'Mục tiêu 2 “Thu ngân sách”, kế hoạch năm 2020, năm: phải trong thời gian của chương trình (2021–2025).',
    ],
    [
      'an agency that is not there',
      { targets: [target({ agencies: ['khongcocoquannao'] })] },
      'Mục tiêu 1 “Thu ngân sách”, cơ quan chịu trách nhiệm: cơ quan này không còn trong danh bạ.',
    ],
    ['no list', { targets: { name: 'x' } }, 'Mục tiêu: cần một danh sách.'],
  ])('with %s are refused, naming target, year and field', async (_, data, message) => {
    expect(await refusal(create(data))).toEqual(['targets', message]);
  });

  it('check the years of their targets when the period alone changes', async () => {
    const { documentId } = await create({ targets: [target()] });
    expect(await refusal(change(documentId, { periodTo: 2024 }))).toEqual([
      'targets',
      'Mục tiêu 1 “Thu ngân sách”, năm phải đạt: phải trong thời gian của chương trình (2021–2024).',
    ]);
  });

  it('keep the agencies and directives that they name from being deleted', async () => {
    const [agency, lead] = [await write.agency(), await write.agency()];
    const directive = await write.directive();
    const { documentId } = await create({
      targets: [target({ agencies: [agency.documentId] })],
      projects: [{ name: 'Dự án', agency: lead.documentId }],
      documents: [directive.documentId],
    });
    const remove = (type: string, id: string) =>
      (newsroom.strapi.documents(type as never) as unknown as Documents).delete({ documentId: id, locale: '*' });
    const directives = 'plugin::public-record.directive';
    // By the desk's check, and whoever deletes rows, by the database.
    for (const { documentId: id } of [agency, lead]) {
      await expect(remove('plugin::directory.agency', id)).rejects.toMatchObject({ name: 'InUseError' });
      const rows = newsroom.sql('DELETE FROM agencies WHERE document_id = $1', [id]);
      await expect(rows).rejects.toMatchObject({ constraint: 'agencies_in_use' });
    }
    await expect(remove(directives, directive.documentId)).rejects.toMatchObject({ name: 'InUseError' });
    const rows = newsroom.sql('DELETE FROM directives WHERE document_id = $1', [directive.documentId]);
    await expect(rows).rejects.toMatchObject({ constraint: 'directives_governing' });
    await documents().delete({ documentId, locale: '*' });
    await remove('plugin::directory.agency', agency.documentId);
    await remove('plugin::directory.agency', lead.documentId);
    await remove(directives, directive.documentId);
  });

  it('name only directives that are there', async () => {
    expect(await refusal(create({ documents: ['khongcovanban'] }))).toEqual([
      'documents',
      expect.stringContaining('không còn'),
    ]);
  });

  it('keep their values in a clone, or take others whole', async () => {
    const { documentId } = await create({ name: 'Gốc', targets: [target(), target({ name: 'Khác' })] });
    const { entries } = await documents().clone({
      documentId,
      locale: 'vi',
      data: { name: 'Bản sao', targets: [target()] },
    });
    expect(entries[0]).toMatchObject({ name: 'Bản sao', targets: [{ name: 'Thu ngân sách' }] });
    expect((entries[0] as { targets: unknown[] }).targets).toHaveLength(1);
  });

  it('have one set of figures in all languages', async () => {
    const { documentId } = await create({ name: 'Hai ngôn ngữ', targets: [target({ nameEn: 'Revenue' })] });
    await documents().update({
      documentId,
      locale: 'en',
      status: 'published',
      data: { name: 'Two languages', agency: board },
    });
    // As the panel does it: with `status: 'published'` Strapi leaves the drafts of other languages as they were.
    const changed = { targets: [target({ nameEn: 'Revenue', unitEn: 'billion dong', value: '120000' })] };
    await documents().update({ documentId, locale: 'vi', data: changed });
    expect((await one('two-languages', '?locale=en')).targets[0]!.display).toBe('118,800 tỷ đồng');
    await documents().publish({ documentId, locale: 'vi' });
    expect((await one('two-languages', '?locale=en')).targets[0]).toMatchObject({
      name: 'Revenue',
      display: '120,000 billion dong',
    });
  });
});
