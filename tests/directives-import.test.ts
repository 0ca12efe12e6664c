import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import vi from '../src/plugins/public-record/admin/src/translations/vi.json';
import { COLUMNS, TEMPLATE } from '../src/plugins/public-record/server/src/import/columns';
import { writers } from './helpers/content';
import { pdfOfPages } from './helpers/file-bytes';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { staff } from './helpers/staff';

type Run = (strapi: unknown, folder: string, io: object) => Promise<number>;
type Cells = Partial<Record<(typeof COLUMNS)[number]['field'], string>>;

const ROUTE = '/public-record/directive-imports';

const csvOf = (rows: Cells[], fields = COLUMNS.map(({ field }) => field)): string => {
  const quoted = (text = '') => `"${text.replaceAll('"', '""')}"`;
  const headings = fields.map((field) => quoted(COLUMNS.find((column) => column.field === field)!.heading));
  return [headings, ...rows.map((row) => fields.map((field) => quoted(row[field])))]
    .map((line) => line.join(','))
    .join('\n');
};

describe('the import of directives', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;
  let importFolder: Run;
  let folder: string;
  let province: string;

  const row = (cells: Cells): Cells => ({
    number: '1/CT-UBND',
    abstract: 'Về việc chống hạn',
    agency: 'UBND tỉnh',
    issuedOn: '05/07/2023',
    files: 'mot.pdf',
    ...cells,
  });
  const bring = async (csv: string, ...files: string[]) => {
    await writeFile(path.join(folder, 'van-ban.csv'), csv);
    for (const file of files) await writeFile(path.join(folder, file), pdfOfPages(4));
  };
  const run = async () => {
    const said: string[] = [];
    const stream = new Writable({
      write(chunk, _encoding, done) {
        said.push(String(chunk));
        done();
      },
    });
    const code = await importFolder(newsroom.strapi, folder, { stdout: stream, stderr: stream });
    return { code, said: said.join('') };
  };
  const rows = () =>
    newsroom.sql(`SELECT d.*, d.issued_on::text AS issued, d.effective_on::text AS effective, agency.slug AS agency
      FROM directives d JOIN agencies agency ON agency.id = d.agency_ref ORDER BY d.id`);
  const filesKept = async () => [
    (await newsroom.sql('SELECT count(*)::int AS count FROM files'))[0]!.count,
    (await readdir(path.join(process.env.DATA_DIR!, 'public/uploads'))).filter((name) => name.endsWith('.pdf')).length,
  ];

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
    const cli = path.resolve(__dirname, '../dist/src/plugins/public-record/server/src/import/cli.js');
    ({ importFolder } = requireApp(cli) as { importFolder: Run });
    province = (await write.agency({ name: 'Ủy ban nhân dân tỉnh', shortName: 'UBND tỉnh', slug: 'ubnd-tinh' }))
      .documentId;
    await write.agency({ name: 'Sở Nội vụ', slug: 'so-noi-vu' });
    await write.agency({ name: 'Phòng Văn hóa', slug: 'phong-van-hoa' });
    await write.agency({ name: 'Phòng Văn hóa', slug: 'phong-van-hoa-2' });
    await write.official({ name: 'Nguyễn Văn An', slug: 'nguyen-van-an' });
  });
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'directives-'));
    await newsroom.sql('DELETE FROM directives');
    await newsroom.sql('DELETE FROM files');
  });
  afterEach(() => rm(folder, { recursive: true }));
  afterAll(() => newsroom.stop());

  it('has the form’s labels as headings, and a template with them', () => {
    const shown = COLUMNS.map(({ field }) => (vi as Record<string, string>)[`directive.${field}`]);
    expect(COLUMNS.map(({ heading }) => heading)).toEqual(shown);
    expect(TEMPLATE).toMatch(/^\uFEFF"Số, ký hiệu",Loại văn bản,Trích yếu,/);
    expect(TEMPLATE.trim().split('\r\n')).toHaveLength(2);
  });

  it('creates drafts with their files and links, whatever the order of lines and columns', async () => {
    const old = await write.directive({ number: '9/QĐ-UBND', agency: province, issuedOn: '2019-01-02' });
    await bring(
      csvOf(
        [
          row({ number: '2/QĐ-UBND', replaces: '01/CT-UBND', amends: 'Số: 09/qđ-ubnd', files: 'hai.pdf; mot.pdf' }),
          row({
            type: 'chỉ thị',
            signer: 'Nguyễn Văn An',
            effectiveOn: '10-7-2023',
            fields: 'Nông nghiệp; Thủy lợi',
            recipients: 'Các sở, ban, ngành;Lưu: VT',
            orderDeadline: '31/12/2023',
            orderAgency: 'so-noi-vu',
          }),
        ],
        [...COLUMNS].reverse().map(({ field }) => field),
      ),
      'mot.pdf',
      'hai.pdf',
    );
    expect(await run()).toEqual({ code: 0, said: 'Tạo mới: 2 bản nháp · Đã có, giữ nguyên: 0\n' });
    const [first, second] = (await rows()).filter(({ document_id: id }) => id !== old.documentId);
    expect(first).toMatchObject({
      number: '1/CT-UBND',
      canonical_number: '01/CT-UBND',
      type: 'CT',
      locale: 'vi',
      published_at: null,
      issued: '2023-07-05',
      effective: '2023-07-10',
      fields: 'Nông nghiệp\nThủy lợi',
      recipients: 'Các sở, ban, ngành\nLưu: VT',
      agency: 'ubnd-tinh',
    });
    expect(second).toMatchObject({ type: 'QĐ', replaces: [first!.document_id], amends: [old.documentId] });
    const files = await newsroom.sql(
      `SELECT file.name, file.pages FROM files_related_mph link JOIN files file ON file.id = link.file_id
        WHERE link.related_id = $1 ORDER BY link."order"`,
      [second!.id],
    );
    expect(files).toEqual([
      { name: 'hai.pdf', pages: 4 },
      { name: 'mot.pdf', pages: 4 },
    ]);
    const [{ count }] = (await newsroom.sql(`SELECT count(*)::int AS count FROM desk.versions WHERE document_id = $1`, [
      first!.document_id,
    ])) as [{ count: number }];
    expect(count).toBe(1);

    const before = JSON.stringify(await rows());
    const kept = await filesKept();
    expect(await run()).toEqual({
      code: 0,
      said: 'Tạo mới: 0 bản nháp · Đã có, giữ nguyên: 2\nKhông có gì thay đổi.\n',
    });
    expect(JSON.stringify(await rows())).toBe(before);
    expect(await filesKept()).toEqual(kept);
  });

  it('refuses the list for any cell, by line and column, and keeps nothing', async () => {
    await bring(
      csvOf([
        row({}),
        row({ number: '2/CT-UBND', abstract: '', issuedOn: '31/02/2023' }),
        row({ number: '3/CT-UBND', type: 'XY', agency: 'Sở Không có', signer: 'Ai đó', files: 'thieu.pdf' }),
        row({ number: '01/CT-UBND', agency: 'ubnd-tinh' }),
        row({ number: '4/CT-UBND', agency: 'Phòng Văn hóa', replaces: '77/QĐ-X' }),
        row({ number: '5/CT-UBND', replaces: '6/CT-UBND' }),
        row({ number: '6/CT-UBND', amends: '5/CT-UBND' }),
      ]),
      'mot.pdf',
    );
    const first = await run();
    expect(first.code).toBe(1);
    for (const said of [
      'Dòng 3, cột “Trích yếu”: Ô này còn trống.',
      'Dòng 3, cột “Ngày ban hành”: Không đọc được ngày “31/02/2023”',
      'Dòng 4, cột “Loại văn bản”: Không có loại “XY”',
    ]) {
      expect(first.said).toContain(said);
    }
    await bring(
      csvOf([
        row({}),
        row({ number: '3/CT-UBND', agency: 'Sở Không có', signer: 'Ai đó', files: 'thieu.pdf' }),
        row({ number: '01/CT-UBND', agency: 'ubnd-tinh' }),
        row({ number: '4/CT-UBND', agency: 'Phòng Văn hóa', replaces: '77/QĐ-X' }),
        row({ number: '5/CT-UBND', replaces: '6/CT-UBND' }),
        row({ number: '6/CT-UBND', amends: '5/CT-UBND' }),
      ]),
    );
    const second = await run();
    for (const said of [
      'Dòng 3, cột “Cơ quan ban hành”: Không có cơ quan “Sở Không có”',
      'Dòng 3, cột “Người ký”: Không có cán bộ “Ai đó”',
      'Dòng 3, cột “Tệp văn bản”: Không có tệp “thieu.pdf” đi kèm danh sách.',
      'Dòng 4, cột “Số, ký hiệu”: Số này đã có ở dòng 2',
      'Dòng 5, cột “Cơ quan ban hành”: Có nhiều cơ quan tên “Phòng Văn hóa”',
      'Dòng 5, cột “Thay thế văn bản”: Không có văn bản số “77/QĐ-X”',
      'Dòng 7, cột “Sửa đổi, bổ sung văn bản”: Dẫn vòng trở lại',
      'Chưa nhập văn bản nào',
    ]) {
      expect(second.said).toContain(said);
    }
    expect(await rows()).toEqual([]);
    expect((await filesKept())[0]).toBe(0);
  });

  it('refuses the list for a rule of the newsroom too, and removes the files that it had stored', async () => {
    const before = await filesKept();
    await bring(csvOf([row({}), row({ number: '2/CT-UBND', effectiveOn: '01/07/2023' })]), 'mot.pdf');
    const { code, said } = await run();
    expect([code, said]).toEqual([
      1,
      expect.stringContaining('Dòng 3, cột “Ngày có hiệu lực”: “Ngày có hiệu lực” không thể trước'),
    ]);
    expect(await rows()).toEqual([]);
    expect(await filesKept()).toEqual(before);

    await bring(csvOf([row({ files: 'gia.pdf' })]));
    await writeFile(path.join(folder, 'gia.pdf'), '<script>alert(1)</script>');
    const refused = await run();
    expect([refused.code, refused.said]).toEqual([1, expect.stringContaining('gia.pdf')]);
    expect(await filesKept()).toEqual(before);
  });

  it.each([
    ['Số, ký hiệu,Lạ\n1,2', 'cột “Lạ”: Không có cột này'],
    ['Số, ký hiệu\n1', 'Không có cột này'],
    ['"Số, ký hiệu"\n1', 'cột “Trích yếu”: Thiếu cột này.'],
    ['"Số, ký hiệu', 'ngoặc kép'],
    ['', 'Chưa có văn bản nào'],
    [csvOf([]), 'Chưa có văn bản nào'],
  ])('says what is wrong with the list %j', async (csv, said) => {
    await bring(csv);
    const outcome = await run();
    expect([outcome.code, outcome.said]).toEqual([1, expect.stringContaining(said)]);
  });

  it('is open to people who may create directives, with their own rights', async () => {
    const { ask } = await staff(newsroom, 'desk-editor', province);
    const file = await write.pdf();
    await newsroom.sql('UPDATE files SET agency = $1 WHERE id = $2', [province, file.id]);
    const send = async (csv: string, files: object[], isTrial: boolean) => {
      const answer = await ask('POST', ROUTE, { csv, files, isTrial });
      return {
        status: answer.status,
        body: (await answer.json()) as { data: { created: string[]; refused: object[] } },
      };
    };
    const csv = csvOf([row({})]);
    const trial = await send(csv, [{ name: 'mot.pdf' }], true);
    expect(trial).toMatchObject({
      status: 200,
      body: { data: { created: ['1/CT-UBND'], existing: [], files: ['mot.pdf'], refused: [] } },
    });
    expect(await rows()).toEqual([]);
    expect((await send(csv, [{ name: 'mot.pdf' }], false)).body.data.refused).toMatchObject([
      { line: 2, column: 'Tệp văn bản' },
    ]);
    const done = await send(csv, [{ name: 'mot.pdf', id: file.id }], false);
    expect(done).toMatchObject({ status: 200, body: { data: { created: ['1/CT-UBND'] } } });
    expect(await rows()).toMatchObject([{ number: '1/CT-UBND', published_at: null }]);

    const foreign = csvOf([row({ number: '8/CT-SNV', agency: 'Sở Nội vụ' })]);
    expect((await send(foreign, [{ name: 'mot.pdf', id: file.id }], false)).status).toBe(403);
    expect(await rows()).toHaveLength(1);
    expect((await send('x', [], true)).body.data.refused).toHaveLength(1);
    const many = Array.from({ length: 2_001 }, (_, index) => ({ name: `${index}.pdf` }));
    const refusedFiles = (await (await ask('POST', ROUTE, { csv, files: many, isTrial: true })).json()) as {
      error: { message: string };
    };
    expect(refusedFiles.error.message).toBe('Nhiều tệp quá: nhiều nhất 2.000 tệp một lần. Hãy chia ra nhiều lần.');
    expect((await ask('POST', ROUTE, { csv: 1 })).status).toBe(400);
    const stranger = await staff(newsroom, 'strapi-author');
    await newsroom.sql(
      `DELETE FROM admin_permissions WHERE action = 'plugin::content-manager.explorer.create' AND subject = $1
          AND id IN (SELECT link.permission_id FROM admin_permissions_role_lnk link
                       JOIN admin_roles role ON role.id = link.role_id WHERE role.code = 'strapi-author')`,
      ['plugin::public-record.directive'],
    );
    expect((await stranger.ask('POST', ROUTE, { csv, files: [], isTrial: true })).status).toBe(403);
  });

  it('refuses what is too long for its field already in a trial', async () => {
    const { ask } = await staff(newsroom, 'desk-editor', province);
    const tooLong = { abstract: 2_000, fields: 5_000, recipients: 20_000 };
    const cells = Object.fromEntries(Object.entries(tooLong).map(([field, most]) => [field, 'x'.repeat(most + 1)]));
    const tried = async (more: Cells) => {
      const request = { csv: csvOf([row(more)]), files: [{ name: 'mot.pdf' }], isTrial: true };
      return ((await (await ask('POST', ROUTE, request)).json()) as { data: object }).data;
    };
    expect(await tried(cells)).toMatchObject({
      refused: [
        { line: 2, column: 'Trích yếu', problem: 'Dài quá 2.000 ký tự.' },
        { line: 2, column: 'Lĩnh vực', problem: 'Dài quá 5.000 ký tự.' },
        { line: 2, column: 'Nơi nhận', problem: 'Dài quá 20.000 ký tự.' },
      ],
    });
    expect(await tried({ abstract: 'x'.repeat(2_000) })).toMatchObject({ created: ['1/CT-UBND'], refused: [] });
  });

  it('tells people nothing of drafts that they may not read', async () => {
    const other = (await write.agency({ name: 'Sở Kín', slug: 'so-kin' })).documentId;
    await write.directive({ agency: other, number: '70/CT-SK', issuedOn: '2023-07-05' }, { status: 'draft' });
    await write.directive({ agency: other, number: '71/CT-SK', issuedOn: '2023-07-05' });
    await write.directive({ agency: province, number: '72/CT-UBND', issuedOn: '2023-07-05' }, { status: 'draft' });
    const { ask } = await staff(newsroom, 'desk-reporter', province);
    const tried = async (...cells: Cells[]) => {
      const request = { csv: csvOf(cells.map((one) => row(one))), files: [{ name: 'mot.pdf' }], isTrial: true };
      return ((await (await ask('POST', ROUTE, request)).json()) as { data: object }).data;
    };
    expect(
      await tried(
        { number: '70/CT-SK', agency: 'Sở Kín' },
        { number: '71/CT-SK', agency: 'Sở Kín' },
        { number: '72/CT-UBND' },
      ),
    ).toMatchObject({ created: ['70/CT-SK'], existing: ['71/CT-SK', '72/CT-UBND'], refused: [] });
    expect(await tried({ replaces: '71/CT-SK; 72/CT-UBND' })).toMatchObject({ refused: [] });
    expect(await tried({ replaces: '70/CT-SK' })).toMatchObject({ refused: [{ column: 'Thay thế văn bản' }] });
    const file = await write.pdf();
    await newsroom.sql('UPDATE files SET agency = $1 WHERE id = $2', [province, file.id]);
    for (const number of ['70/CT-SK', '79/CT-SK']) {
      const csv = csvOf([row({ number, agency: 'Sở Kín' })]);
      const request = { csv, files: [{ name: 'mot.pdf', id: file.id }], isTrial: false };
      expect([number, (await ask('POST', ROUTE, request)).status]).toEqual([number, 403]);
    }
  });
});
