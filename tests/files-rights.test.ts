import { writers } from './helpers/content';
import { documentsOf } from './helpers/documents';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { agencyTree, contentToken } from './helpers/newsroom-staff';
import { ARTICLE } from './helpers/previews';
import { staff } from './helpers/staff';
import type { Session } from './helpers/sign-in';
import { type LibraryFile, sendPicture, uploadPicture } from './helpers/uploads';

type Answer = { status: number; text: string };

describe('the rights on stored files', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;
  let agencies: Awaited<ReturnType<typeof agencyTree>>;
  let reporter: Session;
  let approver: Session;
  let stranger: Session;
  let manager: Session;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
    agencies = await agencyTree(newsroom);
    reporter = await staff(newsroom, 'desk-reporter', agencies.A);
    approver = await staff(newsroom, 'desk-approver', agencies.A);
    stranger = await staff(newsroom, 'desk-reporter', agencies.B);
    manager = await staff(newsroom, 'desk-manager');
  });
  afterAll(() => newsroom.stop());

  const answerOf = async (response: Promise<Response>): Promise<Answer> => {
    const answer = await response;
    return { status: answer.status, text: await answer.text() };
  };
  const because = (reason: string) => ({ 'X-Desk-Reason': encodeURIComponent(reason) });

  const send = (who: Session, path: string, headers?: Record<string, string>): Promise<Answer> =>
    sendPicture(newsroom, who, path, headers);
  const upload = (who: Session, headers?: Record<string, string>) => uploadPicture(newsroom, who, headers);
  const published = (data: Record<string, unknown>) =>
    write.article({ agency: agencies.A, title: 'Bài đã đăng', ...data });

  const CHANGES: Record<string, (who: Session, id: number, headers?: Record<string, string>) => Promise<Answer>> = {
    'replaces (POST /upload)': (who, id, headers) => send(who, `/upload?id=${id}`, headers),
    'replaces (POST /upload/files/:id/replace)': (who, id, headers) =>
      send(who, `/upload/files/${id}/replace`, headers),
    'edits its texts': (who, id, headers) =>
      answerOf(who.ask('PUT', `/upload/files/${id}`, { fileInfo: { caption: 'Khác' } }, headers)),
    'edits several': (who, id, headers) =>
      answerOf(
        who.ask('POST', '/upload/actions/bulk-update', { updates: [{ id, fileInfo: { caption: 'Khác' } }] }, headers),
      ),
    'moves it': (who, id, headers) =>
      answerOf(
        who.ask(
          'POST',
          '/upload/actions/bulk-move',
          { fileIds: [id], folderIds: [], destinationFolderId: null },
          headers,
        ),
      ),
  };
  const DELETIONS: typeof CHANGES = {
    'deletes it': (who, id, headers) => answerOf(who.ask('DELETE', `/upload/files/${id}`, undefined, headers)),
    'deletes several': (who, id, headers) =>
      answerOf(who.ask('POST', '/upload/actions/bulk-delete', { fileIds: [id], folderIds: [] }, headers)),
  };
  const deletes = DELETIONS['deletes it']!;

  const auditOf = (documentId: string) =>
    newsroom.sql(
      `SELECT action, note, actor ->> 'id' AS actor FROM desk.audit
        WHERE type = 'plugin::upload.file' AND document_id = $1 ORDER BY id`,
      [documentId],
    );

  it.each(Object.keys(CHANGES))(
    'who may publish, and only with a reason, %s where published content shows it',
    async (name) => {
      const change = CHANGES[name]!;
      const file = await upload(reporter);
      await published({ cover: file.id });
      const before = await newsroom.sql('SELECT * FROM files WHERE id = $1', [file.id]);

      const refused = await change(reporter, file.id, because('Ảnh mờ.'));
      expect([refused.status, refused.text]).toEqual([403, expect.stringContaining('Bài đã đăng')]);
      const unexplained = await change(approver, file.id);
      expect([unexplained.status, unexplained.text]).toEqual([403, expect.stringContaining('Hãy nêu lý do')]);
      expect((await change(approver, file.id, because('  '))).status).toBe(403);
      expect(await newsroom.sql('SELECT * FROM files WHERE id = $1', [file.id])).toEqual(before);
      expect(await auditOf(file.documentId)).toEqual([]);

      const done = await change(approver, file.id, because('Ảnh mờ.'));
      expect([done.status, done.text]).toEqual([200, expect.any(String)]);
      const actions = await auditOf(file.documentId);
      expect(actions).toEqual([
        {
          action: expect.stringMatching(/^(replace|edit|move)-file$/),
          note: 'Ảnh mờ.',
          actor: String(approver.id),
        },
      ]);
    },
  );

  it.each(['0', '+', '0x', '_'])(
    'nobody, by a spelling of its number that PostgreSQL alone reads: %s',
    async (part) => {
      const file = await upload(reporter);
      await published({ cover: file.id });
      const before = await newsroom.sql('SELECT * FROM files WHERE id = $1', [file.id]);
      const digits = String(file.id);
      const spelled = { 0: ` ${digits}`, '+': `+${digits}`, '0x': `0x${file.id.toString(16)}`, _: `0_${digits}` }[
        part
      ]!;
      const encoded = encodeURIComponent(spelled);
      for (const answer of [
        await send(reporter, `/upload?id=${encoded}`, because('Ảnh mờ.')),
        await send(reporter, `/upload/files/${encoded}/replace`, because('Ảnh mờ.')),
        await answerOf(reporter.ask('PUT', `/upload/files/${encoded}`, { fileInfo: { caption: 'Khác' } })),
      ]) {
        expect([answer.status >= 400 && answer.status < 500, answer.text]).toEqual([true, answer.text]);
      }
      expect(await newsroom.sql('SELECT * FROM files WHERE id = $1', [file.id])).toEqual(before);
    },
  );

  it('whoever moves it leaves an audit row, however the route is written', async () => {
    const file = await upload(reporter);
    const body = { fileIds: [file.id], folderIds: [], destinationFolderId: null };
    expect((await reporter.ask('POST', '/upload/actions/BULK-move/', body)).status).toBe(200);
    expect(await auditOf(file.documentId)).toMatchObject([{ action: 'move-file' }]);
  });

  it('nobody without ending the approval of a draft that shows it', async () => {
    const file = await upload(reporter);
    const { documentId } = await write.draft({ agency: agencies.A, cover: file.id });
    await newsroom.sql(`UPDATE articles SET review_state = 'approved' WHERE document_id = $1`, [documentId]);
    expect((await send(reporter, `/upload/files/${file.id}/replace`)).status).toBe(200);
    const rows = await newsroom.sql('SELECT review_state AS state FROM articles WHERE document_id = $1', [documentId]);
    expect(rows).toEqual([{ state: null }]);
  });

  it.each(Object.keys(CHANGES))(
    'the people of its agency, and no others, %s where only drafts use it',
    async (name) => {
      const file = await upload(reporter);
      await write.draft({ agency: agencies.A, cover: file.id });
      expect((await CHANGES[name]!(stranger, file.id)).status).toBe(403);
      const done = await CHANGES[name]!(reporter, file.id);
      expect([done.status, done.text]).toEqual([200, expect.any(String)]);
      expect(await auditOf(file.documentId)).toMatchObject([{ note: null, actor: String(reporter.id) }]);
    },
  );

  it.each(Object.keys(DELETIONS))('nobody %s while anything uses it, a draft or what readers see', async (name) => {
    const remove = DELETIONS[name]!;
    const [shown, drafted] = [await upload(reporter), await upload(reporter)];
    const article = await published({ cover: shown.id });
    const attrs = { file: drafted.documentId, caption: '', credit: '', alt: null, decorative: false };
    const draft = await write.draft({
      agency: agencies.A,
      title: 'Nháp có ảnh',
      body: { type: 'doc', content: [{ type: 'figure', attrs }] },
    });
    expect(await remove(reporter, shown.id)).toMatchObject({
      status: 403,
      text: expect.stringContaining('Bài đã đăng'),
    });
    for (const [file, title] of [
      [shown, 'Bài đã đăng'],
      [drafted, 'Nháp có ảnh'],
    ] as const) {
      const refused = await remove(manager, file.id, because('Trùng.'));
      const { error } = JSON.parse(refused.text) as { error: { name: string; message: string; details: object } };
      expect([refused.status, error.name]).toEqual([409, 'InUseError']);
      expect(error.message).toContain(`1 nội dung đang dùng (“${title}”)`);
      expect(error.details).toMatchObject({ count: 1 });
      expect(await newsroom.sql('SELECT id FROM files WHERE id = $1', [file.id])).toHaveLength(1);
      expect((await auditOf(file.documentId)).map(({ action }) => action)).not.toContain('delete-file');
    }
    await expect(newsroom.strapi.plugin('upload').service('upload').remove(drafted)).rejects.toThrow('Không xóa được');

    const articles = documentsOf(newsroom.strapi)(ARTICLE);
    for (const { documentId } of [article, draft]) await articles.delete({ documentId, locale: '*' });
    for (const file of [shown, drafted]) expect((await remove(reporter, file.id)).status).toBe(200);
    expect((await auditOf(shown.documentId)).at(-1)).toMatchObject({
      action: 'delete-file',
      actor: String(reporter.id),
    });
  });

  it('nobody changes what an article of another agency shows too', async () => {
    const file = await upload(approver);
    await published({ cover: file.id });
    await write.article({ agency: agencies.B, cover: file.id, title: 'Của cơ quan khác' });
    const edits = CHANGES['edits its texts']!;
    for (const change of [edits, deletes]) {
      const refused = await change(approver, file.id, because('Trùng.'));
      expect([refused.status, refused.text]).toEqual([403, expect.stringContaining('Của cơ quan khác')]);
    }
    expect((await edits(manager, file.id, because('Trùng.'))).status).toBe(200);
  });

  it('a file that published content shows is not deleted with its folder', async () => {
    const folder = await newsroom.strapi.plugin('upload').service('folder').create({ name: 'Ảnh', parent: null }, {});
    const file = await upload(reporter);
    await newsroom.strapi.plugin('upload').service('upload').updateFileInfo(file.id, { folder: folder.id });
    await published({ cover: file.id });
    const remove = () =>
      answerOf(reporter.ask('POST', '/upload/actions/bulk-delete', { fileIds: [], folderIds: [folder.id] }));
    expect(await remove()).toMatchObject({ status: 403 });
    expect(await newsroom.sql('SELECT id FROM files WHERE id = $1', [file.id])).toHaveLength(1);
  });

  it('an official’s portrait is changed by who may edit the official, with a reason', async () => {
    const file = await upload(approver);
    await write.official({ portrait: file.id, name: 'Đỗ Minh Tuấn' });
    const edits = CHANGES['edits its texts']!;
    const refused = await edits(approver, file.id, because('Cũ.'));
    expect([refused.status, refused.text]).toEqual([403, expect.stringContaining('Đỗ Minh Tuấn')]);
    expect((await edits(manager, file.id, because('Cũ.'))).status).toBe(200);
    expect((await deletes(manager, file.id, because('Cũ.'))).status).toBe(409);
  });

  it('tells where a file is used, and no title of a draft that the person may not read', async () => {
    const file = await upload(reporter);
    await published({ cover: file.id });
    await write.draft({ agency: agencies.A, title: 'Nháp của mình', cover: file.id });
    await write.draft({ agency: agencies.B, title: 'Nháp của người khác', cover: file.id });
    const uses = async (who: Session) =>
      answerOf(who.ask('POST', '/publishing-desk/file-uses', { fileIds: [file.id], folderIds: [] }));
    const { data } = JSON.parse((await uses(reporter)).text) as {
      data: { title: string | null; isPublished: boolean }[];
    };
    expect(data.map(({ title, isPublished }) => [title, isPublished])).toEqual([
      ['Bài đã đăng', true],
      ['Nháp của mình', false],
      [null, false],
    ]);
    expect((await uses(stranger)).status).toBe(403);
  });

  it('names of what is published only what the public sees or the person may read, and guards all of it', async () => {
    const file = await upload(reporter);
    const embargo = { publishedOn: new Date(Date.now() + 3_600_000).toISOString() };
    await published({ title: 'Của mình, chờ đăng', cover: file.id, ...embargo });
    const secret = await write.article({ agency: agencies.B, title: 'Chờ đăng', cover: file.id, ...embargo });
    const edits = CHANGES['edits its texts']!;
    for (const change of [edits, deletes]) {
      const refused = await change(approver, file.id, because('Trùng.'));
      expect([refused.status, refused.text]).toEqual([
        403,
        expect.stringContaining('“Của mình, chờ đăng”, và 1 mục bạn không xem được.'),
      ]);
    }
    const { documentId } = await write.article({ agency: agencies.B, title: 'A: tên đã đăng', cover: file.id });
    await documentsOf(newsroom.strapi)(ARTICLE).update({
      documentId,
      locale: 'vi',
      data: { title: 'Z: tên sắp đăng' },
    });
    const ids = { fileIds: [file.id], folderIds: [] };
    const { text } = await answerOf(reporter.ask('POST', '/publishing-desk/file-uses', ids));
    const { data } = JSON.parse(text) as { data: { title: string | null; isPublished: boolean }[] };
    expect(data.map(({ title, isPublished }) => [title, isPublished])).toEqual([
      ['A: tên đã đăng', true],
      ['Của mình, chờ đăng', true],
      [null, true],
    ]);
    expect(text).not.toContain(secret.documentId);
  });

  it('counts the drafts that the person may not read, where it refuses to delete a file', async () => {
    const file = await upload(reporter);
    const { documentId } = await write.draft({ agency: agencies.B, title: 'Nháp mật', cover: file.id });
    const refused = await deletes(approver, file.id);
    const { error } = JSON.parse(refused.text) as { error: { message: string; details: object } };
    expect([refused.status, error.message]).toEqual([
      409,
      expect.stringContaining('1 nội dung đang dùng (1 mục bạn không xem được).'),
    ]);
    expect(error.details).toEqual({ count: 1, hidden: 1, uses: [] });
    expect(refused.text).not.toContain(documentId);
  });

  it('stays with the agency for which it was uploaded, when its uploader moves or is deleted', async () => {
    const mover = await staff(newsroom, 'desk-reporter', agencies.A);
    const file = await upload(mover);
    const sees = async (who: Session) =>
      JSON.parse((await answerOf(who.ask('GET', `/upload/files?filters[id][$eq]=${file.id}`))).text).results.length;
    await newsroom.sql('UPDATE admin_users SET agency = $1 WHERE id = $2', [agencies.B, mover.id]);
    expect([await sees(reporter), await sees(mover), await sees(stranger)]).toEqual([1, 0, 0]);
    await newsroom.strapi.db.query('admin::user').delete({ where: { id: mover.id } });
    expect([await sees(reporter), await sees(stranger)]).toEqual([1, 0]);
    expect((await deletes(reporter, file.id)).status).toBe(200);
  });

  it('is uploaded for another agency only by who may edit files there', async () => {
    const editor = await staff(newsroom, 'desk-editor', agencies.A);
    const owner = async ({ id }: LibraryFile) =>
      (await newsroom.sql('SELECT agency FROM files WHERE id = $1', [id]))[0]?.agency;
    expect(await owner(await upload(editor))).toBe(agencies.A);
    expect(await owner(await upload(editor, { 'X-Desk-Agency': agencies.child }))).toBe(agencies.child);
    for (const [who, agency] of [
      [editor, agencies.B],
      [reporter, agencies.child],
    ] as const) {
      expect((await send(who, '/upload', { 'X-Desk-Agency': agency })).status).toBe(403);
    }
  });

  it('belongs to the owner of the document from whose form it is uploaded, where its uploader may edit files', async () => {
    const editor = await staff(newsroom, 'desk-editor', agencies.A);
    const owner = async (who: Session, documentId: string) => {
      const { id } = await upload(who, { 'X-Desk-Document': `${ARTICLE} ${documentId}` });
      return (await newsroom.sql('SELECT agency FROM files WHERE id = $1', [id]))[0]?.agency;
    };
    const { documentId } = await write.article({ agency: agencies.child });
    const foreign = await write.draft({ agency: agencies.B });
    expect(await owner(editor, documentId)).toBe(agencies.child);
    expect(await owner(manager, documentId)).toBe(agencies.child);
    expect(await owner(reporter, documentId)).toBe(agencies.A);
    expect(await owner(editor, foreign.documentId)).toBe(agencies.A);
    expect(await owner(editor, 'none')).toBe(agencies.A);
    expect(await owner(manager, 'none')).toBe(null);
  });

  describe('of a content API token', () => {
    let shown: LibraryFile;
    let hidden: LibraryFile;
    const tokens: Record<string, string> = {};

    beforeAll(async () => {
      [shown, hidden] = [await upload(reporter), await upload(reporter)];
      await published({ cover: shown.id });
      const { documentId } = await published({ cover: hidden.id, title: 'Rút lại' });
      await documentsOf(newsroom.strapi)(ARTICLE).unpublish({ documentId, locale: 'vi' });
      // Strapi lets a read-only token read lists, but not by pages.
      for (const type of ['read-only', 'full-access']) tokens[type] = await contentToken(newsroom, type);
    });
    const read = (path: string) =>
      answerOf(
        fetch(newsroom.url + path, {
          headers: { Authorization: `Bearer ${tokens[path.includes('/page') ? 'full-access' : 'read-only']}` },
        }),
      );

    it('are to see what the public sees, by stable addresses', async () => {
      for (const path of ['/api/upload/files', '/api/upload/files/page']) {
        const answer = await read(`${path}?filters[id][$in]=${shown.id}&filters[id][$in]=${hidden.id}`);
        expect([path, answer.status, answer.text]).toEqual([path, 200, expect.stringContaining(`"id":${shown.id},`)]);
        expect(answer.text).not.toContain(`"id":${hidden.id},`);
        expect(answer.text).not.toContain('signature=');
      }
      const page = await read(`/api/upload/files/page?filters[id]=${hidden.id}&pagination[withCount]=true`);
      expect(JSON.parse(page.text)).toMatchObject({ data: [], meta: { pagination: { total: 0 } } });
      expect((await read(`/api/upload/files/${shown.id}`)).status).toBe(200);
      expect((await read(`/api/upload/files/${hidden.id}`)).status).toBe(404);
    });

    it.each([
      'populate=*',
      'populate=true',
      'populate=related',
      'populate[related]=*',
      'populate[0]=related',
      'populate[createdBy][fields]=email',
      'populate=folder.files',
      'filters[related][id]=1',
      'filters[createdBy][email][$startsWith]=a',
      'filters[$or][0][related][title][$contains]=a',
      'sort=createdBy.email',
      'sort[createdBy][email]=asc',
    ])('never lead through relations of files: %s', async (query) => {
      for (const path of ['/api/upload/files', '/api/upload/files/page', `/api/upload/files/${shown.id}`]) {
        expect([path, [400, 403]]).toEqual([path, expect.arrayContaining([(await read(`${path}?${query}`)).status])]);
      }
      expect([400, 403]).toContain((await answerOf(reporter.ask('GET', `/upload/files?${query}`))).status);
    });
  });
});
