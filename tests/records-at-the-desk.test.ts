import { writers } from './helpers/content';
import { documentsOf } from './helpers/documents';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { agencyTree } from './helpers/newsroom-staff';
import type { Session } from './helpers/sign-in';
import { staff } from './helpers/staff';
import { trashOf } from './helpers/trash';

const CM = '/content-manager/collection-types';

type Data = Record<string, unknown>;

type Kind = {
  type: string;
  table: string;
  path: string;
  write: (write: ReturnType<typeof writers>) => (data: Data, options?: Data) => Promise<{ documentId: string }>;
  /** What the desk calls one, and a change of it. */
  name: string;
  change: () => Record<string, unknown>;
};

const KINDS: Kind[] = [
  {
    type: 'plugin::public-record.directive',
    table: 'directives',
    path: '/api/portal/v1/directives',
    write: (write) => write.directive,
    name: 'number',
    change: () => ({ abstract: 'Về việc đã sửa' }),
  },
  {
    type: 'plugin::public-record.programme',
    table: 'programmes',
    path: '/api/portal/v1/programmes',
    write: (write) => write.programme,
    name: 'name',
    change: () => ({ summary: 'Tóm tắt đã sửa' }),
  },
];

describe.each(KINDS)('at the desk, $type', ({ type, table, path, write: writerOf, name, change }) => {
  let newsroom: Newsroom;
  let make: ReturnType<Kind['write']>;
  let agencies: Awaited<ReturnType<typeof agencyTree>>;
  let reporter: Session;
  let approver: Session;
  let stranger: Session;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    agencies = await agencyTree(newsroom);
    make = writerOf(writers(newsroom.strapi));
    reporter = await staff(newsroom, 'desk-reporter', agencies.A);
    approver = await staff(newsroom, 'desk-approver', agencies.A);
    stranger = await staff(newsroom, 'desk-approver', agencies.B);
  });
  afterAll(() => newsroom.stop());

  const statusOf = async (answer: Promise<Response>) => (await answer).status;
  const said = async (answer: Promise<Response>): Promise<string> => {
    const { error } = (await (await answer).json()) as { error?: { message: string } };
    return error?.message ?? 'done';
  };
  const draft = (agency = agencies.A) => make({ agency }, { status: 'draft' });
  const save = (who: Session, id: string, data: object = change(), headers = {}) =>
    who.ask('PUT', `${CM}/${type}/${id}?locale=vi`, data, headers);
  const publish = (who: Session, id: string, headers = {}) =>
    who.ask('POST', `${CM}/${type}/${id}/actions/publish?locale=vi`, {}, headers);
  const take = (who: Session, id: string, step: string, note = '') =>
    who.ask('POST', `/publishing-desk/reviews/${type}/${id}/${step}?locale=vi`, { note });
  const stored = async (id: string) =>
    (await newsroom.sql(`SELECT * FROM ${table} WHERE document_id = $1 AND published_at IS NULL`, [id]))[0]!;

  it('belongs to its agency: others neither see, change, publish nor review it', async () => {
    const { documentId } = await draft();
    const before = await stored(documentId);
    expect(await statusOf(reporter.ask('GET', `${CM}/${type}/${documentId}?locale=vi`))).toBe(200);
    expect(await statusOf(stranger.ask('GET', `${CM}/${type}/${documentId}?locale=vi`))).toBe(403);
    expect(await statusOf(save(stranger, documentId))).toBe(403);
    expect(await statusOf(publish(stranger, documentId))).toBe(403);
    expect(await statusOf(publish(reporter, documentId))).toBe(403);
    expect(await statusOf(take(stranger, documentId, 'submit'))).toBe(403);
    expect(await statusOf(reporter.ask('DELETE', `${CM}/${type}/${(await draft(agencies.B)).documentId}`))).toBe(403);
    expect(await stored(documentId)).toEqual(before);
    expect((await fetch(`${newsroom.url}${path}/${before.slug}`)).status).toBe(404);
  });

  it('is written for the agency of who writes it', async () => {
    const data = { [name]: name === 'number' ? '31/QĐ-UBND' : 'Chương trình mới' };
    const answer = await reporter.ask('POST', `${CM}/${type}?locale=vi`, data);
    const created = (await answer.json()) as { data: { documentId: string } };
    const { data: read } = (await (
      await reporter.ask('GET', `${CM}/${type}/${created.data.documentId}?locale=vi`)
    ).json()) as { data: { documentId: string } };
    expect([answer.status, read.documentId]).toEqual([201, created.data.documentId]);
  });

  it('is submitted, waits by its name, is sent back, and approved by publishing', async () => {
    const { documentId } = await draft();
    expect(await said(save(reporter, documentId))).toBe('done');
    expect(await said(take(reporter, documentId, 'submit', 'Đã đối chiếu.'))).toBe('done');
    const waiting = (await (await approver.ask('GET', '/publishing-desk/reviews')).json()) as {
      data: { forMe: object[] };
    };
    expect(waiting.data.forMe).toContainEqual(
      expect.objectContaining({ type, documentId, title: (await stored(documentId))[name], note: 'Đã đối chiếu.' }),
    );
    expect(await said(take(approver, documentId, 'send-back', 'Thiếu trang hai.'))).toBe('done');
    expect(await said(take(reporter, documentId, 'submit'))).toBe('done');
    expect(await said(publish(approver, documentId))).toBe('done');
    const { slug, review_state: state } = await stored(documentId);
    expect([(await fetch(`${newsroom.url}${path}/${slug}`)).status, state]).toEqual([200, null]);
    const rows = await newsroom.sql('SELECT action FROM desk.audit WHERE document_id = $1 ORDER BY id', [documentId]);
    expect(rows.map(({ action }) => action)).toEqual(
      ['create', 'update', 'submit', 'send-back', 'submit', 'publish'], // prettier-ignore
    );
  });

  it('needs four eyes, and the revision on which a form is based', async () => {
    const { documentId } = await draft();
    expect(await said(save(approver, documentId))).toBe('done');
    expect(await said(publish(approver, documentId))).toBe('desk.four-eyes');
    expect(await said(publish(approver, documentId, { 'X-Desk-Override': 'kh%E1%BA%A9n' }))).toBe('done');
    expect(await said(save(approver, documentId, change(), { 'X-Desk-Base': '1' }))).toBe('desk.conflict');
  });

  it('does not get the former address of another agency’s, whose old links would lead to it', async () => {
    const former = `cu-${table}`;
    const { documentId } = await make({ agency: agencies.A, slug: former });
    expect(await said(save(approver, documentId, { slug: `moi-${table}` }))).toBe('done');
    expect(await said(publish(approver, documentId, { 'X-Desk-Override': 'doi' }))).toBe('done');
    const own = await draft();
    expect(await said(save(approver, own.documentId, { slug: former }))).toBe('done');
    await save(approver, own.documentId, { slug: `rieng-${table}` });
    const foreign = await draft(agencies.B);
    expect(await said(save(stranger, foreign.documentId, { slug: former }))).toContain('thuộc cơ quan khác');
    expect((await stored(foreign.documentId)).slug).not.toBe(former);
  });

  it('comes back from the trash as a draft with its values, and from its history', async () => {
    const manager = await staff(newsroom, 'desk-manager');
    const trash = trashOf(newsroom, manager);
    const { documentId } = await make({ agency: agencies.A });
    const before = await stored(documentId);
    await save(manager, documentId);
    const versions = (await (
      await manager.ask('GET', `/publishing-desk/history/${type}/${documentId}?locale=vi`)
    ).json()) as {
      data: { id: number; action: string }[];
    };
    const created = versions.data.find(({ action }) => action === 'create')!;
    expect(
      await said(
        manager.ask(
          'POST',
          `/publishing-desk/history/${type}/${documentId}/${created.id}/restore?locale=vi`,
          {},
          { 'X-Desk-Base': '2' },
        ),
      ),
    ).toBe('done');
    const content = ({ id: _id, updated_at: _at, revision: _revision, updated_by_id: _by, ...row }: Data) =>
      // An empty list of a programme is none.
      Object.fromEntries(
        Object.entries(row).map(([column, value]) => [column, JSON.stringify(value) === '[]' ? null : value]),
      );
    expect(content(await stored(documentId))).toEqual(content(before));

    await trash.remove(type, documentId);
    expect((await fetch(`${newsroom.url}${path}/${before.slug}`)).status).toBe(410);
    const [entry] = await trash.entriesOf(documentId);
    expect([entry!.type, entry!.title]).toEqual([type, before[name]]);
    expect(await trash.restored(entry!)).toMatchObject({ documentId, missing: [] });
    const { created_at, created_by_id, ...deleted } = content(before);
    expect(content(await stored(documentId))).toEqual({
      ...deleted,
      created_at: expect.anything(),
      created_by_id: expect.anything(),
    });
    expect([created_at, created_by_id]).toEqual([expect.anything(), null]);
  });

  it('has a state of review that no write sets, and no routes of Strapi’s content API', async () => {
    const { documentId } = await make({ agency: agencies.A });
    const documents = documentsOf(newsroom.strapi)(type) as unknown as Record<
      string,
      (params: object) => Promise<unknown>
    >;
    await expect(
      documents.update!({ documentId, locale: 'vi', data: { reviewState: 'approved' } }),
    ).resolves.toBeTruthy();
    expect((await stored(documentId)).review_state).toBeNull();
    for (const route of [`/api/public-record/${table}`, `/api/${table}`, `/api/${table}/${documentId}`]) {
      expect([route, (await fetch(newsroom.url + route)).status]).toEqual([route, 404]);
    }
  });
});
