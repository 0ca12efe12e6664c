import './helpers/property-seed';
import fc from 'fast-check';
import { procedureProgress, type ProcedureProgress } from '../src/contract';
import { fieldKey } from '../src/reports';
import { procedures, writers } from './helpers/content';
import { documentsOf } from './helpers/documents';
import { startNewsroom, type Newsroom } from './helpers/newsroom';

const TYPE = 'plugin::public-record.procedure-report';

type Row = Record<string, unknown>;

describe('reports of procedures', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;
  let agency: string;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
  });
  afterAll(() => newsroom.stop());
  beforeEach(async () => {
    agency = (await write.agency()).documentId;
  });

  const documents = () =>
    documentsOf(newsroom.strapi)(TYPE) as unknown as Record<string, (params: object) => Promise<unknown>>;
  const refusal = (made: Promise<unknown>) =>
    made.then(
      () => 'done',
      (error: Error) => error.message,
    );
  const ask = async (query: string, path = 'procedure-progress'): Promise<ProcedureProgress> => {
    const answer = await fetch(`${newsroom.url}/api/portal/v1/${path}?agency=${agency}${query}`);
    expect(answer.status).toBe(200);
    return procedureProgress.parse(await answer.json());
  };
  const sums = (columns: string): Promise<Row[]> =>
    newsroom.sql(
      `SELECT kind, field_key AS field, ${columns} FROM public_record.procedure_sums
        WHERE agency_id = (SELECT id FROM agencies WHERE document_id = $1) ORDER BY kind, period_from, field_key`,
      [agency],
    );

  it('stands in the sums of its month, quarter and year while it is published', async () => {
    const { documentId } = await write.procedureReport({ agency, period: '2021-02' });
    await write.procedureReport({
      agency,
      period: '2021-03',
      rows: [procedures({ received: 7, carriedOver: 2, resolvedOnTime: 5, pendingOverdue: 4 })],
    });
    const kept =
      'received::int, carried_over::int AS carried, pending_overdue::int AS overdue, received_online_unknown AS unknown';
    expect(await sums(kept)).toEqual([
      { kind: 'month', field: '', received: 10, carried: 0, overdue: 0, unknown: 1 },
      { kind: 'month', field: '', received: 7, carried: 2, overdue: 4, unknown: 1 },
      { kind: 'quarter', field: '', received: 17, carried: 0, overdue: 4, unknown: 2 },
      { kind: 'year', field: '', received: 17, carried: 0, overdue: 4, unknown: 2 },
    ]);
    await documents().unpublish!({ documentId });
    expect(await sums('received::int')).toEqual(
      ['month', 'quarter', 'year'].map((kind) => ({ kind, field: '', received: 7 })),
    );
  });

  it('says which count does not add up, and stores nothing', async () => {
    const rows = [procedures({ received: 11 })];
    expect(await refusal(write.procedureReport({ agency, rows }))).toContain('lệch 1');
    expect(await newsroom.sql('SELECT FROM procedure_reports WHERE agency_ref IS NULL')).toEqual([]);
  });

  it('is answered as it was reported, and by month, quarter and year', async () => {
    const row = (changed: object) => [procedures(changed as never)];
    await write.procedureReport({ agency, period: '2021-01', rows: row({ received: 12, pendingInTime: 2 }) });
    await write.procedureReport({ agency, period: '2021-02', rows: row({ carriedOver: 2, pendingOverdue: 2 }) });
    await write.procedureReport({
      agency,
      period: '2021-Q2',
      rows: row({ carriedOver: 2, resolvedLate: 2, receivedOnline: 7 }),
    });
    const short = ({ data }: ProcedureProgress) =>
      data.map(({ period, received, carriedOver, pending, resolved }) => [
        ...[period.kind, period.from, received, carriedOver, resolved, pending],
      ]);
    const reported = await ask('');
    expect(short(reported)).toEqual([
      ['quarter', '2021-04-01', 10, 2, 12, 0],
      ['month', '2021-02-01', 10, 2, 10, 2],
      ['month', '2021-01-01', 12, 0, 10, 2],
    ]);
    expect(reported.data[0]).toMatchObject({
      ...{ receivedOnline: 7, onlineShare: '70.00', onTimeShare: '83.33', field: null, corrections: [] },
      display: 'Quý II/2021: tiếp nhận 10, giải quyết 12, 83,33% trước và đúng hạn, đang giải quyết 0',
    });
    expect(reported.meta).toMatchObject({
      totals: { received: 32, carriedOver: 0, resolved: 32, pending: 0, receivedOnline: null, onlineShare: null },
    });
    expect(short(await ask('&by=quarter'))).toEqual([
      ['quarter', '2021-04-01', 10, 2, 12, 0],
      ['quarter', '2021-01-01', 22, 0, 20, 2],
    ]);
    expect(short(await ask('&by=year'))).toEqual([['year', '2021-01-01', 32, 0, 32, 0]]);
    expect(short(await ask('&by=month&from=2021-02-01&to=2021-02-28'))).toEqual([
      ['month', '2021-02-01', 10, 2, 10, 2],
    ]);
    const series = await ask('&series=true&limit=1');
    expect(short(series)).toEqual([['month', '2021-02-01', 10, 2, 10, 2]]);
    expect(series.meta.totals).toMatchObject({ received: 22, carriedOver: 0, pending: 2 });
    const answers = newsroom.strapi.plugin('public-record').service('answers');
    const alone = await answers.reportSeries('procedure-progress', 'vi', { agency, by: 'month', limit: 1 });
    expect(alone.answer).toEqual(series.data);
    // No month is as late as the last quarter.
    const usual = await answers.reportSeries('procedure-progress', 'vi', { agency, limit: 5 });
    expect(usual.answer).toMatchObject([
      { period: { kind: 'quarter', from: '2021-04-01' } },
      { period: { kind: 'quarter' } },
    ]);
    const next = await ask(`&series=true&limit=1&cursor=${series.meta.nextCursor}`);
    expect(short(next)).toEqual([['month', '2021-01-01', 12, 0, 10, 2]]);
  });

  it('has no sum of rows with a field and without: where a quarter has both, each month counts as a whole', async () => {
    const rows = ['Đất đai', 'Hộ tịch'].map((field) => procedures({ field, carriedOver: 5, pendingInTime: 5 }));
    await write.procedureReport({ agency, period: '2021-01', rows });
    await write.procedureReport({
      agency,
      period: '2021-02',
      rows: [procedures({ carriedOver: 10, resolvedOnTime: 5, pendingInTime: 15 })],
    });
    const { data, meta } = await ask('&by=quarter');
    const expected = { received: 30, carriedOver: 10, pending: 15, resolved: 25 };
    expect(data).toMatchObject([{ field: null, ...expected }]);
    expect(meta.totals).toMatchObject(expected);
    expect((await ask('&by=month')).data.map(({ field }) => field)).toEqual([null, 'Đất đai', 'Hộ tịch']);
    expect((await ask('&by=month')).meta.totals).toMatchObject(expected);
  });

  it('begins with what the first report carried over, where an agency reports with fields and later without', async () => {
    const fields = (...carried: [field: string, carriedOver: number][]) =>
      carried.map(([field, carriedOver]) =>
        procedures({ field, received: 10, carriedOver, resolvedOnTime: 8 + carriedOver, pendingInTime: 2 }),
      );
    const reports = {
      '2021-03': fields(['Đất đai', 3]),
      // A field of which nothing was said in March, and that has cases from before.
      '2021-04': fields(['Đất đai', 2], ['Hộ tịch', 42]),
      '2022-01': [procedures({ received: 10, carriedOver: 4, resolvedOnTime: 9, pendingInTime: 5 })],
    };
    const days = '&from=2021-01-01&to=2022-01-31';
    const ofAll = async () => {
      const answer = await fetch(`${newsroom.url}/api/portal/v1/procedure-progress?${days}`);
      return procedureProgress.parse(await answer.json()).meta.totals;
    };
    const before = await ofAll();
    for (const [period, rows] of Object.entries(reports)) await write.procedureReport({ agency, period, rows });
    expect((await ask(days)).meta.totals).toMatchObject({ received: 40, carriedOver: 3, pendingInTime: 5 });
    expect(await ofAll()).toMatchObject({
      received: before.received + 40,
      carriedOver: before.carriedOver + 3,
      pendingInTime: before.pendingInTime + 5,
    });
    // A year's row of a field begins with the field's own first month.
    expect((await ask('&by=year')).meta.totals).toMatchObject({ carriedOver: 45, pendingInTime: 5 });
  });

  it('has one sum of a field, however months spell it, under the spelling of the newest', async () => {
    const spellings = { '2021-01': ['ĐẤT  ĐAI', 'Văn hoá'], '2021-03': ['Đất đai', 'VĂN HÓA.'] };
    for (const [period, fields] of Object.entries(spellings)) {
      await write.procedureReport({ agency, period, rows: fields.map((field) => procedures({ field })) });
    }
    await write.procedureReport({
      agency,
      period: '2021-02',
      rows: [procedures({ field: 'đất đai'.normalize('NFD') })],
    });
    const { data } = await ask('&by=quarter');
    expect(data.map(({ field, received }) => [field, received])).toEqual([
      ['Đất đai', 30],
      ['VĂN HÓA.', 20],
    ]);
    expect((await ask('&by=month&to=2021-01-31')).data.map(({ field }) => field)).toEqual(['ĐẤT ĐAI', 'Văn hoá']);
  });

  it('folds fields in SQL as in TypeScript', async () => {
    const letters = [...'aoqurytAOUYĐðÐđàÀạậắẻỳỵỷýÝòóơưồ09 ,-./²Ⅳßİ', '\u0300', '\u0301', '\u0309', '\u0302', '\u0323'];
    const texts = fc.sample(
      fc.oneof(
        fc.string({ unit: fc.constantFrom(...letters), maxLength: 12 }),
        fc
          .constantFrom('Hoà giải', 'thuỷ LỢI', 'Quý, quỹ', 'xoè', 'khuỷu', 'Khoẻ', 'uỷ ban')
          .map((text) => text.normalize('NFD')),
      ),
      2_000,
    );
    const [{ keys }] = (await newsroom.sql(
      `SELECT array_agg(public_record.field_key(one) ORDER BY n) AS keys FROM unnest($1::text[]) WITH ORDINALITY list (one, n)`,
      [texts],
    )) as [{ keys: string[] }];
    expect(keys).toEqual(texts.map(fieldKey));
  });

  it('is corrected with a note, which readers see', async () => {
    const { documentId } = await write.procedureReport({ agency });
    const rows = [procedures({ received: 9, resolvedOnTime: 9 })];
    const publish = (data: object) => documents().update!({ documentId, status: 'published', data });
    expect(await refusal(publish({ rows }))).toContain('“Nội dung đính chính”');
    expect((await ask('')).data[0]).toMatchObject({ received: 10, corrections: [] });
    expect(await refusal(publish({ rows, correction: 'Bớt một hồ sơ ghi trùng.' }))).toBe('done');
    expect((await ask('&by=year')).data[0]).toMatchObject({
      received: 9,
      corrections: [{ on: expect.stringMatching(/\+07:00$/), note: 'Bớt một hồ sơ ghi trùng.' }],
    });
    // The same note says nothing of another change.
    expect(await refusal(publish({ rows: [procedures()] }))).toContain('cho lần sửa này');
    const editions = await newsroom.sql(
      `SELECT rows -> 0 ->> 'received' AS received FROM public_record.report_editions WHERE document_id = $1 ORDER BY id`,
      [documentId],
    );
    expect(editions).toEqual([{ received: '10' }, { received: '9' }]);
  });

  it('is corrected with a note where it moves to another agency or period', async () => {
    const { documentId } = await write.procedureReport({ agency });
    const other = (await write.agency()).documentId;
    const publish = (data: object) => documents().update!({ documentId, status: 'published', data });
    expect(await refusal(publish({ agency: other }))).toContain('“Nội dung đính chính”');
    expect(await refusal(publish({ period: '2021-03' }))).toContain('“Nội dung đính chính”');
    expect(await refusal(publish({ period: '2021-03', correction: 'Ghi nhầm tháng.' }))).toBe('done');
    expect(await refusal(publish({ agency: other, correction: 'Ghi nhầm tháng.' }))).toContain('cho lần sửa này');
    expect((await ask('')).data).toMatchObject([
      { period: { from: '2021-03-01' }, corrections: [{ note: 'Ghi nhầm tháng.' }] },
    ]);
  });

  it('is corrected with a note where it was deleted and made again', async () => {
    const { documentId } = await write.procedureReport({ agency });
    await documents().delete!({ documentId });
    const rows = [procedures({ received: 9, resolvedOnTime: 9 })];
    expect(await refusal(write.procedureReport({ agency, rows }))).toContain('“Nội dung đính chính”');
    // Another month was never published, and the same counts correct nothing.
    await write.procedureReport({ agency, rows, period: '2021-03' });
    const again = await write.procedureReport({ agency });
    await documents().delete!({ documentId: again.documentId });
    await write.procedureReport({ agency, rows, correction: 'Bớt một hồ sơ.' });
    expect((await ask('&to=2021-02-28')).data).toMatchObject([
      { received: 9, corrections: [{ note: 'Bớt một hồ sơ.' }] },
    ]);
    expect((await ask('&from=2021-03-01')).data).toMatchObject([{ received: 9, corrections: [] }]);
  });

  it.each([
    [{ period: '2021-2' }, '“Kỳ báo cáo” không đúng'],
    [{ period: '2999-01' }, '“Kỳ báo cáo” không đúng'],
    [{ period: '2199-01' }, 'chưa bắt đầu'],
    [{ period: null }, '“Kỳ báo cáo” còn trống'],
    [{ rows: [] }, '“Số liệu” còn trống'],
    [{ rows: 'x' }, 'cần một danh sách'],
    [{ rows: [procedures({ field: '---' })] }, '“Lĩnh vực”: cần có chữ hoặc số'],
  ])('refuses %j', async (data, message) => {
    expect(await refusal(write.procedureReport({ agency, ...data }))).toContain(message);
    expect(
      await newsroom.sql(
        'SELECT FROM procedure_reports WHERE agency_ref = (SELECT id FROM agencies WHERE document_id = $1)',
        [agency],
      ),
    ).toEqual([]);
  });

  it('is one an agency and period, of an agency that existed then', async () => {
    await write.procedureReport({ agency }, { status: 'draft' });
    expect(await refusal(write.procedureReport({ agency }))).toContain('đã có báo cáo của kỳ này');
    const late = (await write.agency({ foundedOn: '2021-03-01' })).documentId;
    const gone = (await write.agency({ dissolvedOn: '2021-02-01' })).documentId;
    for (const one of [late, gone]) {
      expect(await refusal(write.procedureReport({ agency: one }))).toContain('chưa thành lập hoặc đã giải thể');
    }
    expect(await refusal(write.procedureReport({ agency: late, period: '2021-Q1' }))).toBe('done');
  });

  it('tells which agencies have not reported', async () => {
    const other = await write.agency({ level: 'commune' });
    const silent = await write.agency({ level: 'commune' });
    await write.procedureReport({ agency: other.documentId, period: '2015-05' });
    const answer = await fetch(
      `${newsroom.url}/api/portal/v1/procedure-progress?by=month&from=2015-05-01&to=2015-05-31`,
    );
    const { meta } = procedureProgress.parse(await answer.json());
    const ids = meta.missing.map(({ id }) => id);
    expect(ids).toContain(silent.documentId);
    expect(ids).not.toContain(other.documentId);
    expect(meta.missing[0]!.periods).toEqual([{ from: '2015-05-01', to: '2015-05-31', kind: 'month' }]);
  });

  it('counts a quarter as reported by its report or its three months, and asks each agency for what it reports', async () => {
    const [monthly, quarterly, once] = await Promise.all([1, 2, 3].map(() => write.agency({ level: 'province' })));
    const publish = (one: { documentId: string }, periods: string[]) =>
      Promise.all(periods.map((period) => write.procedureReport({ agency: one.documentId, period })));
    await publish(monthly!, ['2012-01', '2012-02', '2012-03', '2012-04']);
    await publish(quarterly!, ['2012-Q1']);
    await publish(once!, ['2012-01']);
    const missing = async (query: string) => {
      const answer = await fetch(
        `${newsroom.url}/api/portal/v1/procedure-progress?from=2012-01-01&to=2012-12-31${query}`,
      );
      const { meta } = procedureProgress.parse(await answer.json());
      return [monthly!, quarterly!, once!].map(({ documentId }) =>
        (meta.missing.find(({ id }) => id === documentId)?.periods ?? []).map(({ from, kind }) => `${kind} ${from}`),
      );
    };
    const months = ['month 2012-04-01', 'month 2012-03-01', 'month 2012-02-01'];
    // Nobody has reported all of the second quarter.
    expect(await missing('&by=quarter')).toEqual([[], [], ['quarter 2012-01-01']]);
    expect(await missing('')).toEqual([[], [], months]);
    await publish(monthly!, ['2012-05', '2012-06']);
    const later = ['month 2012-06-01', 'month 2012-05-01', ...months];
    expect(await missing('')).toEqual([[], ['quarter 2012-04-01'], later]);
    expect(await missing('&by=month')).toEqual([[], later.slice(0, 3), later]);
    expect(await missing('&by=year')).toEqual([[], [], []]);
  });

  it('comes whole as CSV, for spreadsheets, and is not sent again', async () => {
    const address = `${newsroom.url}/api/portal/v1/procedure-progress.csv?agency=${agency}`;
    const rows = [procedures({ field: '=Đất đai', receivedOnline: 4 }), procedures({ field: 'Hộ tịch, quốc tịch' })];
    await write.procedureReport({ agency, rows });
    const answer = await fetch(address);
    const bytes = Buffer.from(await answer.arrayBuffer());
    const lines = bytes.toString().split('\r\n');
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(lines[0]).toMatch(
      /^\uFEFFCơ quan,Định danh cơ quan,Lĩnh vực,Kỳ báo cáo,Từ ngày,Đến ngày,Tiếp nhận trong kỳ,/,
    );
    expect(lines.slice(1).map((line) => line.replace(/^[^,]*,[^,]*,/, ''))).toEqual([
      `'=Đất đai,tháng 2/2021,2021-02-01,2021-02-28,10,4,,0,0,10,0,0,0,0,10,0,100.00,40.00`,
      `"Hộ tịch, quốc tịch",tháng 2/2021,2021-02-01,2021-02-28,10,,,0,0,10,0,0,0,0,10,0,100.00,`,
      '',
    ]);
    const etag = answer.headers.get('etag')!;
    const again = (headers: Record<string, string>) => fetch(address, { headers }).then(({ status }) => status);
    expect(await again({ 'If-None-Match': etag })).toBe(304);
    await write.procedureReport({ agency, period: '2021-03' });
    expect(await again({ 'If-None-Match': etag })).toBe(200);
    expect((await fetch(`${address}&limit=5`)).status).toBe(400);
    expect((await fetch(`${address}&locale=xx`)).status).toBe(400);
  });

  it('is in the catalogue of open data', async () => {
    for (const path of ['/api/portal/v1/catalog.jsonld', '/catalog.jsonld?utm_source=x']) {
      const answer = await fetch(newsroom.url + path);
      expect(answer.headers.get('content-type')).toBe('application/ld+json');
      const { 'dcat:dataset': datasets } = (await answer.json()) as { 'dcat:dataset': Record<string, unknown>[] };
      expect(datasets[0]).toMatchObject({
        '@type': 'dcat:Dataset',
        'dct:identifier': 'procedure-progress',
        'dct:temporal': { 'dcat:startDate': { '@value': expect.stringMatching(/^\d{4}-\d{2}-01$/) } },
        'dcat:distribution': [
          expect.anything(),
          {
            'dcat:downloadURL': { '@id': expect.stringMatching(/^http.*\/api\/portal\/v1\/procedure-progress\.csv$/) },
          },
        ],
      });
    }
  });
});
