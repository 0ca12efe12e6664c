import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { body, paragraph, unique, writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { signIn, type Session } from './helpers/sign-in';

const ARTICLE = 'plugin::newsroom.article';
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const asked = 'chưa có mô tả cho người khiếm thị; hãy nhập mô tả hoặc chọn “Chỉ để trang trí”.';

describe('an undescribed picture at publication', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;
  let editor: Session;
  let file: string;

  const documents = () => newsroom.strapi.documents(ARTICLE);
  const figure = (attrs: object) => ({ type: 'figure', attrs: { file, ...attrs } });
  const undescribed = () => body(paragraph('Mở đầu.'), figure({ alt: 'Cầu' }), figure({ caption: 'Cầu mới' }));
  const inRows = (documentId: string) =>
    newsroom.sql('SELECT title, locale, body, published_at FROM articles WHERE document_id = $1', [documentId]);
  const published = async (documentId: string) =>
    (await inRows(documentId)).filter(({ published_at }) => published_at !== null).map(({ locale }) => locale);

  /** A request of the content manager in the editor's session, as a button of the panel sends it. */
  async function panel(method: string, action: string, data: object) {
    // A publish that brings a change publishes the editor's own change.
    const override = { 'x-desk-override': 'mot-minh' };
    const answer = await editor.ask(method, `/content-manager/collection-types/${ARTICLE}/${action}`, data, override);
    return { status: answer.status, error: null, ...((await answer.json()) as { error?: Refusal }) };
  }
  type Refusal = { name: string; message: string; details: { errors: { path: string[] }[] } };
  const publish = (documentId: string, data: object) =>
    panel('POST', `${documentId}/actions/publish?locale=vi`, { locale: 'vi', ...data });

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
    editor = await signIn(newsroom, 'strapi-super-admin', 'lan@example.vn');
    file = await uploaded(newsroom);
  });
  afterAll(() => newsroom.stop());

  it('is refused to a person, and nothing is written', async () => {
    const { documentId } = await write.draft({ title: 'Bản nháp cũ' });
    const { status, error } = await publish(documentId, { title: 'Tên mới', body: undescribed() });
    expect([status, error?.name]).toEqual([400, 'ValidationError']);
    expect(error?.message).toBe(`Trường “body”: Ảnh thứ 2 (“Cầu mới”) ${asked}`);
    expect(error?.details.errors).toEqual([{ path: ['body'], name: 'ValidationError', message: error?.message }]);
    expect((await inRows(documentId)).map(({ title }) => title)).toEqual(['Bản nháp cũ']);
  });

  it('is refused in a new article, which is not created', async () => {
    const { status } = await panel('POST', 'actions/publish?locale=vi', { title: 'Chưa từng có', body: undescribed() });
    expect(status).toBe(400);
    expect(await newsroom.sql("SELECT FROM articles WHERE title = 'Chưa từng có'")).toHaveLength(0);
  });

  it('may be saved in a draft', async () => {
    const { documentId } = await write.draft();
    expect((await panel('PUT', `${documentId}?locale=vi`, { body: undescribed() })).status).toBe(200);
  });

  it('is published once it is described or marked as decoration, and so is a lost one', async () => {
    const pictures = [figure({ alt: 'Cầu' }), figure({ decorative: true }), figure({ file: null, caption: 'Đã mất' })];
    const { documentId } = await write.draft();
    expect(await publish(documentId, { body: body(...pictures) })).toMatchObject({ status: 200, error: null });
    expect(await published(documentId)).toEqual(['vi']);
  });

  it('is published by a machine, with a null description and not an empty one', async () => {
    const { documentId, slug } = await write.article({ body: body(figure({ alt: ' ' })) });
    await documents().publish({ documentId, locale: 'vi' });
    const answer = await fetch(`${newsroom.url}/api/portal/v1/articles/${slug}`);
    const { data } = (await answer.json()) as { data: { body: { image: object }[] } };
    expect(data.body[0]?.image).toMatchObject({ alt: null, decorative: false });
  });

  it('is refused when an editor next publishes what a machine imported', async () => {
    const { documentId } = await write.article({ body: undescribed() });
    expect((await publish(documentId, { title: 'Đổi tên' })).status).toBe(400);
    const [draft] = (await inRows(documentId)).filter(({ published_at }) => published_at === null);
    expect(draft?.title).not.toBe('Đổi tên');
  });

  it('is looked for in the published languages only', async () => {
    const title = unique('Article');
    const { documentId } = await write.draft();
    await documents().update({ documentId, locale: 'en', data: { title, body: undescribed() } as never });
    const both = { documentIds: [documentId], locale: ['vi', 'en'] };
    const { status, error } = await panel('POST', 'actions/bulkPublish', both);
    expect([status, error?.message]).toEqual([400, expect.stringContaining('Trường “body” (en): Ảnh thứ 2')]);
    expect(await published(documentId)).toEqual([]);

    expect((await publish(documentId, {})).status).toBe(200);
    expect(await published(documentId)).toEqual(['vi']);
  });

  it('is refused in creates and updates that publish, also when the body is the draft’s', async () => {
    const { documentId } = await write.draft({ body: undescribed() });
    const { id } = await signIn(newsroom, 'strapi-super-admin', 'tu-trong@example.vn');
    const userAbility = await newsroom.strapi.service('admin::permission').engine.generateUserAbility({ id });
    const state = { user: { id }, userAbility, auth: { strategy: { name: 'admin' } } };
    const headers = { 'x-desk-override': 'mot-minh' };
    const asEditor = (action: () => Promise<unknown>) =>
      newsroom.strapi.requestContext.run({ state, headers } as never, async () => void (await action()));
    const update = (data: object) =>
      documents().update({ documentId, locale: 'vi', status: 'published', data: data as never });

    await expect(asEditor(() => update({ title: 'Chỉ đổi tên' }))).rejects.toThrow(asked);
    await expect(asEditor(() => write.article({ body: undescribed() }))).rejects.toThrow(asked);
    await expect(asEditor(() => documents().publish({ documentId, locale: '*' }))).rejects.toThrow(asked);
    expect((await inRows(documentId)).map(({ title }) => title)).not.toContain('Chỉ đổi tên');
    await asEditor(() => update({ body: body(figure({ alt: 'Cầu mới' })) }));
    expect(await published(documentId)).toEqual(['vi']);
  });
});

/** The document id of a picture in the media library. */
async function uploaded({ strapi }: Newsroom): Promise<string> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'picture-'));
  const filepath = path.join(folder, 'cau.png');
  await fs.writeFile(filepath, Buffer.from(PNG, 'base64'));
  const { size } = await fs.stat(filepath);
  const [file] = await strapi
    .plugin('upload')
    .service('upload')
    .upload({ data: {}, files: { filepath, originalFilename: 'cau.png', mimetype: 'image/png', size } });
  await fs.rm(folder, { recursive: true });
  return file.documentId;
}
