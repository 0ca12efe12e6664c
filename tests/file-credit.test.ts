import { body, figure, paragraph, writers } from './helpers/content';
import * as bytes from './helpers/file-bytes';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { agencyTree } from './helpers/newsroom-staff';
import type { Session } from './helpers/sign-in';
import { staff } from './helpers/staff';

type Picture = { id: number; documentId: string };
type Image = { credit: string | null; licence: string | null; caption: string | null };
type Article = { html: string; image: Image; body: { type: string; image: Image }[] };

describe('the credit and licence of a stored file', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;
  let agencies: Awaited<ReturnType<typeof agencyTree>>;
  let reporter: Session;
  let approver: Session;
  let stranger: Session;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
    agencies = await agencyTree(newsroom);
    reporter = await staff(newsroom, 'desk-reporter', agencies.A);
    approver = await staff(newsroom, 'desk-approver', agencies.A);
    stranger = await staff(newsroom, 'desk-reporter', agencies.B);
  });
  afterAll(() => newsroom.stop());

  const reason = { 'X-Desk-Reason': encodeURIComponent('Ghi tên người chụp.') };
  const credit = { credit: 'Minh Hằng', licence: 'CC BY 4.0' };

  async function picture(): Promise<Picture> {
    const { id, documentId } = (await write.picture()) as unknown as Picture;
    await newsroom.sql('UPDATE files SET agency = $1 WHERE id = $2', [agencies.A, id]);
    return { id, documentId };
  }
  async function set(who: Session, { id }: Picture, fileInfo: object, headers: Record<string, string> = {}) {
    const answer = await who.ask('PUT', `/upload/files/${id}`, { fileInfo }, headers);
    return { status: answer.status, ...((await answer.json()) as Partial<Image> & { error?: Refusal }) };
  }
  type Refusal = { message: string; details: { errors: { path: string[]; message: string }[] } };
  const stored = async ({ id }: Picture) =>
    (await newsroom.sql('SELECT credit, licence, caption FROM files WHERE id = $1', [id]))[0];
  const article = async (slug: string): Promise<Article> =>
    ((await (await fetch(`${newsroom.url}/api/portal/v1/articles/${slug}`)).json()) as { data: Article }).data;

  it('is set by people of the file’s agency, and by no others', async () => {
    const photo = await picture();
    expect(await set(stranger, photo, credit)).toMatchObject({ status: 403 });
    expect(await set(reporter, photo, credit)).toMatchObject({ status: 200, ...credit });
    expect(await stored(photo)).toMatchObject(credit);

    const updates = [{ id: photo.id, fileInfo: { credit: 'Thu Hà' } }];
    expect((await stranger.ask('POST', '/upload/actions/bulk-update', { updates })).status).toBe(403);
    expect((await reporter.ask('POST', '/upload/actions/bulk-update', { updates })).status).toBe(200);
    expect(await stored(photo)).toMatchObject({ ...credit, credit: 'Thu Hà' });
  });

  it('is set by who may publish, with a reason, where published content shows the file', async () => {
    const photo = await picture();
    await write.article({ agency: agencies.A, cover: photo.id });
    expect(await set(reporter, photo, credit, reason)).toMatchObject({ status: 403 });
    expect(await set(approver, photo, credit)).toMatchObject({ status: 403 });
    expect(await stored(photo)).toMatchObject({ credit: null, licence: null });
    expect(await set(approver, photo, credit, reason)).toMatchObject({ status: 200 });
    const audit = await newsroom.sql(
      `SELECT action, note, before, after FROM desk.audit WHERE type = 'plugin::upload.file' AND document_id = $1`,
      [photo.documentId],
    );
    expect(audit).toMatchObject([
      { action: 'edit-file', note: 'Ghi tên người chụp.', before: { credit: null, licence: null }, after: credit },
    ]);
  });

  it('comes with an upload or a replacement too, and from the form of the media library', async () => {
    const png = new Blob([new Uint8Array(await bytes.picture('png', 300, 200))]);
    const send = async (method: string, path: string, fileInfo: object, ...files: Blob[]) => {
      const form = new FormData();
      for (const file of files) form.append('files', file, 'ảnh.png');
      form.append('fileInfo', JSON.stringify(fileInfo));
      const answer = await fetch(newsroom.url + path, { method, headers: reporter.headers, body: form });
      return { status: answer.status, body: (await answer.json()) as unknown };
    };
    const { status, body: sent } = await send('POST', '/upload', { name: 'ảnh.png', ...credit }, png);
    expect([status, sent]).toMatchObject([201, [credit]]);
    const [photo] = sent as [Picture];
    expect(await stored(photo)).toMatchObject(credit);
    const replaced = await send('POST', `/upload/files/${photo.id}/replace`, { credit: 'Thu Hà' }, png);
    expect(replaced).toMatchObject({ status: 200, body: { credit: 'Thu Hà', licence: 'CC BY 4.0' } });
    const changed = await send('PUT', `/upload/files/${photo.id}`, { caption: 'Cầu mới', licence: 'CC0' });
    expect(changed.status).toBe(200);
    expect(await stored(photo)).toEqual({ credit: 'Thu Hà', licence: 'CC0', caption: 'Cầu mới' });
    const long = 'x'.repeat(201);
    expect((await send('POST', '/upload', { name: 'ảnh.png', credit: long }, png)).status).toBe(400);
    expect((await send('PUT', `/upload/files/${photo.id}`, { related: [] })).status).toBe(400);
  });

  it('is stored as text in NFC without outer space, kept by other changes, and taken away by null or nothing', async () => {
    const photo = await picture();
    await set(reporter, photo, { credit: ' Minh Hă\u0300ng\u0000 ', licence: 'CC0', caption: 'Cầu' });
    expect(await stored(photo)).toEqual({ credit: 'Minh Hằng', licence: 'CC0', caption: 'Cầu' });
    await set(reporter, photo, { caption: 'Cầu mới' });
    expect(await stored(photo)).toEqual({ credit: 'Minh Hằng', licence: 'CC0', caption: 'Cầu mới' });
    await set(reporter, photo, { credit: null, licence: ' ' });
    expect(await stored(photo)).toEqual({ credit: null, licence: null, caption: 'Cầu mới' });
  });

  it('is refused by its field when it is too long or no text, and nothing is changed', async () => {
    const photo = await picture();
    const longest = '💧'.repeat(200);
    expect(await set(reporter, photo, { credit: longest, licence: longest })).toMatchObject({ status: 200 });
    const refused = await set(reporter, photo, { credit: `${longest}a`, licence: ['x'], caption: 'Khác' });
    expect(refused.status).toBe(400);
    expect(refused.error?.details.errors).toMatchObject([
      { path: ['credit'], message: 'credit: dài quá 200 ký tự' },
      { path: ['licence'], message: 'licence: cần một chuỗi ký tự' },
    ]);
    await newsroom.sql(`UPDATE admin_users SET prefered_language = 'en' WHERE id = $1`, [reporter.id]);
    const { error } = await set(reporter, photo, { licence: `${longest}a` });
    expect(error?.message).toBe('licence: longer than 200 characters');
    expect(await stored(photo)).toEqual({ credit: longest, licence: longest, caption: null });
  });

  it('is what the public reads of a cover, and of a figure without a credit of its own, at once', async () => {
    const photo = await picture();
    const ofLan = { ...credit, credit: 'Ngọc Lan' };
    const own = { type: 'figure', attrs: { ...figure(photo.documentId).attrs, credit: 'VGP', caption: 'Cầu cũ' } };
    const content = body(paragraph('Mở đầu.'), figure(photo.documentId, 'Cầu mới'), own, figure(photo.documentId));
    const inBody = await write.article({ agency: agencies.A, body: content });
    const asCover = await write.article({ agency: agencies.A, cover: photo.id });
    const before = await article(inBody.slug);
    expect(before.image).toMatchObject({ credit: null, licence: null });
    expect(before.html).not.toContain('Ngọc Lan');

    await set(approver, photo, ofLan, reason);
    const images = (await article(inBody.slug)).body.flatMap((block) => (block.type === 'image' ? [block.image] : []));
    expect(images).toMatchObject([
      { ...ofLan, caption: 'Cầu mới' },
      { credit: 'VGP', licence: 'CC BY 4.0', caption: 'Cầu cũ' },
      { ...ofLan, caption: null },
    ]);
    const { html, image } = await article(inBody.slug);
    expect(image).toMatchObject(ofLan);
    const licence = '<small class="licence">(CC BY 4.0)</small>';
    expect(html.match(/<figcaption>.*?<\/figcaption>/g)).toEqual([
      `<figcaption>Cầu mới <small class="credit">Ảnh: Ngọc Lan</small> ${licence}</figcaption>`,
      `<figcaption>Cầu cũ <small class="credit">Ảnh: VGP</small> ${licence}</figcaption>`,
      `<figcaption><small class="credit">Ảnh: Ngọc Lan</small> ${licence}</figcaption>`,
    ]);
    expect((await article(asCover.slug)).image).toMatchObject(ofLan);
    const rss = await (await fetch(`${newsroom.url}/feeds/tin-moi-nhat.rss`)).text();
    expect(rss.match(/<media:credit>Ngọc Lan<\/media:credit>/g)).toHaveLength(2);
  });
});
