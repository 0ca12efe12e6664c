import { procedures, writers } from './helpers/content';
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
  /** Of a new one, without its agency. */
  fresh: () => Data;
  /** Whether it has a page of its own, with an address that others may not take. */
  hasAddress: boolean;
};

let months = 0;
let changes = 0;

/** Each agency reports a month once. */
const nextMonth = (): string => {
  months += 1;
  return `${2001 + Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
};

const KINDS: Kind[] = [
  {
    type: 'plugin::public-record.directive',
    table: 'directives',
    path: '/api/portal/v1/directives',
    write: (write) => write.directive,
    name: 'number',
    change: () => ({ abstract: 'Về việc đã sửa' }),
    fresh: () => ({ number: '31/QĐ-UBND' }),
    hasAddress: true,
  },
  {
    type: 'plugin::public-record.programme',
    table: 'programmes',
    path: '/api/portal/v1/programmes',
    write: (write) => write.programme,
    name: 'name',
    change: () => ({ summary: 'Tóm tắt đã sửa' }),
    fresh: () => ({ name: 'Chương trình mới' }),
    hasAddress: true,
  },
  {
    type: 'plugin::public-record.procedure-report',
    table: 'procedure_reports',
    path: '/api/portal/v1/procedure-progress',
    write: (write) => (data, options) => write.procedureReport({ period: nextMonth(), ...data }, options),
    name: 'period',
    change: () => ({
      rows: [procedures({ received: 11, resolvedOnTime: 11 })],
      correction: `Sửa lần ${(changes += 1)}`,
    }),
    fresh: () => ({ period: nextMonth() }),
    hasAddress: false,
  },
  {
    type: 'plugin::public-record.exchange-report',
    table: 'exchange_reports',
    path: '/api/portal/v1/document-exchange',
    write: (write) => (data, options) => write.exchangeReport({ period: nextMonth(), ...data }, options),
    name: 'period',
    change: () => ({
      rows: [{ field: null, sent: 1, received: 1, digitallySigned: 1, onTime: 1 }],
      correction: `Sửa lần ${(changes += 1)}`,
    }),
    fresh: () => ({ period: nextMonth() }),
    hasAddress: false,
  },
];

describe.each(KINDS)(
  'at the desk, $type',
  ({ type, table, path, write: writerOf, name, change, fresh, hasAddress }) => {
    // What has an address has one in each language.
    const language = hasAddress ? '?locale=vi' : '';
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

    /** Whether readers see a document of the agency of this test. */
    const isPublic = async (id: string): Promise<boolean> => {
      const { slug, period } = await stored(id);
      const address = `${newsroom.url}${path}`;
      if (hasAddress) return (await fetch(`${address}/${slug}`)).status === 200;
      const { data } = (await (await fetch(`${address}?limit=50`)).json()) as {
        data: { agency: { id: string }; period: { from: string } }[];
      };
      return data.some((row) => row.agency.id === agencies.A && row.period.from.startsWith(period as string));
    };

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
      expect(await isPublic(documentId)).toBe(false);
    });

    it('is written for the agency of who writes it', async () => {
      const answer = await reporter.ask('POST', `${CM}/${type}?locale=vi`, fresh());
      const created = (await answer.json()) as { data: { documentId: string } };
      const { data: read } = (await (
        await reporter.ask('GET', `${CM}/${type}/${created.data.documentId}?locale=vi`)
      ).json()) as { data: { documentId: string } };
      expect([answer.status, read.documentId]).toEqual([201, created.data.documentId]);
    });

    it('tells nobody what drafts of another agency have, by what it refuses', async () => {
      const taken = fresh();
      await make({ ...taken, agency: agencies.B }, { status: 'draft' });
      for (const data of [taken, { ...taken, ...fresh(), ...(hasAddress && { [name]: 'Chưa ai dùng' }) }]) {
        const foreign = { ...data, agency: { connect: [{ documentId: agencies.B }] } };
        const { documentId } = await draft();
        expect([
          await said(reporter.ask('POST', `${CM}/${type}?locale=vi`, { issuedOn: '2021-02-19', ...foreign })),
          await said(save(reporter, documentId, foreign)),
        ]).toEqual(['desk.not-yours', 'desk.not-yours']);
      }
    });

    it('is submitted, waits by its name, is sent back, and approved by publishing', async () => {
      const { documentId } = await draft();
      expect(await said(save(reporter, documentId))).toBe('done');
      expect(await said(take(reporter, documentId, 'submit', 'Đã đối chiếu.'))).toBe('done');
      const waiting = (await (await approver.ask('GET', '/publishing-desk/reviews')).json()) as {
        data: { forMe: object[] };
      };
      expect(waiting.data.forMe).toContainEqual(
        expect.objectContaining({
          type,
          documentId,
          title: expect.stringContaining((await stored(documentId))[name] as string),
          note: 'Đã đối chiếu.',
        }),
      );
      expect(await said(take(approver, documentId, 'send-back', 'Thiếu trang hai.'))).toBe('done');
      expect(await said(take(reporter, documentId, 'submit'))).toBe('done');
      expect(await said(publish(approver, documentId))).toBe('done');
      expect([await isPublic(documentId), (await stored(documentId)).review_state]).toEqual([true, null]);
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

    if (hasAddress) {
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
    }

    it('comes back from the trash as a draft with its values, and from its history', async () => {
      const manager = await staff(newsroom, 'desk-manager');
      const trash = trashOf(newsroom, manager);
      const { documentId } = await make({ agency: agencies.A });
      const before = await stored(documentId);
      await save(manager, documentId);
      const versions = (await (
        await manager.ask('GET', `/publishing-desk/history/${type}/${documentId}${language}`)
      ).json()) as {
        data: { id: number; action: string }[];
      };
      const created = versions.data.find(({ action }) => action === 'create')!;
      expect(
        await said(
          manager.ask(
            'POST',
            `/publishing-desk/history/${type}/${documentId}/${created.id}/restore${language}`,
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
      if (hasAddress) expect((await fetch(`${newsroom.url}${path}/${before.slug}`)).status).toBe(410);
      const [entry] = await trash.entriesOf(documentId);
      expect([entry!.type, entry!.title]).toEqual([type, expect.stringContaining(before[name] as string)]);
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
  },
);
