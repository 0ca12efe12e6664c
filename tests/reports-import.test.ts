import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { readSpreadsheet } from '../src/spreadsheets';
import { procedures, writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import type { Session } from './helpers/sign-in';
import { staff } from './helpers/staff';
import { type WrittenCell, xlsx } from './helpers/xlsx';

type Run = (strapi: unknown, file: string, options: object, io: object) => Promise<number>;
type Result = {
  created: string[];
  changed: string[];
  unchanged: string[];
  rows: number;
  problems: { sheet: string; row: number | null; column: string | null; problem: string }[];
  notes: string[];
};

const IMPORTS = '/public-record/report-imports';
const HEAD = ['Cơ quan', 'Kỳ báo cáo', 'Lĩnh vực', 'Tiếp nhận trong kỳ', 'Kỳ trước chuyển sang', 'Giải quyết trước hạn', 'Giải quyết đúng hạn', 'Giải quyết quá hạn', 'Đang giải quyết trong hạn', 'Đang giải quyết quá hạn', 'Trả lại, rút hồ sơ']; // prettier-ignore

/** A row that adds up: so many came in and were resolved on time. */
const line = (agency: string, period: string, received: number, field: string | null = null): WrittenCell[] =>
  [agency, period, field, received, 0, 0, received, 0, 0, 0, 0]; // prettier-ignore
const sheet = (...rows: WrittenCell[][]): Buffer => xlsx([{ rows: [HEAD, ...rows] }]);
const copied = (...rows: WrittenCell[][]): string => [HEAD, ...rows].map((cells) => cells.join('\t')).join('\n');

describe('the import of reports', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;
  let clerk: Session;
  let home: { documentId: string; slug: string };
  let importFile: Run;
  let folder: string;

  const ask = async (session: Session, data: object): Promise<Result> => {
    const answer = await session.ask('POST', IMPORTS, { isTrial: false, ...data });
    expect(answer.status).toBe(200);
    return ((await answer.json()) as { data: Result }).data;
  };
  const bring = (bytes: Buffer, more: object = {}) => ask(clerk, { file: bytes.toString('base64'), ...more });
  const said = ({ problems }: Result) => problems.map(({ row, problem }) => `${row}: ${problem}`);
  const drafts = () =>
    newsroom.sql(
      `SELECT agency.slug AS agency, period, draft.document_id AS id, draft.review_state AS state, draft.revision::int,
              array_agg(concat_ws(' ', field, received, received_online) ORDER BY position) AS rows
         FROM procedure_reports draft JOIN agencies agency ON agency.id = draft.agency_ref
         JOIN public_record.procedure_rows ON report_id = draft.id
        WHERE draft.published_at IS NULL GROUP BY agency.slug, draft.id ORDER BY agency.slug, period`,
    );
  const shown = async () => (await drafts()).map(({ agency, period, rows }) => [agency, period, rows]);

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
    const cli = path.resolve(__dirname, '../dist/src/plugins/public-record/server/src/report-import/cli.js');
    ({ importFile } = requireApp(cli) as { importFile: Run });
    home = (await write.agency({ name: 'Sở Nội vụ', slug: 'so-noi-vu' })) as never;
    const below = (await write.agency({ name: 'Chi cục Lưu trữ', slug: 'chi-cuc', parent: home.documentId }))
      .documentId;
    await write.agency({ name: 'Chi cục Mới', slug: 'chi-cuc-moi', parent: below, foundedOn: '2024-03-01' });
    await write.agency({ name: 'Sở Xây dựng', slug: 'so-xay-dung' });
    clerk = await staff(newsroom, 'desk-editor', home.documentId);
  });
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'reports-'));
    await newsroom.sql('DELETE FROM procedure_reports');
    await newsroom.sql('DELETE FROM public_record.report_editions');
  });
  afterEach(() => rm(folder, { recursive: true }));
  afterAll(() => newsroom.stop());

  it('tries first, then writes drafts, and changes nothing the second time', async () => {
    const file = sheet(
      line('Sở Nội vụ', '7/2024', 10, 'Đất đai'),
      line('Sở Nội vụ', '7/2024', 5, 'Hộ tịch'),
      line('chi-cuc', 'Quý II/2024', 7),
    );
    const done = {
      kinds: ['procedure-progress'],
      created: ['Sở Nội vụ, tháng 7/2024', 'Chi cục Lưu trữ, quý II/2024'],
      ...{ changed: [], unchanged: [], rows: 3, problems: [], moreProblems: 0, notes: [] },
    };
    expect(await bring(file, { isTrial: true })).toEqual(done);
    expect(await drafts()).toEqual([]);
    expect(await bring(file)).toEqual(done);
    expect(await shown()).toEqual([
      ['chi-cuc', '2024-Q2', ['7']],
      ['so-noi-vu', '2024-07', ['Đất đai 10', 'Hộ tịch 5']],
    ]);
    const before = JSON.stringify(await drafts());
    const again = { ...done, created: [], unchanged: done.created };
    expect(await bring(file)).toEqual(again);
    // The order of rows is no figure.
    const turned = sheet(line('chi-cuc', '2024-Q2', 7), line('Sở Nội vụ', '2024-07', 5, 'Hộ tịch'), line('Sở Nội vụ', '2024-07', 10, 'ĐẤT ĐAI')); // prettier-ignore
    expect((await bring(turned)).unchanged).toHaveLength(2);
    expect(JSON.stringify(await drafts())).toBe(before);
    const versions = await newsroom.sql(
      `SELECT count(*)::int AS count FROM desk.versions WHERE type = 'plugin::public-record.procedure-report' GROUP BY document_id`,
    );
    expect(versions.map(({ count }) => count)).toEqual([1, 1]);
  });

  it('changes the draft of a report with other figures, and nothing that is public', async () => {
    const { documentId } = await write.procedureReport({
      agency: home.documentId,
      period: '2024-07',
      rows: [procedures({ received: 10 })],
    });
    const result = await ask(clerk, { text: copied(line('Sở Nội vụ', '2024-07', 12)) });
    expect(result).toMatchObject({ created: [], changed: ['Sở Nội vụ, tháng 7/2024'], unchanged: [] });
    expect(await drafts()).toEqual([
      {
        agency: 'so-noi-vu',
        period: '2024-07',
        id: documentId,
        state: null,
        revision: expect.any(Number),
        rows: ['12'],
      },
    ]);
    const [published] = await newsroom.sql(
      `SELECT received::int FROM procedure_reports JOIN public_record.procedure_rows ON report_id = id WHERE published_at IS NOT NULL`,
    );
    expect(published).toEqual({ received: 10 });
  });

  it('ends the approval of a draft that it changes', async () => {
    await bring(sheet(line('Sở Nội vụ', '2024-07', 10)));
    await newsroom.sql(`UPDATE procedure_reports SET review_state = 'submitted'`);
    await bring(sheet(line('Sở Nội vụ', '2024-07', 10)));
    expect((await drafts())[0]).toMatchObject({ state: 'submitted' });
    await bring(sheet(line('Sở Nội vụ', '2024-07', 11)));
    expect((await drafts())[0]).toMatchObject({ rows: ['11'], revision: 2 });
  });

  it('is of the agencies that the person may write, and says nothing of others', async () => {
    await write.procedureReport(
      { agency: (await newsroom.sql(`SELECT document_id FROM agencies WHERE slug = 'so-xay-dung'`))[0]!.document_id, period: '2024-07' }, // prettier-ignore
      { status: 'draft' },
    );
    const file = sheet(line('Sở Nội vụ', '2024-07', 10), line('Sở Xây dựng', '2024-07', 10), line('Sở Xây dựng', '2024-08', 10)); // prettier-ignore
    for (const isTrial of [true, false]) {
      expect(said(await bring(file, { isTrial }))).toEqual([
        '3: Sở Xây dựng, tháng 7/2024: bạn không được phép ghi báo cáo của cơ quan này.',
        '4: Sở Xây dựng, tháng 8/2024: bạn không được phép ghi báo cáo của cơ quan này.',
      ]);
    }
    expect(await shown()).toEqual([['so-xay-dung', '2024-07', ['10']]]);
    const reporter = await staff(newsroom, 'desk-reporter', home.documentId);
    const below = await ask(reporter, { text: copied(line('chi-cuc', '2024-07', 10)) });
    expect(said(below)).toEqual(['2: Chi cục Lưu trữ, tháng 7/2024: bạn không được phép ghi báo cáo của cơ quan này.']);
    // Strapi's own role may write what it made itself.
    const stranger = await staff(newsroom, 'strapi-author');
    expect(said(await ask(stranger, { text: copied(line('chi-cuc', '2024-07', 10)) }))).toHaveLength(1);
    await newsroom.sql(
      `DELETE FROM admin_permissions WHERE action = 'plugin::content-manager.explorer.create' AND subject LIKE '%-report'
          AND id IN (SELECT link.permission_id FROM admin_permissions_role_lnk link
                       JOIN admin_roles role ON role.id = link.role_id WHERE role.code = 'strapi-author')`,
    );
    expect((await stranger.ask('POST', IMPORTS, { text: 'a', isTrial: true })).status).toBe(403);
    expect((await stranger.ask('GET', '/public-record/report-template')).status).toBe(403);
  });

  it('refuses all for what is wrong anywhere: figures, periods, agencies of the time', async () => {
    const wrong = line('Sở Nội vụ', '2024-09', 10);
    wrong[8] = 3;
    const file = sheet(
      line('Sở Nội vụ', '2024-07', 10),
      line('chi-cuc-moi', '2024-02', 10),
      line('chi-cuc-moi', '2024-Q1', 10),
      line('Sở Nội vụ', '2199-01', 10),
    );
    expect(said(await bring(file))).toEqual([
      '3: Chi cục Mới, tháng 2/2024: cơ quan chưa thành lập hoặc đã giải thể trong cả kỳ này.',
      '5: Sở Nội vụ, tháng 1/2199: kỳ báo cáo chưa bắt đầu.',
    ]);
    expect(said(await bring(sheet(line('Sở Nội vụ', '2024-07', 10), wrong)))).toEqual([
      expect.stringContaining('3: Tiếp nhận trong kỳ cộng kỳ trước chuyển sang là 10'),
    ]);
    expect(said(await bring(Buffer.from('d0cf11e0a1b11ae1', 'hex')))).toEqual([
      expect.stringContaining('Excel Workbook (.xlsx)'),
    ]);
    expect(await drafts()).toEqual([]);
  });

  it('keeps nothing where the database refuses one of many', async () => {
    await newsroom.sql(
      `CREATE FUNCTION refuse_one() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
         IF NEW.period = '2024-09' THEN RAISE EXCEPTION 'no' USING ERRCODE = 'check_violation', CONSTRAINT = 'procedure_rows_balance'; END IF;
         RETURN NEW; END $$;
       CREATE TRIGGER refuse_one BEFORE INSERT ON procedure_reports FOR EACH ROW EXECUTE FUNCTION refuse_one()`,
    );
    try {
      const months = ['2024-07', '2024-08', '2024-09', '2024-10'].map((period) => line('Sở Nội vụ', period, 10));
      expect(said(await bring(sheet(...months)))).toEqual([
        '4: Sở Nội vụ, tháng 9/2024: “Số liệu” có dòng không cân đối. Hãy kiểm tra các số của dòng ấy.',
      ]);
      expect(await drafts()).toEqual([]);
    } finally {
      await newsroom.sql('DROP TRIGGER refuse_one ON procedure_reports; DROP FUNCTION refuse_one');
    }
  });

  it('takes agency and period as they are chosen, where the file does not say them', async () => {
    const text = copied(line('', '', 10)).split('\n').map((cells) => cells.split('\t').slice(3).join('\t')).join('\n'); // prettier-ignore
    expect(said(await ask(clerk, { text }))).toHaveLength(2);
    await ask(clerk, { text, agency: 'so-noi-vu', period: '2024-Q4' });
    expect(await shown()).toEqual([['so-noi-vu', '2024-Q4', ['10']]]);
    expect(said(await ask(clerk, { text, agency: 'khong-co', period: '2024-Q4' }))).toEqual(['null: Không có một cơ quan “khong-co”.']); // prettier-ignore
  });

  it('takes what it can read, and one import of a person at a time', async () => {
    for (const data of [{}, { text: 1 }, { text: 'a', file: '' }, { file: '%' }, { text: 'a', more: 1 }]) {
      expect((await clerk.ask('POST', IMPORTS, { isTrial: true, ...data })).status).toBe(400);
    }
    const file = sheet(...Array.from({ length: 30 }, (_, at) => line('Sở Nội vụ', `20${String(at % 24).padStart(2, '0')}-0${(at % 9) + 1}`, 10, `L${at}`))).toString('base64'); // prettier-ignore
    const statuses = await Promise.all([1, 2].map(async () => (await clerk.ask('POST', IMPORTS, { file, isTrial: false })).status)); // prettier-ignore
    expect(statuses.sort()).toEqual([200, 409]);
    expect(await (await clerk.ask('GET', IMPORTS)).json()).toEqual({ data: null });
  });

  it('offers a file to fill, which is read again', async () => {
    const answer = await clerk.ask('GET', '/public-record/report-template?period=2024-02');
    expect(answer.headers.get('content-type')).toContain('spreadsheetml.sheet');
    const template = Buffer.from(await answer.arrayBuffer());
    const [first, second] = await readSpreadsheet(template);
    const texts = [...first!.rows].map(({ cells }) => [1, 2].map((at) => (cells.get(at) as { text: string }).text));
    expect(texts).toEqual([
      ['Cơ quan', 'Kỳ báo cáo'],
      ['Chi cục Lưu trữ', 'tháng 2/2024'],
      ['Sở Nội vụ', 'tháng 2/2024'],
    ]);
    expect(second!.rows).toHaveLength(3);
    expect(await bring(template)).toMatchObject({
      problems: [{ problem: 'Chưa có dòng số liệu nào.' }],
      notes: [expect.stringContaining('2 dòng chưa điền'), expect.stringContaining('2 dòng chưa điền')],
    });
    expect((await clerk.ask('GET', '/public-record/report-template?period=2024-2')).status).toBe(400);
  });

  describe('by the command', () => {
    const run = async (bytes: Buffer | string, options: object = {}) => {
      const file = path.join(folder, 'so-lieu.csv');
      await writeFile(file, bytes);
      const lines: string[] = [];
      const stream = new Writable({
        write(chunk, _encoding, done) {
          lines.push(String(chunk));
          done();
        },
      });
      const code = await importFile(newsroom.strapi, file, options, { stdout: stream, stderr: stream });
      return [code, ...lines.join('').trimEnd().split('\n')];
    };

    it('writes all, says how far it is, and what is wrong by row and column', async () => {
      const bytes = copied(line('Sở Xây dựng', '2024-07', 10), line('Sở Nội vụ', '2024-07', 10));
      expect(await run(bytes, { isTrial: true })).toEqual([0, 'Chạy thử, chưa ghi gì. Báo cáo mới: 2 · Thay đổi: 0 · Giữ nguyên: 0 · Dòng số liệu: 2']); // prettier-ignore
      expect(await run(bytes)).toEqual([0, 'Đã ghi 2/2 báo cáo', 'Báo cáo mới: 2 · Thay đổi: 0 · Giữ nguyên: 0 · Dòng số liệu: 2']); // prettier-ignore
      expect(await run(bytes)).toEqual([0, 'Báo cáo mới: 0 · Thay đổi: 0 · Giữ nguyên: 2 · Dòng số liệu: 2', 'Không có gì thay đổi.']); // prettier-ignore
      const wrong = line('Sở Nội vụ', '2024-08', 10);
      wrong[3] = '1,5';
      expect(await run(sheet(wrong))).toEqual([
        1,
        'Trang “Sheet1”, dòng 2, cột D “Tiếp nhận trong kỳ”: “1,5” có dấu phẩy, là phần lẻ: cần số nguyên, viết 1234 hoặc 1.234.',
        '',
        'Chưa nhập báo cáo nào: hãy sửa các chỗ trên rồi chạy lại.',
      ]);
    });
  });
});
