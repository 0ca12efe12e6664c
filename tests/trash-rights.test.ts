import { writers } from './helpers/content';
import { documentsOf } from './helpers/documents';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import type { Session } from './helpers/sign-in';
import { staff } from './helpers/staff';
import { trashOf, type TrashEntry } from './helpers/trash';
import { id, usesReader } from './helpers/uses';

const ARTICLE = 'plugin::newsroom.article';
const CATEGORY = 'plugin::newsroom.category';
const OFFICIAL = 'plugin::directory.official';

describe('what is in the trash', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;
  let chief: Session;
  let read: ReturnType<typeof usesReader>;
  let trash: ReturnType<typeof trashOf>;

  const documents = (uid: string) => documentsOf(newsroom.strapi)(uid);

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
    chief = await staff(newsroom, 'strapi-super-admin');
    read = usesReader(newsroom, chief);
    trash = trashOf(newsroom, chief);
  });
  afterAll(() => newsroom.stop());

  describe('is of those who could read it:', () => {
    let agencies: string[];
    let reporter: Session;
    let stranger: Session;
    let deleted: string;
    let entry: TrashEntry;

    beforeAll(async () => {
      agencies = [await id(write.agency()), await id(write.agency())];
      reporter = await staff(newsroom, 'desk-reporter', agencies[0]);
      stranger = await staff(newsroom, 'desk-reporter', agencies[1]);
      deleted = await id(write.draft({ title: 'Nháp của một cơ quan', agency: agencies[0] }));
      await trash.remove(ARTICLE, deleted, { by: reporter });
      [entry] = (await trash.entriesOf(deleted, reporter)) as [TrashEntry];
    });

    it('a reporter of another agency, and one of none, see nothing of it', async () => {
      const nobody = await staff(newsroom, 'desk-reporter');
      // A role that is limited to an agency reads nothing without one.
      for (const [other, status] of [
        [stranger, 404],
        [nobody, 403],
      ] as const) {
        expect((await trash.list('', other)).entries.filter(({ type }) => type === ARTICLE)).toEqual([]);
        const history = `/publishing-desk/history/${ARTICLE}/${deleted}`;
        expect([
          (await trash.restore(entry, {}, other)).status,
          (await other.ask('GET', `${history}?locale=vi`)).status,
          (await other.ask('GET', `${history}/${entry.id}`)).status,
        ]).toEqual([404, status, status]);
      }
      expect(await read.exists('articles', deleted)).toBe(false);
    });

    it('its own reporter reads its history and restores it, and erases nothing', async () => {
      const history = `/publishing-desk/history/${ARTICLE}/${deleted}`;
      const { data } = (await (await reporter.ask('GET', `${history}?locale=vi`)).json()) as {
        data: { action: string; hasVersion: boolean }[];
      };
      expect(data.map(({ action, hasVersion }) => [action, hasVersion])).toEqual([
        ['delete', true],
        ['create', true],
      ]);
      const content = (await (await reporter.ask('GET', `${history}/${entry.id}`)).json()) as {
        data: { content: { title: string } };
      };
      expect(content.data.content.title).toBe('Nháp của một cơ quan');
      expect((await trash.erase(entry, { reason: 'Thử' }, reporter)).status).toBe(403);
      expect((await trash.list('', reporter)).mayErase).toBe(false);
      expect(entry.mayRestore).toBe(true);
      await trash.restored(entry, {}, reporter);
      expect(await read.exists('articles', deleted)).toBe(true);
    });

    it('of what a person reads and may not create, the restoring is refused', async () => {
      const category = await id(write.category());
      await trash.remove(CATEGORY, category);
      const [seen] = await trash.entriesOf(category, reporter);
      expect(seen).toMatchObject({ mayRestore: false });
      expect((await trash.restore(seen!, {}, reporter)).status).toBe(403);
      expect(await read.exists('categories', category)).toBe(false);
    });
  });

  it('does not let the last author publish alone what was deleted and restored, by anybody', async () => {
    const agency = await id(write.agency());
    const [author, other] = [
      await staff(newsroom, 'desk-approver', agency),
      await staff(newsroom, 'desk-approver', agency),
    ];
    const draft = await id(write.draft({ agency }));
    const address = `/content-manager/collection-types/${ARTICLE}/${draft}`;
    await author.ask('PUT', `${address}?locale=vi`, { title: 'Chỉ một người viết' });
    await trash.remove(ARTICLE, draft, { by: author });
    await trash.restored((await trash.entriesOf(draft, other))[0]!, {}, other);
    const publish = (by: Session) => by.ask('POST', `${address}/actions/publish?locale=vi`, {});
    expect([(await publish(author)).status, (await publish(other)).status]).toEqual([403, 200]);
  });

  it('brings a document back once, of several who restore it at the same time', async () => {
    const category = await id(write.category());
    await trash.remove(CATEGORY, category);
    const [entry] = await trash.entriesOf(category);
    const answers = await Promise.all(Array.from({ length: 4 }, () => trash.restore(entry!)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404, 404]);
    expect(await read.exists('categories', category)).toBe(true);
  });

  it('erases for good, with its versions, for a reason that the audit has without the content', async () => {
    const manager = await staff(newsroom, 'desk-manager');
    const official = await id(write.official({ name: 'Người Cần Quên', phone: '0912 345 678' }));
    await documents(OFFICIAL).update({ documentId: official, data: { biography: 'Đời tư.' } });
    await trash.remove(OFFICIAL, official);
    const [entry] = await trash.entriesOf(official, manager);
    expect((await trash.list('', manager)).mayErase).toBe(true);
    for (const data of [{}, { reason: ' ' }]) expect((await trash.erase(entry!, data, manager)).status).toBe(400);
    expect(await trash.versionsOf(official)).toBe(3);

    expect((await trash.erase(entry!, { reason: 'Theo đơn của người được nêu tên.' }, manager)).status).toBe(204);
    expect([await trash.versionsOf(official), await trash.entriesOf(official)]).toEqual([0, []]);
    expect([(await trash.restore(entry!)).status, (await trash.erase(entry!, { reason: 'Lần nữa' })).status]).toEqual([
      404, 404,
    ]);
    const recorded = await read.auditOf(official);
    expect(recorded.at(-1)).toMatchObject({
      action: 'erase',
      by: String(manager.id),
      after: { state: 'absent', dropped: 3 },
      note: 'Theo đơn của người được nêu tên.',
    });
    expect(JSON.stringify(recorded)).not.toMatch(/Người Cần Quên|0912|Đời tư/);
    const history = await chief.ask('GET', `/publishing-desk/history/${OFFICIAL}/${official}`);
    expect(history.status).toBe(404);
  });

  it('erases no version of a document that is there', async () => {
    const { documentId } = await write.draft();
    const forged = `INSERT INTO desk.audit (actor, action, type, document_id, locale, after)
      VALUES ('{}', 'erase', $1, $2, 'vi', '{"state":"absent"}')`;
    await expect(newsroom.sql(forged, [ARTICLE, documentId])).rejects.toThrow('only what was deleted is erased');
    expect(await trash.versionsOf(documentId)).toBe(1);
  });

  it('ends after thirty days, and then the daily job drops the versions, of nothing else', async () => {
    const [old, fresh, back] = [await id(write.category()), await id(write.category()), await id(write.category())];
    // The audit cannot be changed: the same entries, of an earlier day.
    const backdate = async (documentId: string, days: number) => {
      await newsroom.sql('ALTER TABLE desk.audit DISABLE TRIGGER forbid_change');
      await newsroom.sql('UPDATE desk.audit SET at = at - make_interval(days => $2) WHERE document_id = $1', [
        documentId,
        days,
      ]);
      await newsroom.sql('ALTER TABLE desk.audit ENABLE TRIGGER forbid_change');
    };
    const deleteDaysAgo = async (documentId: string, days: number) => {
      await documents(CATEGORY).delete({ documentId });
      await backdate(documentId, days);
    };
    await deleteDaysAgo(old, 31);
    await deleteDaysAgo(fresh, 29);
    await deleteDaysAgo(back, 29);
    await trash.restored((await trash.entriesOf(back))[0]!);
    await backdate(back, 9);
    expect([(await trash.entriesOf(old)).length, (await trash.entriesOf(fresh)).length]).toEqual([0, 1]);
    expect(await trash.versionsOf(old)).toBe(2);

    const [dropped] = await newsroom.sql(
      `SELECT desk.drop_deleted_before(now() AT TIME ZONE 'UTC' - interval '30 days') AS rows`,
    );
    expect(Number(dropped!.rows)).toBe(2);
    expect([await trash.versionsOf(old), await trash.versionsOf(fresh), await trash.versionsOf(back)]).toEqual([
      0, 2, 3,
    ]);
    const [last] = await newsroom.sql(
      `SELECT action, (after ->> 'dropped')::int AS dropped FROM desk.audit ORDER BY id DESC LIMIT 1`,
    );
    expect(last).toEqual({ action: 'drop-deleted', dropped: 2 });
  });
});
