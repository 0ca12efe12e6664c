import { checksFor, directoryOfChecks, OPTIONS, saying, type Checks, type Found } from './helpers/checks';
import { body, figure, writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { signIn, type Session } from './helpers/sign-in';
import { staff } from './helpers/staff';

const ARTICLES = '/content-manager/collection-types/plugin::newsroom.article';

describe('a check', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;
  let lan: Session;
  let checks: Checks;
  let province: string;
  let finance: string;
  let binh: string;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
    lan = await signIn(newsroom, 'strapi-super-admin', 'lan@example.vn');
    checks = checksFor(lan);
    ({ province, finance, binh } = await directoryOfChecks(newsroom));
  });
  afterAll(() => newsroom.stop());
  afterEach(() => {
    const advice = Object.keys(newsroom.strapi.config.get<object>(OPTIONS)).map((name) => [name, 'advice']);
    newsroom.strapi.config.set(OPTIONS, Object.fromEntries(advice));
  });

  const set = (check: string, to: string) => newsroom.strapi.config.set(`${OPTIONS}.${check}`, to);
  const publish = async (id: string, data: object = {}) => {
    const answer = await lan.ask('POST', `${ARTICLES}/${id}/actions/publish?locale=vi`, data, {
      'X-Desk-Override': 'mot-minh',
    });
    const { error } = (await answer.json()) as { error?: { message: string; details: { found: Found[] } } };
    return error ?? 'published';
  };

  it('that is switched off finds nothing', async () => {
    set('summary', 'off');
    expect(await checks.of('summary', { summary: '' })).toEqual([]);
  });

  it('that is switched off leaves the rule that every picture is described', async () => {
    for (const name of Object.keys(newsroom.strapi.config.get<object>(OPTIONS))) set(name, 'off');
    const { documentId } = await write.picture();
    const form = { summary: '', body: body(figure(documentId), figure(documentId, '', 'Cầu')) };
    expect(await checks.found(form)).toEqual([
      { check: 'undescribed-figures', severity: 'stop', message: 'undescribed-figures', values: { place: 1 } },
    ]);
  });

  it('that is advice does not stop a publication', async () => {
    const { documentId } = await write.draft();
    expect(await publish(documentId)).toBe('published');
  });

  it('that is a stop refuses a person’s publication, and rolls back the changes sent with it', async () => {
    set('summary', 'stop');
    const { documentId } = await write.draft({ title: 'Chưa có tóm tắt' });
    expect(await publish(documentId, { title: 'Sửa lúc duyệt' })).toMatchObject({
      message: 'desk.checks-stop',
      details: { found: [{ check: 'summary', severity: 'stop' }] },
    });
    const rows = await newsroom.sql('SELECT title, published_at FROM articles WHERE document_id = $1', [documentId]);
    expect(rows).toEqual([{ title: 'Chưa có tóm tắt', published_at: null }]);
    expect(await publish(documentId, { summary: 'Nay có.' })).toBe('published');
  });

  it('that is a stop reads the rows to publish: their relations, their date', async () => {
    set('held-titles', 'stop');
    const data = {
      ...saying('Chủ tịch UBND tỉnh Lê Văn Bình dự.'),
      officials: [binh],
      publishedOn: '2021-06-01T03:00:00.000Z',
    };
    const { documentId } = await write.draft(data);
    expect(await publish(documentId)).toMatchObject({ message: 'desk.checks-stop' });
    expect(await publish(documentId, { publishedOn: '2023-06-01T03:00:00.000Z' })).toBe('published');
  });

  it('that is a stop applies to bulk publications and corrections, and not to machines', async () => {
    set('summary', 'stop');
    const { documentId: draft } = await write.draft();
    const bulk = await lan.ask('POST', `${ARTICLES}/actions/bulkPublish`, { documentIds: [draft], locale: ['vi'] });
    expect([bulk.status, await bulk.json()]).toMatchObject([400, { error: { message: 'desk.checks-stop' } }]);
    const { documentId } = await write.article();
    const path = `/publishing-desk/articles/${documentId}/correct?locale=vi`;
    const corrected = await lan.ask('POST', path, { note: 'Sửa số liệu.' });
    expect(await corrected.json()).toMatchObject({ error: { message: 'desk.checks-stop' } });
  });

  it('is answered only to people who may read the article', async () => {
    const reporter = await staff(newsroom, 'desk-reporter', finance);
    const { documentId } = await write.draft({ agency: province });
    const { documentId: own } = await write.draft({ agency: finance });
    expect((await checks.ask({ title: 'Tin' }, reporter)).status).toBe(200);
    expect((await checks.ask({ documentId: own }, reporter)).status).toBe(200);
    expect((await checks.ask({ documentId }, reporter)).status).toBe(403);
    await newsroom.strapi.db.query('admin::role').create({ data: { name: 'Khách', code: 'guest' } });
    const stranger = await signIn(newsroom, 'guest', 'khach@example.vn');
    expect((await checks.ask({ title: 'Tin' }, stranger)).status).toBe(403);
    expect((await fetch(`${newsroom.url}/publishing-desk/checks/article`, { method: 'POST' })).status).toBe(401);
  });

  it('refuses an invalid form, naming the field', async () => {
    for (const [form, field] of [
      [{ title: 'x'.repeat(2_001) }, 'title'],
      [{ body: { type: 'doc', content: [{ type: 'iframe' }] } }, 'body'],
      [{ publishedOn: 'hôm qua' }, 'publishedOn'],
      [{ officials: { connect: [1] } }, 'officials.connect.0'],
    ] as const) {
      const answer = await checks.ask(form);
      expect([answer.status, await answer.json()]).toMatchObject([400, { error: { details: { field } } }]);
    }
    expect((await checks.ask({}, lan, 'xx!')).status).toBe(400);
  });
});
