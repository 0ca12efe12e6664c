import { procedures, writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { contentToken } from './helpers/newsroom-staff';
import { staff } from './helpers/staff';

type Answer = { status: number; data: Record<string, unknown> | null; message: string | undefined };

describe('reports of a one-stop system', () => {
  let newsroom: Newsroom;
  let agency: { documentId: string; slug: string };
  let other: { documentId: string; slug: string };
  let token: Record<'draft' | 'publish' | 'unbound' | 'reader', string>;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    const write = writers(newsroom.strapi);
    [agency, other] = (await Promise.all([write.agency(), write.agency()])) as unknown as [typeof agency, typeof other];
    token = {
      draft: await contentToken(newsroom, 'full-access', 'một cửa'),
      publish: await contentToken(newsroom, 'full-access', 'công bố ngay'),
      unbound: await contentToken(newsroom, 'full-access', 'khác'),
      reader: await contentToken(newsroom, 'read-only', 'chỉ đọc'),
    };
    newsroom.strapi.config.set('plugin::public-record.reportTokens', {
      'một cửa': { agency: agency.slug },
      'công bố ngay': { agency: agency.documentId, publish: true },
      'chỉ đọc': { agency: agency.slug },
    });
  });
  afterAll(() => newsroom.stop());

  async function put(
    path: string,
    rows: unknown,
    { by = token.draft, ...more }: { by?: string; correction?: string } = {},
  ) {
    const answer = await fetch(`${newsroom.url}/api/public-record/v1/reports/${path}`, {
      method: 'PUT',
      headers: { Authorization: `Bearer ${by}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ rows, ...more }),
    });
    const { data, error } = (await answer.json()) as { data: Answer['data']; error?: { message: string } };
    return { status: answer.status, data, message: error?.message };
  }
  const drafts = () =>
    newsroom.sql('SELECT period, review_state FROM procedure_reports WHERE published_at IS NULL ORDER BY period');

  it('arrives as a draft that waits for an approver, once', async () => {
    const path = `procedure-progress/${agency.slug}/2021-02`;
    expect(await put(path, [procedures()])).toMatchObject({
      status: 201,
      data: { outcome: 'created', status: 'draft' },
    });
    expect(await put(path, [procedures()])).toMatchObject({ status: 200, data: { outcome: 'unchanged' } });
    expect(await put(path, [procedures({ received: 9, resolvedOnTime: 9 })])).toMatchObject({
      data: { outcome: 'updated' },
    });
    expect(await drafts()).toEqual([{ period: '2021-02', review_state: 'submitted' }]);
    const approver = await staff(newsroom, 'desk-approver', agency.documentId);
    const { data } = (await (await approver.ask('GET', '/publishing-desk/reviews')).json()) as {
      data: { forMe: object[] };
    };
    expect(data.forMe).toMatchObject([{ title: expect.stringContaining('2021-02'), by: 'một cửa' }]);
    const audit = await newsroom.sql(
      `SELECT action, actor ->> 'name' AS name FROM desk.audit WHERE type LIKE '%procedure-report' ORDER BY id DESC LIMIT 3`,
    );
    expect(audit.map(({ action, name }) => [action, name])).toEqual([
      ['update', 'một cửa'],
      ['submit', 'một cửa'],
      ['create', 'một cửa'],
    ]);
  });

  it('is published at once by a token that may', async () => {
    const path = `document-exchange/${agency.documentId}/2021-Q1`;
    const row = { field: null, sent: 5, received: 8, digitallySigned: 12, onTime: 7 };
    const by = token.publish;
    expect(await put(path, [row], { by })).toMatchObject({ status: 201, data: { status: 'published' } });
    expect(await put(path, [row], { by })).toMatchObject({ status: 200, data: { outcome: 'unchanged' } });
    const changed = [{ ...row, sent: 6 }];
    expect(await put(path, changed, { by })).toMatchObject({
      status: 400,
      message: expect.stringContaining('Nội dung đính chính'),
    });
    expect(await put(path, changed, { by, correction: 'Bổ sung một văn bản.' })).toMatchObject({ status: 200 });
    const answer = await fetch(`${newsroom.url}/api/portal/v1/document-exchange?agency=${agency.slug}`);
    expect(await answer.json()).toMatchObject({ data: [{ sent: 6, corrections: [{ note: 'Bổ sung một văn bản.' }] }] });
  });

  it('publishes what a draft has and the public row has not, and saves twice at once as once', async () => {
    const path = `procedure-progress/${agency.slug}/2021-Q3`;
    const by = token.publish;
    await put(path, [procedures()], { by, correction: 'Gửi lần đầu.' });
    const changed = [procedures({ received: 8, resolvedOnTime: 8 })];
    expect(await put(path, changed, { by, correction: 'Gửi lần đầu.' })).toMatchObject({ status: 400 });
    expect(await put(path, changed, { correction: 'Bớt hai hồ sơ.' })).toMatchObject({ data: { status: 'draft' } });
    expect(await put(path, changed, { by })).toMatchObject({ data: { outcome: 'unchanged', status: 'published' } });
    const answer = await fetch(`${newsroom.url}/api/portal/v1/procedure-progress?agency=${agency.slug}&by=quarter`);
    expect(await answer.json()).toMatchObject({
      data: [{ received: 8, corrections: [{ note: 'Bớt hai hồ sơ.' }] }],
    });
    const twice = [0, 1].map(() =>
      put(`document-exchange/${agency.slug}/2021-05`, [
        { field: null, sent: 1, received: 1, digitallySigned: 1, onTime: 1 },
      ]),
    );
    expect((await Promise.all(twice)).map(({ data }) => data?.outcome).sort()).toEqual(['created', 'unchanged']);
    expect(await put(`${path}`, [])).toMatchObject({ status: 400 });
  });

  it('is refused in words, and stores nothing', async () => {
    const before = await drafts();
    const own = `procedure-progress/${agency.slug}`;
    expect(await put(`${own}/2021-03`, [procedures({ received: 11 })])).toMatchObject({
      status: 400,
      message: expect.stringContaining('lệch 1'),
    });
    expect(await put(`${own}/2021-3`, [procedures()])).toMatchObject({
      status: 400,
      message: expect.stringContaining('2025-Q3'),
    });
    const noRows = expect.stringMatching(/^“rows” cần một danh sách/);
    for (const rows of ['x', [], undefined]) {
      expect(await put(`${own}/2021-03`, rows)).toMatchObject({ status: 400, message: noRows });
    }
    for (const correction of [5, ' ', null, 'x'.repeat(1001)]) {
      expect(await put(`${own}/2021-03`, [procedures()], { correction } as never)).toMatchObject({
        status: 400,
        message: expect.stringMatching(/^“correction” cần một đoạn văn từ 1 đến 1\.000 ký tự/),
      });
    }
    expect(await put(`${own}/2021-03`, [procedures()], { note: 'x' } as never)).toMatchObject({
      status: 400,
      message: expect.stringMatching(/^Nội dung gửi cần một đối tượng JSON chỉ có “rows”/),
    });
    expect(await put(`khac/${agency.slug}/2021-03`, [procedures()])).toMatchObject({ status: 404 });
    for (const name of [other.slug, 'khong-co']) {
      expect(await put(`procedure-progress/${name}/2021-03`, [procedures()])).toMatchObject({
        status: 403,
        message: 'Mã truy cập này không được gửi báo cáo của cơ quan này.',
      });
    }
    for (const by of [token.unbound, token.reader, 'x']) {
      expect([401, 403]).toContain((await put(`${own}/2021-03`, [procedures()], { by })).status);
    }
    expect(await drafts()).toEqual(before);
  });

  it('gives its token no other write', async () => {
    const rows = [procedures()];
    await put(`procedure-progress/${agency.slug}/2021-05`, rows);
    const answer = await fetch(`${newsroom.url}/api/public-record/procedure-reports`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token.draft}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ data: { period: '2021-06', rows } }),
    });
    expect([403, 404, 405]).toContain(answer.status);
  });
});
