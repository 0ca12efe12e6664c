import { directives as directivesAnswer, oneDirective, type Directive, type DirectiveInList } from '../src/contract';
import { unique, writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { CLOCK, refusal, setDay } from './helpers/records';
import { staff } from './helpers/staff';

const DIRECTIVE = 'plugin::public-record.directive';
type Data = Record<string, unknown>;

describe('directives', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;
  let province: string;

  const get = (path: string) => fetch(`${newsroom.url}/api/portal/v1${path}`, { redirect: 'manual' });
  const list = async (query = ''): Promise<DirectiveInList[]> => {
    const answer = await get(`/directives${query}`);
    expect([query, answer.status]).toEqual([query, 200]);
    return directivesAnswer.parse(await answer.json()).data;
  };
  const one = async (slug: string): Promise<Directive> => {
    const answer = await get(`/directives/${slug}`);
    expect([slug, answer.status]).toEqual([slug, 200]);
    return oneDirective.parse(await answer.json()).data;
  };
  const numbers = async (query: string) => (await list(query)).map(({ number }) => number);
  const documents = () =>
    newsroom.strapi.documents(DIRECTIVE as 'plugin::newsroom.article') as unknown as {
      create(params: Data): Promise<{ documentId: string }>;
      update(params: Data): Promise<{ documentId: string }>;
      publish(params: Data): Promise<unknown>;
      unpublish(params: Data): Promise<unknown>;
      delete(params: Data): Promise<unknown>;
      clone(params: Data): Promise<{ entries: Data[] }>;
    };
  const change = async (documentId: string, data: Data) => {
    await documents().update({ documentId, locale: 'vi', data, status: 'published' });
  };
  const on = (day: string) => setDay(newsroom, day);

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
    province = (await write.agency({ slug: 'ubnd-tinh', name: 'UBND tỉnh', level: 'province' })).documentId;
  });
  afterEach(() => newsroom.sql(`${CLOCK} RETURN now()`));
  afterAll(() => newsroom.stop());

  it('are listed and shown as the contract says, with the name and title of the day of issue', async () => {
    await write.agencyPeriod({ agency: province, name: 'Ủy ban hành chính tỉnh', to: '1990-12-31' });
    const chair = await write.position({ title: 'Chủ tịch UBND tỉnh', rank: 10, agency: province });
    const signer = await write.official({ name: 'Nguyễn Văn An' });
    const term = { official: signer.documentId, position: chair.documentId };
    await write.appointment({ ...term, from: '1990-01-01', to: '1990-06-30', kind: 'acting' });
    const assigned = await write.agency({ slug: 'so-noi-vu', name: 'Sở Nội vụ' });
    const file = await write.pdf(3);
    const { documentId } = await write.directive({
      number: 'Số: 7/CT–UBND',
      agency: province,
      signer: signer.documentId,
      issuedOn: '1990-03-01',
      effectiveOn: '1990-03-05',
      abstract: 'Về việc chống hạn',
      files: [file.id],
      fields: 'Nông nghiệp\n\n Thủy lợi ',
      recipients: 'Các sở\nLưu: VT',
      orderDeadline: '1990-04-01',
      orderAgency: assigned.documentId,
    });
    const inList = {
      id: documentId,
      slug: 'so-7-ct-ubnd',
      number: 'Số: 7/CT–UBND',
      canonicalNumber: '07/CT-UBND',
      type: 'CT',
      agency: { id: province, slug: 'ubnd-tinh', name: 'Ủy ban hành chính tỉnh' },
      signer: { name: 'Nguyễn Văn An', title: 'Quyền Chủ tịch UBND tỉnh' },
      issuedOn: '1990-03-01',
      effectiveOn: '1990-03-05',
      expiresOn: null,
      abstract: 'Về việc chống hạn',
      status: 'inForce',
      files: [
        {
          url: `http://127.0.0.1:1337${file.url}`,
          name: 'van-ban.pdf',
          mime: 'application/pdf',
          size: expect.any(Number),
          pages: 3,
        },
      ],
    };
    expect(await list('?number=7%2FCT-UBND')).toEqual([inList]);
    expect(await one('so-7-ct-ubnd')).toEqual({
      ...inList,
      fields: ['Nông nghiệp', 'Thủy lợi'],
      recipients: ['Các sở', 'Lưu: VT'],
      order: {
        deadline: '1990-04-01',
        agency: { id: assigned.documentId, slug: 'so-noi-vu', name: 'Sở Nội vụ' },
      },
      replaces: [],
      replacedBy: [],
      amends: [],
      amendedBy: [],
    });
    expect((await fetch(newsroom.url + file.url)).status).toBe(200);
  });

  it.each([
    '58 NQ/TW',
    '58-nq/tw',
    '58–NQ/TW',
    'Số: 58-NQ/TW',
    'số 058 NQ/TW',
    ' 58 - NQ / TW ',
    '58-NQ/TW'.normalize('NFD'),
  ])('are found by their number, however it is written: %j', async (spelling) => {
    const found = await numbers(`?number=${encodeURIComponent(spelling)}`);
    if (found.length === 0) await write.directive({ number: '58 NQ/TW', agency: province });
    expect(await numbers(`?number=${encodeURIComponent(spelling)}`)).toEqual(['58 NQ/TW']);
  });

  it('are found with Đ, Ð and D, and stored with Đ', async () => {
    await write.directive({ number: '0901/Q\u00d0-UBND', agency: province });
    for (const spelling of ['901/QĐ-UBND', '901/q\u00f0-ubnd', '0901/QD-UBND']) {
      expect(await numbers(`?number=${encodeURIComponent(spelling)}`)).toEqual(['0901/QĐ-UBND']);
    }
    expect(await numbers('?number=901')).toEqual([]);
  });

  it('are listed by agency, type and day of issue, the newest first, in pages', async () => {
    const agency = await write.agency({ slug: 'so-loc', name: 'Sở Lọc' });
    await newsroom.strapi
      .documents('plugin::directory.agency')
      .update({ documentId: agency.documentId, data: { slug: 'so-loc-moi' } });
    const issued = (number: string, issuedOn: string) =>
      write.directive({ number, issuedOn, agency: agency.documentId });
    await issued('1/QĐ-SL', '2022-01-05');
    await issued('2/QĐ-SL', '2022-02-05');
    await issued('3/KH-SL', '2022-02-05');
    await issued('4/KH-SL', '2023-01-01');

    for (const name of ['so-loc-moi', 'so-loc', agency.documentId]) {
      const answer = directivesAnswer.parse(await (await get(`/directives?agency=${name}`)).json());
      expect([name, answer.data.length, answer.meta.filters]).toEqual([name, 4, { agency: 'so-loc-moi' }]);
    }
    expect(directivesAnswer.parse(await (await get('/directives?agency=khong-co')).json())).toEqual({
      data: [],
      meta: { nextCursor: null, filters: { agency: null } },
    });
    expect(await numbers('?agency=so-loc&type=Q%C3%90')).toEqual(['2/QĐ-SL', '1/QĐ-SL']);
    expect(await numbers('?agency=so-loc&type=KH&from=2022-01-01&to=2022-12-31')).toEqual(['3/KH-SL']);
    expect(await numbers('?agency=so-loc&to=2022-01-05')).toEqual(['1/QĐ-SL']);

    const paged: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const next = cursor === '' ? '' : `&cursor=${cursor}`;
      const page = directivesAnswer.parse(await (await get(`/directives?agency=so-loc&limit=1${next}`)).json());
      paged.push(...page.data.map(({ number }) => number));
      cursor = page.meta.nextCursor;
    }
    expect(paged).toEqual(await numbers('?agency=so-loc'));
    expect(paged).toHaveLength(4);
  });

  it.each(['q=***', 'type=XX', 'agency=', 'number=', 'from=2022-02-30', 'limit=51', 'cursor=x.y', 'locale=fr'])(
    'refuse the parameter %s',
    async (query) => {
      const answer = await get(`/directives?${query}`);
      expect(answer.status).toBe(400);
      expect((await answer.json()).error.details.parameter).toBe(query.split('=')[0]);
    },
  );

  it.each([
    ['number', { number: ' ' }, 'Số, ký hiệu'],
    ['issuedOn', { issuedOn: null }, 'Ngày ban hành'],
    ['abstract', { abstract: '\n' }, 'Trích yếu'],
    ['agency', { agency: null }, 'Cơ quan ban hành'],
    ['files', { files: [] }, 'Tệp văn bản'],
  ])('are not published without %s', async (field, lack, label) => {
    const { documentId } = await write.directive({ number: `${unique('')}/KH-UBND`.trim() }, { status: 'draft' });
    await documents().update({ documentId, locale: 'vi', data: { slug: unique('slug').replace(' ', '-'), ...lack } });
    const [at, message] = await refusal(documents().publish({ documentId, locale: 'vi' }));
    expect([at, message]).toEqual([field, expect.stringContaining(`“${label}” còn trống`)]);
  });

  it.each([
    ['effectiveOn', { effectiveOn: '2021-02-18' }],
    ['expiresOn', { expiresOn: '2021-02-18' }],
    ['expiresOn', { effectiveOn: '2021-03-01', expiresOn: '2021-02-28' }],
    ['withdrawnOn', { withdrawnOn: '2021-02-18' }],
    ['orderDeadline', { orderDeadline: '2021-02-18' }],
    ['replaces', { replaces: 'abc' }],
    ['amends', { amends: [1] }],
    ['amends', { amends: ['khongcovanbannaocomaay00'] }],
  ])('are not saved with %s of %j', async (field, data) => {
    const [at, message] = await refusal(write.directive({ issuedOn: '2021-02-19', ...data }, { status: 'draft' }));
    expect([at, message]).toEqual([field, expect.stringMatching(/^“[\p{L} ,]+”/u)]);
  });

  it('have one number an issuer and year, in all their languages, also as drafts', async () => {
    const number = '300/QĐ-UBND';
    const first = await write.directive({ number, agency: province, issuedOn: '2024-02-01' });
    await documents().update({
      documentId: first.documentId,
      locale: 'en',
      data: { abstract: 'In English', agency: province },
    });
    const same = { number: 'Số 300 /QĐ-UBND'.replace(' /', '/'), agency: province };
    const [field, message] = await refusal(write.directive({ ...same, issuedOn: '2024-12-31' }, { status: 'draft' }));
    expect([field, message]).toEqual(['number', expect.stringContaining('cùng cơ quan, ban hành cùng năm')]);
    await write.directive({ ...same, issuedOn: '2025-01-01' });
    await write.directive({ number, issuedOn: '2024-02-01' });
    expect(await numbers(`?number=${encodeURIComponent(number)}`)).toHaveLength(3);
    await documents().update({ documentId: first.documentId, locale: 'vi', data: { number: '0301/QĐ-UBND' } });
    expect(
      await newsroom.sql(
        'SELECT DISTINCT number, canonical_number FROM directives WHERE document_id = $1 AND published_at IS NULL',
        [first.documentId],
      ),
    ).toEqual([{ number: '0301/QĐ-UBND', canonical_number: '301/QĐ-UBND' }]);
    const { entries } = await documents().clone({ documentId: first.documentId, locale: 'vi', data: {} });
    expect(entries[0]).toMatchObject({ number: null, canonicalNumber: null });
  });

  it('have the type of their number unless an editor chose one, and never a typed canonical number', async () => {
    const { documentId } = await write.directive({ number: '4089/VPCP-TTĐT', canonicalNumber: 'khác' });
    expect(await list('?number=4089%2FVPCP-TT%C4%90T')).toMatchObject([
      { type: null, canonicalNumber: '4089/VPCP-TTĐT' },
    ]);
    await change(documentId, { type: 'TB', canonicalNumber: 'khác' });
    await change(documentId, { number: '4090/BC-VPCP' });
    expect(await list('?number=4090%2FBC-VPCP')).toMatchObject([{ type: 'TB', canonicalNumber: '4090/BC-VPCP' }]);
  });

  it('say on each day of the portal what is in force', async () => {
    const days = { issuedOn: '2030-01-01', effectiveOn: '2030-01-10', expiresOn: '2030-03-31' };
    const number = (stem: string) => `${stem}/NQ-${unique('HĐ').replace(' ', '')}`;
    const old = await write.directive({ number: number('1'), slug: 'tt-cu', ...days });
    await write.directive({ number: number('2'), slug: 'tt-han', ...days });
    const later = await write.directive({
      number: number('3'),
      slug: 'tt-moi',
      issuedOn: '2030-02-01',
      effectiveOn: '2030-02-15',
      expiresOn: '2030-03-01',
      replaces: [old.documentId],
    });
    const statuses = async (day: string) => {
      await on(day);
      return Promise.all(['tt-cu', 'tt-han', 'tt-moi'].map(async (slug) => (await one(slug)).status));
    };
    expect(await statuses('2029-12-31')).toEqual(['notYetInForce', 'notYetInForce', 'notYetInForce']);
    expect(await statuses('2030-01-09')).toEqual(['notYetInForce', 'notYetInForce', 'notYetInForce']);
    expect(await statuses('2030-01-10')).toEqual(['inForce', 'inForce', 'notYetInForce']);
    expect(await statuses('2030-02-14')).toEqual(['inForce', 'inForce', 'notYetInForce']);
    expect(await statuses('2030-02-15')).toEqual(['replaced', 'inForce', 'inForce']);
    expect(await statuses('2030-03-31')).toEqual(['replaced', 'inForce', 'expired']);
    expect(await statuses('2030-04-01')).toEqual(['replaced', 'expired', 'expired']);
    await change(later.documentId, { withdrawnOn: '2030-02-20' });
    expect(await statuses('2030-02-19')).toEqual(['replaced', 'inForce', 'inForce']);
    expect(await statuses('2030-02-20')).toEqual(['inForce', 'inForce', 'withdrawn']);
  });

  it('change their status at midnight, which no cache outlives', async () => {
    await write.directive({ slug: 'nua-dem', issuedOn: '2030-05-01', effectiveOn: '2030-05-02' });
    await newsroom.sql(`${CLOCK} RETURN timestamptz '2030-05-01 23:59:57.5+07'`);
    await newsroom.sql(`SELECT pg_notify('portal_feeds_changed', '')`);
    const before = await get('/directives/nua-dem');
    expect(before.headers.get('cache-control')).toMatch(/^public, max-age=[012], /);
    expect((await before.json()).data.status).toBe('notYetInForce');
    await newsroom.sql(`${CLOCK} RETURN timestamptz '2030-05-02 00:00+07'`);
    await newsroom.sql(`SELECT pg_notify('portal_feeds_changed', '')`);
    expect((await one('nua-dem')).status).toBe('inForce');
  });

  it('name what they replace and amend, and what does so to them', async () => {
    const old = await write.directive({ number: '1/QĐ-HAI', slug: 'hai-cu' });
    const amended = await write.directive({ number: '2/QĐ-HAI', slug: 'hai-sua' });
    const draft = await write.directive({ number: '3/QĐ-HAI', slug: 'hai-nhap' }, { status: 'draft' });
    const links = { replaces: [old.documentId, old.documentId, draft.documentId], amends: [amended.documentId] };
    const { documentId: id } = await write.directive({ number: '4/QĐ-HAI', slug: 'hai-moi', ...links });
    const named = { id, number: '4/QĐ-HAI', slug: 'hai-moi' };
    const present = { id: old.documentId, number: '1/QĐ-HAI', slug: 'hai-cu' };
    expect(await one('hai-moi')).toMatchObject({
      replaces: [present],
      amends: [{ id: amended.documentId, number: '2/QĐ-HAI', slug: 'hai-sua' }],
    });
    expect(await one('hai-cu')).toMatchObject({ replacedBy: [named], amendedBy: [], status: 'replaced' });
    expect(await one('hai-sua')).toMatchObject({ replacedBy: [], amendedBy: [named], status: 'inForce' });

    await documents().publish({ documentId: draft.documentId, locale: 'vi' });
    expect((await one('hai-moi')).replaces.map(({ slug }) => slug)).toEqual(['hai-cu', 'hai-nhap']);
    await change(old.documentId, { abstract: 'Đã sửa' });
    expect(await one('hai-cu')).toMatchObject({ replacedBy: [named], abstract: 'Đã sửa' });
    await documents().unpublish({ documentId: id, locale: 'vi' });
    expect(await one('hai-cu')).toMatchObject({ replacedBy: [], status: 'inForce' });
  });

  it('are offered to forms by the beginning of their number, where they are public', async () => {
    const { ask } = await staff(newsroom, 'desk-reporter', province);
    const offered = async (query: string) => {
      const answer = await ask('GET', `/public-record/directives${query}`);
      expect([query, answer.status]).toEqual([query, 200]);
      return ((await answer.json()) as { data: { id: string; number: string }[] }).data;
    };
    const { documentId: id } = await write.directive({ number: '0555/KH-CHON', agency: province });
    const draft = await write.directive({ number: '0556/KH-CHON' }, { status: 'draft' });
    const choice = { id, number: '0555/KH-CHON', issuedOn: '2021-02-19', agency: 'UBND tỉnh' };
    for (const number of ['555', '555-kh', 'Số: 0555/KH-CHON']) {
      expect(await offered(`?number=${encodeURIComponent(number)}`)).toMatchObject([choice]);
    }
    expect(await offered('?number=556')).toEqual([]);
    expect(await offered(`?ids=${id},${draft.documentId}`)).toMatchObject([choice]);
    expect((await offered('')).length).toBeGreaterThan(3);
    expect((await ask('GET', '/public-record/directives?ids=a%27b')).status).toBe(400);
  });

  it('never lead back to themselves', async () => {
    const [first, second, third] = [
      await write.directive({ number: '1/QĐ-VONG' }),
      await write.directive({ number: '2/QĐ-VONG' }),
      await write.directive({ number: '3/QĐ-VONG' }),
    ].map(({ documentId }) => documentId) as [string, string, string];
    await change(second, { replaces: [first] });
    await change(third, { amends: [second] });
    const save = (documentId: string, data: Data) => documents().update({ documentId, locale: 'vi', data });
    expect(await refusal(save(first, { replaces: [first] }))).toEqual(['replaces', expect.stringContaining('vòng')]);
    expect(await refusal(save(first, { replaces: [third] }))).toEqual(['replaces', expect.stringContaining('vòng')]);
    expect(await refusal(save(first, { amends: [second] }))).toEqual(['amends', expect.stringContaining('vòng')]);
    await save(first, { amends: null, replaces: null });
    await save(third, { amends: null, replaces: [first, second] });
  });

  it('are not led into a circle by two editors at once', async () => {
    const pairs = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const [one, other] = [await write.directive({}), await write.directive({})];
        return [one.documentId, other.documentId] as const;
      }),
    );
    for (const [one, other] of pairs) {
      const outcomes = await Promise.allSettled([
        documents().update({ documentId: one, locale: 'vi', data: { replaces: [other] } }),
        documents().update({ documentId: other, locale: 'vi', data: { amends: [one] } }),
      ]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const refused = outcomes.find((outcome) => outcome.status === 'rejected')!;
      expect(await refusal(Promise.reject(refused.reason))).toEqual([
        expect.stringMatching(/replaces|amends/),
        expect.stringContaining('vòng'),
      ]);
    }
  });

  it('are not deleted while another names them', async () => {
    const old = await write.directive({ number: '1/QĐ-XOA', slug: 'xoa-cu' });
    const draft = await write.directive({ number: '2/QĐ-XOA', replaces: [old.documentId] }, { status: 'draft' });
    // By the desk's check, and whoever deletes rows, by the database.
    await expect(documents().delete({ documentId: old.documentId, locale: '*' })).rejects.toMatchObject({
      name: 'InUseError',
      message: expect.stringMatching(/2\/QĐ-XOA”\)\. Hãy bỏ nó ở những nội dung ấy trước\.$/),
    });
    const rows = newsroom.sql('DELETE FROM directives WHERE document_id = $1', [old.documentId]);
    await expect(rows).rejects.toMatchObject({ constraint: 'directives_in_use' });
    expect((await one('xoa-cu')).number).toBe('1/QĐ-XOA');
    await documents().delete({ documentId: draft.documentId, locale: '*' });
    await documents().delete({ documentId: old.documentId, locale: '*' });
    expect((await get('/directives/xoa-cu')).status).not.toBe(200);
  });

  it('are withdrawn by people, and get their days back with a version of their history', async () => {
    const agency = (await write.agency({ slug: 'so-thu-hoi', name: 'Sở Thu Hồi' })).documentId;
    const days = { issuedOn: '2021-02-19', expiresOn: '2021-12-31', withdrawnOn: '2021-03-01' };
    const { documentId } = await write.directive({ agency, number: '85/CT-STH', slug: 'bi-thu-hoi' });
    const { ask } = await staff(newsroom, 'desk-approver', agency);
    const path = `/content-manager/collection-types/${DIRECTIVE}/${documentId}`;
    expect((await ask('POST', `${path}/actions/publish?locale=vi`, days, { 'X-Desk-Override': 'x' })).status).toBe(200);
    expect(await one('bi-thu-hoi')).toMatchObject({ status: 'withdrawn', expiresOn: '2021-12-31' });

    const changes = `/publishing-desk/history/${DIRECTIVE}/${documentId}`;
    const { data } = (await (await ask('GET', `${changes}?locale=vi`)).json()) as { data: { id: number }[] };
    await ask('PUT', `${path}?locale=vi`, { expiresOn: null, withdrawnOn: null });
    expect((await ask('POST', `${changes}/${data[0]!.id}/restore?locale=vi`, {})).status).toBe(200);
    expect(
      await newsroom.sql(
        `SELECT expires_on::text AS "expiresOn", withdrawn_on::text AS "withdrawnOn" FROM directives
          WHERE document_id = $1 AND published_at IS NULL`,
        [documentId],
      ),
    ).toEqual([{ expiresOn: days.expiresOn, withdrawnOn: days.withdrawnOn }]);
  });

  it('have in all languages what one of them publishes for all, and each its own texts', async () => {
    const agency = (await write.agency({ slug: 'so-hai-tieng', name: 'Sở Hai Tiếng' })).documentId;
    const older = await write.directive({ agency, number: '80/CT-SHT' });
    const { documentId } = await write.directive({
      agency,
      number: '81/CT-SHT',
      slug: 'hai-tieng',
      abstract: 'Về việc',
    });
    const english = { agency, slug: 'two-languages', abstract: 'On something' };
    await documents().update({ documentId, locale: 'en', data: english, status: 'published' });
    const inEnglish = async () =>
      oneDirective.parse(await (await get('/directives/two-languages?locale=en')).json()).data;

    await documents().update({
      documentId,
      locale: 'vi',
      data: { number: '82/CT-SHT', withdrawnOn: '2021-03-01', replaces: [older.documentId], abstract: 'Đã sửa' },
    });
    expect(await inEnglish()).toMatchObject({ number: '81/CT-SHT', status: 'inForce' });
    await documents().publish({ documentId, locale: 'vi' });
    const shared = { number: '82/CT-SHT', canonicalNumber: '82/CT-SHT', status: 'withdrawn' };
    expect(await one('hai-tieng')).toMatchObject({ ...shared, abstract: 'Đã sửa' });
    expect(await inEnglish()).toMatchObject({ ...shared, abstract: 'On something' });
    expect(
      await newsroom.sql(
        `SELECT locale FROM public_record.directive_links JOIN directives ON id = directive_id
          WHERE target = $1 AND is_published ORDER BY locale`,
        [older.documentId],
      ),
    ).toEqual([{ locale: 'en' }, { locale: 'vi' }]);
  });

  it('are not public as drafts, nor what drafts say', async () => {
    const canary = 'chimhoangyen';
    const agency = (await write.agency({ slug: 'so-kin', name: 'Sở Kín' })).documentId;
    const data = { agency, number: '77/KH-SK', abstract: canary, fields: canary, recipients: canary };
    const draft = await write.directive({ ...data, slug: `kin-${canary}` }, { status: 'draft' });
    const shown = await write.directive({ number: '78/KH-SK', slug: 'kin-hien', agency });
    await documents().update({
      documentId: shown.documentId,
      locale: 'vi',
      data: { abstract: canary, number: `79/KH-SK`, replaces: [draft.documentId] },
    });
    for (const path of [
      '/directives',
      '/directives?agency=so-kin',
      '/directives?number=77%2FKH-SK',
      '/directives?number=79%2FKH-SK',
      '/directives/kin-hien',
      `/directives/kin-${canary}`,
      `/directives/${draft.documentId}`,
    ]) {
      const answer = await get(path);
      expect(await answer.text()).not.toContain(canary === path ? '' : `"${canary}"`);
      if (path.includes('number=')) expect(directivesAnswer.parse(await (await get(path)).json()).data).toEqual([]);
    }
    expect((await get(`/directives/kin-${canary}`)).status).toBe(404);
    expect((await one('kin-hien')).replaces).toEqual([]);
  });
});
