import { writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { adminToken, agencyTree } from './helpers/newsroom-staff';
import type { Session } from './helpers/sign-in';
import { staff } from './helpers/staff';

const ARTICLE = 'plugin::newsroom.article';
const ARTICLES = `/content-manager/collection-types/${ARTICLE}`;

type Place = { documentId: string };

describe('the review of a draft', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;
  let agency: string;
  let reporter: Session;
  let editor: Session;
  let approver: Session;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
    agency = (await agencyTree(newsroom)).A;
    reporter = await staff(newsroom, 'desk-reporter', agency);
    editor = await staff(newsroom, 'desk-editor', agency);
    approver = await staff(newsroom, 'desk-approver', agency);
  });
  afterAll(() => newsroom.stop());

  async function said(answer: Response): Promise<string> {
    const { error } = (await answer.json()) as { error?: { message: string } };
    return error?.message ?? 'done';
  }
  const take = (who: Session, { documentId }: Place, step: string, note?: string, base?: number) =>
    who
      .ask(
        'POST',
        `/publishing-desk/reviews/${ARTICLE}/${documentId}/${step}?locale=vi`,
        { note },
        base === undefined ? {} : { 'X-Desk-Base': String(base) },
      )
      .then(said);
  const save = (who: Session, { documentId }: Place, data: object, locale = 'vi') =>
    who.ask('PUT', `${ARTICLES}/${documentId}?locale=${locale}`, data).then(said);
  const publish = (who: Session, { documentId }: Place, data: object = {}) =>
    who.ask('POST', `${ARTICLES}/${documentId}/actions/publish?locale=vi`, data).then(said);
  const states = async ({ documentId }: Place) =>
    (
      await newsroom.sql(
        `SELECT locale, published_at IS NOT NULL AS public, review_state AS state FROM articles
          WHERE document_id = $1 ORDER BY 1, 2`,
        [documentId],
      )
    ).map((row) => `${row.locale} ${row.public ? 'public' : 'draft'} ${row.state}`);
  async function written(): Promise<Place> {
    const draft = await write.draft({ agency });
    expect(await save(reporter, draft, { title: 'Phóng viên viết' })).toBe('done');
    return draft;
  }
  const state = async (who: Session, { documentId }: Place) => {
    const answer = await who.ask('GET', `/publishing-desk/reviews/${ARTICLE}/${documentId}?locale=vi`);
    return ((await answer.json()) as { data: unknown }).data;
  };
  const waiting = async (who: Session) => {
    const { data } = (await (await who.ask('GET', '/publishing-desk/reviews')).json()) as {
      data: Record<'forMe' | 'returned', { documentId: string; note: string | null }[]>;
    };
    return data;
  };

  it('is submitted, sent back with a note, submitted again, and approved by publishing', async () => {
    const draft = await written();
    expect(await take(reporter, draft, 'submit', 'Đã đối chiếu số liệu.')).toBe('done');
    expect(await states(draft)).toEqual(['vi draft submitted']);
    expect((await waiting(editor)).forMe).toContainEqual(
      expect.objectContaining({ documentId: draft.documentId, note: 'Đã đối chiếu số liệu.' }),
    );
    expect((await waiting(reporter)).forMe).toEqual([]);

    expect(await take(editor, draft, 'send-back', '')).toBe('desk.malformed');
    expect(await take(editor, draft, 'send-back', 'Thiếu nguồn ở đoạn hai.')).toBe('done');
    expect((await waiting(editor)).forMe).toEqual([]);
    expect((await waiting(reporter)).returned).toMatchObject([
      { documentId: draft.documentId, note: 'Thiếu nguồn ở đoạn hai.', by: 'Biên tập' },
    ]);
    expect((await waiting(editor)).returned).toEqual([]);
    expect(await state(reporter, draft)).toEqual({
      lastStep: { action: 'send-back', by: 'Biên tập', at: expect.any(String), note: 'Thiếu nguồn ở đoạn hai.' },
      isOwn: true,
      can: { submit: true, 'send-back': false, approve: false, publish: false },
    });

    expect(await save(reporter, draft, { title: 'Đã sửa' })).toBe('done');
    expect(await states(draft)).toEqual(['vi draft returned']);
    expect(await take(reporter, draft, 'submit')).toBe('done');
    expect(await publish(approver, draft)).toBe('done');
    expect(await states(draft)).toEqual(['vi draft null', 'vi public null']);
    const rows = await newsroom.sql('SELECT action FROM desk.audit WHERE document_id = $1 ORDER BY id', [
      draft.documentId,
    ]);
    expect(rows.map(({ action }) => action)).toEqual(
      ['create', 'update', 'submit', 'send-back', 'update', 'submit', 'publish'], // prettier-ignore
    );
  });

  it('lets the author publish what somebody else approved, as long as it is unchanged', async () => {
    const draft = await write.draft({ agency });
    const other = await staff(newsroom, 'desk-approver', agency);
    await save(approver, draft, { title: 'Người duyệt tự viết' });
    expect(await take(approver, draft, 'submit')).toBe('done');
    expect(await take(approver, draft, 'approve')).toBe('desk.own-review');
    expect(await state(approver, draft)).toMatchObject({ isOwn: true, can: { approve: false, publish: true } });
    expect(await publish(approver, draft)).toBe('desk.four-eyes');
    expect(await take(other, draft, 'approve')).toBe('done');
    expect(await states(draft)).toEqual(['vi draft approved']);

    await save(approver, draft, { title: 'Sửa sau khi duyệt' });
    expect(await states(draft)).toEqual(['vi draft null']);
    expect(await publish(approver, draft)).toBe('desk.four-eyes');

    await take(approver, draft, 'submit');
    await take(other, draft, 'approve');
    expect(await publish(approver, draft, { title: 'Sửa lúc xuất bản' })).toBe('desk.four-eyes');
    expect(await states(draft)).toEqual(['vi draft approved']);
    expect(await publish(approver, draft)).toBe('done');
    expect(await states(draft)).toEqual(['vi draft null', 'vi public null']);
  });

  it('is not undone by an approver who sets only the publication time', async () => {
    const draft = await written();
    await take(reporter, draft, 'submit');
    await take(approver, draft, 'approve');
    const publishedOn = '2030-01-01T01:00:00.000Z';
    expect(await save(approver, draft, { publishedOn })).toBe('done');
    expect(await states(draft)).toEqual(['vi draft approved']);
    expect(await publish(approver, draft, { publishedOn, expiresOn: '2031-01-01T01:00:00.000Z' })).toBe('done');
    const rows = await newsroom.sql('SELECT action FROM desk.audit WHERE document_id = $1 ORDER BY id DESC LIMIT 3', [
      draft.documentId,
    ]);
    expect(rows.map(({ action }) => action)).toEqual(['publish', 'schedule', 'schedule']);
  });

  it('applies to a correction too, whose author needs a reason to publish it alone', async () => {
    const article = await write.article({ agency });
    await save(approver, article, { title: 'Đúng số liệu' });
    const correct = (headers: Record<string, string> = {}) =>
      approver
        .ask('POST', `/publishing-desk/articles/${article.documentId}/correct?locale=vi`, { note: 'Sửa số.' }, headers)
        .then(said);
    expect(await correct({ 'X-Desk-Base': '1' })).toBe('desk.conflict');
    expect(await correct()).toBe('desk.four-eyes');
    expect(await correct({ 'X-Desk-Override': 'so-sai', 'X-Desk-Base': '2' })).toBe('done');
    const rows = await newsroom.sql('SELECT action, note FROM desk.audit WHERE document_id = $1 ORDER BY id', [
      article.documentId,
    ]);
    expect(rows.slice(-2).map(({ action, note }) => [action, note])).toEqual([
      ['correct', null],
      ['publish', 'so-sai'],
    ]);
  });

  it('has a state that no save sets, no clone copies and no restore brings back', async () => {
    const draft = await written();
    await save(reporter, draft, { reviewState: 'approved' });
    expect(await states(draft)).toEqual(['vi draft null']);
    await take(reporter, draft, 'submit');
    await save(reporter, draft, { reviewState: null, title: 'Vẫn chờ' });
    expect(await states(draft)).toEqual(['vi draft submitted']);

    const copy = await reporter.ask('POST', `${ARTICLES}/clone/${draft.documentId}?locale=vi`, { slug: '' });
    const { data } = (await copy.json()) as { data: Place };
    expect(await states(data)).toEqual(['vi draft null']);
    expect(await save(reporter, draft, { title: 'In English' }, 'en')).toBe('done');
    expect(await states(draft)).toEqual(['en draft null', 'vi draft submitted']);

    const history = `/publishing-desk/history/${ARTICLE}/${draft.documentId}`;
    const { data: changes } = (await (await reporter.ask('GET', `${history}?locale=vi`)).json()) as {
      data: { id: number; action: string }[];
    };
    const submitted = changes.find(({ action }) => action === 'submit')!;
    await take(editor, draft, 'send-back', 'Sửa tiêu đề.');
    expect((await reporter.ask('POST', `${history}/${submitted.id}/restore`)).status).toBe(200);
    expect(await states(draft)).toEqual(['en draft null', 'vi draft returned']);
  });

  it('refuses a repeated step, one based on an older revision, and an unknown one', async () => {
    const draft = await written();
    expect(await take(editor, draft, 'send-back', 'Chưa gửi mà.')).toBe('desk.review-moved-on');
    expect(await take(approver, draft, 'approve')).toBe('desk.review-moved-on');
    expect(await take(reporter, draft, 'submit', undefined, 1)).toBe('desk.conflict');
    expect(await take(reporter, draft, 'submit', undefined, 2)).toBe('done');
    expect(await take(reporter, draft, 'submit')).toBe('desk.review-moved-on');
    expect(await take(reporter, draft, 'publish')).toBe('Entity not found');
    expect(await take(reporter, draft, 'submit', 'x'.repeat(1001))).toBe('desk.malformed');
  });

  it('never approves a text that is saved while the approval runs', async () => {
    const approvals: string[] = [];
    // A client without a form open names no base, so its save succeeds before and after the approval.
    const token = await adminToken(newsroom, reporter.id);
    for (let round = 0; round < 20; round += 1) {
      const draft = await written();
      await take(reporter, draft, 'submit');
      const [seen] = await newsroom.sql('SELECT revision FROM articles WHERE document_id = $1', [draft.documentId]);
      const approve = () => take(approver, draft, 'approve', undefined, Number(seen!.revision));
      const change = () =>
        fetch(`${newsroom.url}${ARTICLES}/${draft.documentId}?locale=vi`, {
          method: 'PUT',
          headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
          body: JSON.stringify({ title: `Sửa đúng lúc duyệt ${round}` }),
        }).then(said);
      // Both orders have occurred.
      const [approval, saved] = round % 2 ? [approve(), change()] : [change(), approve()].reverse();
      expect(await saved).toBe('done');
      const answer = await approval!;
      approvals.push(answer);
      const left = answer === 'done' ? 'vi draft null' : 'vi draft submitted';
      expect([round, answer, await states(draft)]).toEqual([round, expect.any(String), [left]]);
    }
    expect(new Set(approvals)).toEqual(new Set(['done', 'desk.conflict']));
  });

  it('filters the list of articles', async () => {
    const draft = await written();
    await take(reporter, draft, 'submit');
    const answer = await editor.ask(
      'GET',
      `${ARTICLES}?locale=vi&pageSize=100&filters[$and][0][reviewState][$eq]=submitted`,
    );
    const { results } = (await answer.json()) as { results: { documentId: string; reviewState: string }[] };
    expect(results.map(({ documentId }) => documentId)).toContain(draft.documentId);
    expect(new Set(results.map(({ reviewState }) => reviewState))).toEqual(new Set(['submitted']));
  });
});
