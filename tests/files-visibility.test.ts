import { ARTICLE, previewDesk, type PreviewDesk } from './helpers/previews';
import { body, figure, paragraph, writers } from './helpers/content';
import { documentsOf } from './helpers/documents';
import * as bytes from './helpers/file-bytes';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { signedAt, uploader } from './helpers/uploads';

type File = { id: number; documentId: string; url: string; formats?: Record<string, { url: string }> };

describe('stored files', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;
  let desk: PreviewDesk;

  const get = (address: string, init: RequestInit = {}) => fetch(newsroom.url + address, init);
  const statusOf = async (address: string, init: RequestInit = {}) => {
    const answer = await get(address, init);
    await answer.arrayBuffer();
    return answer.status;
  };
  const picture = async (): Promise<File> => (await write.picture()) as unknown as File;
  /** The statuses of a picture and of each of its smaller formats. */
  const statuses = async ({ url, formats = {} }: File) => {
    const all = [url, ...Object.values(formats).map((format) => format.url)];
    expect(all.length).toBeGreaterThan(2);
    return [...new Set(await Promise.all(all.map((one) => statusOf(one))))];
  };
  const publish = (documentId: string) => documentsOf(newsroom.strapi)(ARTICLE).publish({ documentId, locale: 'vi' });
  const shift = (documentId: string, columns: string) =>
    newsroom.sql(`UPDATE articles SET ${columns} WHERE document_id = $1`, [documentId]);

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
    desk = await previewDesk(newsroom);
  });
  afterAll(() => newsroom.stop());

  it('are public from the publication to the withdrawal of what shows them, in every format', async () => {
    const cover = await picture();
    expect(await statuses(cover)).toEqual([404]);
    const { documentId } = await desk.draft('Chưa đăng.', { cover: cover.id });
    expect(await statuses(cover)).toEqual([404]);
    await publish(documentId);
    expect(await statuses(cover)).toEqual([200]);
    await newsroom.strapi
      .plugin('publishing-desk')
      .service('withdrawal')
      .withdraw(documentId, 'vi', { outcome: 'gone', reason: 'Đăng nhầm.', movedTo: null });
    expect(await statuses(cover)).toEqual([404]);
    await newsroom.strapi.plugin('publishing-desk').service('withdrawal').reinstate(documentId, 'vi');
    expect(await statuses(cover)).toEqual([200]);
    await documentsOf(newsroom.strapi)(ARTICLE).unpublish({ documentId, locale: 'vi' });
    expect(await statuses(cover)).toEqual([404]);
  });

  it.each<[string, (file: File) => Record<string, unknown>]>([
    ['an attachment', ({ id }) => ({ attachments: [id] })],
    ['a picture in the body', ({ documentId }) => ({ body: body(figure(documentId, '', 'Cầu')) })],
    [
      'a link in the body',
      ({ url }) => {
        const marks = [{ type: 'link', attrs: { href: url } }];
        return { body: body({ type: 'paragraph', content: [{ type: 'text', text: 'Tải về', marks }] }) };
      },
    ],
  ])('follow the article as %s: draft, embargo, expiry, deletion', async (_, use) => {
    const file = await picture();
    const { documentId } = await desk.draft('Chưa đăng.', use(file));
    expect(await statusOf(file.url)).toBe(404);
    await publish(documentId);
    expect(await statusOf(file.url)).toBe(200);
    await shift(documentId, `published_on = now() + interval '1 hour'`);
    expect(await statusOf(file.url)).toBe(404);
    await shift(documentId, `published_on = now() - interval '2 hours', expires_on = now() - interval '1 hour'`);
    expect(await statusOf(file.url)).toBe(404);
    await shift(documentId, `expires_on = now() + interval '1 hour'`);
    expect(await statusOf(file.url)).toBe(200);
    await documentsOf(newsroom.strapi)(ARTICLE).delete({ documentId, locale: '*' });
    expect(await statusOf(file.url)).toBe(404);
  });

  it('stay public with a notice of withdrawal, but for those of a body that is hidden', async () => {
    const [cover, attached, shown] = [await picture(), await picture(), await picture()];
    const { documentId } = await desk.draft('', {
      cover: cover.id,
      attachments: [attached.id],
      body: body(figure(shown.documentId, '', 'Cầu')),
    });
    await publish(documentId);
    const all = () => Promise.all([cover, attached, shown].map(({ url }) => statusOf(url)));
    const withdraw = (outcome: string) =>
      newsroom.strapi
        .plugin('publishing-desk')
        .service('withdrawal')
        .withdraw(documentId, 'vi', { outcome, reason: 'Sai số liệu.', movedTo: null });
    await withdraw('notice');
    expect(await all()).toEqual([200, 200, 200]);
    await withdraw('notice-without-body');
    expect(await all()).toEqual([200, 404, 404]);
  });

  it('are public as portraits of officials', async () => {
    const portrait = await picture();
    const { documentId } = await write.official({ portrait: portrait.id });
    expect(await statusOf(portrait.url)).toBe(200);
    await documentsOf(newsroom.strapi)('plugin::directory.official').delete({ documentId });
    expect(await statusOf(portrait.url)).toBe(404);
  });

  it('are not public while only one of two articles that used them is withdrawn', async () => {
    const file = await picture();
    const [first, second] = [await write.article({ cover: file.id }), await write.article({ cover: file.id })];
    const unpublish = (documentId: string) =>
      documentsOf(newsroom.strapi)(ARTICLE).unpublish({ documentId, locale: 'vi' });
    await unpublish(first.documentId);
    expect(await statusOf(file.url)).toBe(200);
    await unpublish(second.documentId);
    expect(await statusOf(file.url)).toBe(404);
  });

  it('cannot be told from files that do not exist, however they are asked for', async () => {
    const hidden = await picture();
    const [, name] = hidden.url.split('/uploads/');
    const missing = `/uploads/${'x'.repeat(name!.length - 4)}.png`;
    const told = async (address: string, init: RequestInit = {}) => {
      const answer = await get(address, init);
      const headers = Object.fromEntries(answer.headers);
      delete headers.date;
      return { status: answer.status, headers, body: await answer.text() };
    };
    const asks: RequestInit[] = [
      {},
      { method: 'HEAD' },
      { headers: { Range: 'bytes=0-9' } },
      { headers: { 'If-None-Match': '*' } },
      { headers: { 'If-Modified-Since': new Date(Date.now() + 86_400_000).toUTCString() } },
    ];
    for (const init of asks) {
      const answer = await told(hidden.url, init);
      expect(answer.status).toBe(404);
      expect(answer).toEqual(await told(missing, init));
    }
    for (const address of [
      `/%75ploads/${name}`,
      `/uploads%2F${name}`,
      `//uploads/${name}`,
      `/uploads//${name}`,
      `/uploads/%2e/${name}`,
      `/assets/%2e%2e/uploads/${name}`,
      `/assets/..%2fuploads/${name}`,
      `/UPLOADS/${name}`,
      `/uploads/${name!.replace('.png', '%2Epng')}`,
      `/uploads/${name}%00`,
      `${hidden.url}?signature=9999999999.${'a'.repeat(43)}`,
      `${hidden.url}?signature=&signature=1`,
    ]) {
      expect([address, [400, 404]]).toEqual([address, expect.arrayContaining([await statusOf(address)])]);
    }
  });

  it('are sent whole, in part and conditionally', async () => {
    const video = await sendFile('phim.mp4', bytes.mp4());
    await write.article({ attachments: [video.id] });
    const [address = ''] = video.url.split('?');
    const whole = await get(address);
    const content = Buffer.from(await whole.arrayBuffer());
    expect(Object.fromEntries(whole.headers)).toMatchObject({
      'content-type': 'video/mp4',
      'content-length': String(content.length),
      'accept-ranges': 'bytes',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringMatching(/^default-src 'none';.* sandbox$/),
    });
    const etag = whole.headers.get('etag')!;
    const modified = whole.headers.get('last-modified')!;

    const part = async (range: string, headers: Record<string, string> = {}) => {
      const answer = await get(address, { headers: { Range: range, ...headers } });
      return [
        answer.status,
        answer.headers.get('content-range'),
        Buffer.from(await answer.arrayBuffer()).toString('hex'),
      ];
    };
    const { length } = content;
    const hex = (from: number, to?: number) => content.subarray(from, to).toString('hex');
    expect(await part('bytes=2-5')).toEqual([206, `bytes 2-5/${length}`, hex(2, 6)]);
    expect(await part('bytes=4-')).toEqual([206, `bytes 4-${length - 1}/${length}`, hex(4)]);
    expect(await part('bytes=-3')).toEqual([206, `bytes ${length - 3}-${length - 1}/${length}`, hex(length - 3)]);
    expect(await part(`bytes=0-${length * 9}`)).toEqual([206, `bytes 0-${length - 1}/${length}`, hex(0)]);
    expect(await part(`bytes=${length}-`)).toEqual([416, `bytes */${length}`, '']);
    expect(await part(`bytes=-${length + 9}`)).toEqual([206, `bytes 0-${length - 1}/${length}`, hex(0)]);
    expect(await part('bytes=9-2')).toEqual([200, null, hex(0)]);
    expect(await part('bytes=0-1,3-4')).toEqual([200, null, hex(0)]);
    expect(await part('bytes=0-1', { 'If-Range': '"khác"' })).toEqual([200, null, hex(0)]);
    expect(await part('bytes=0-1', { 'If-Range': etag })).toEqual([206, `bytes 0-1/${length}`, hex(0, 2)]);

    expect(await statusOf(address, { headers: { 'If-None-Match': etag } })).toBe(304);
    expect(await statusOf(address, { headers: { 'If-Modified-Since': modified } })).toBe(304);
    const long = new Date(0).toUTCString();
    expect(await statusOf(address, { headers: { 'If-None-Match': etag, 'If-Modified-Since': long } })).toBe(304);
    expect(await statusOf(address, { headers: { 'If-None-Match': '"khác"', 'If-Modified-Since': modified } })).toBe(
      200,
    );
    const head = await get(address, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length'), head.headers.get('etag')]).toEqual([
      200,
      String(length),
      etag,
    ]);
  });

  it('open in the panel by signed addresses, of that file alone', async () => {
    const file = await sendFile('kín.png', await bytes.picture('png', 400, 300));
    const thumbnail = file.formats?.thumbnail?.url ?? '';
    expect([file.url, thumbnail]).toEqual([expect.stringContaining('?signature='), expect.stringContaining('?sig')]);
    const answer = await get(file.url);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'private, no-cache']);
    expect(await statusOf(thumbnail)).toBe(200);

    const [path, query] = file.url.split('?');
    expect(await statusOf(path!)).toBe(404);
    expect(await statusOf(`${thumbnail.split('?')[0]}?${query}`)).toBe(404);
    const [expiry, signature] = query!.replace('signature=', '').split('.');
    expect(await statusOf(`${path}?signature=${Number(expiry) + 60}.${signature}`)).toBe(404);
    const hour = 3_600_000;
    expect(await statusOf(signedAt(newsroom, path!, Date.now() - 0.5 * hour))).toBe(200);
    expect(await statusOf(signedAt(newsroom, path!, Date.now() - 1.5 * hour))).toBe(404);
  });

  it('have stable addresses in the contract, and signed ones in the preview of a draft', async () => {
    const file = await picture();
    const published = await write.article({ cover: file.id });
    const contract = await (await get(`/api/portal/v1/articles/${published.slug}`)).text();
    expect(contract).toContain(file.url);
    expect(contract).not.toContain('signature=');

    const shown = await picture();
    const draft = await desk.draft('', {
      agency: desk.agency,
      cover: file.id,
      body: body(paragraph('Ảnh:'), figure(shown.documentId, '', 'Cầu')),
    });
    const preview = await (await desk.redeem(await desk.linkTo(desk.reporter, draft.documentId))).text();
    const addresses = [...preview.matchAll(/http:\/\/127\.0\.0\.1:1337(\/uploads\/[^"\\\s,]+)/g)].map(
      ([, one]) => one!,
    );
    expect(addresses.length).toBeGreaterThan(5);
    for (const one of addresses)
      expect([one, await statusOf(one)]).toEqual([expect.stringMatching(/\?signature=/), 200]);
  });

  it('are signed in a preview where the draft shows or links to them, not where its texts mention them', async () => {
    const [secret, linked] = [await picture(), await picture()];
    const host = 'http://127.0.0.1:1337';
    const marks = [{ type: 'link', attrs: { href: `${linked.url}#trang-2` } }];
    const { documentId } = await desk.draft('', {
      title: secret.url,
      summary: `Xem ${secret.url}, ${host}${secret.url}`,
      author: `"${secret.url}"`,
      sourceName: secret.url,
      sourceUrl: `${host}${secret.url}`,
      body: body(
        paragraph(`href="${secret.url}" ${secret.url}`),
        { type: 'paragraph', content: [{ type: 'text', text: secret.url, marks }] },
        figure(linked.documentId, secret.url, ` href="${secret.url}" `),
      ),
    });
    const preview = await (await desk.redeem(await desk.linkTo(desk.reporter, documentId))).text();
    expect(preview.split(secret.url).length).toBeGreaterThan(10);
    expect(preview).not.toContain(`${secret.url}?signature=`);
    const [signed = ''] = /\/uploads\/[^"\\\s#]+(?=#trang-2)/.exec(preview) ?? [];
    expect([signed, await statusOf(signed)]).toEqual([expect.stringContaining(`${linked.url}?signature=`), 200]);
    expect(preview).toContain(`${host}${linked.url}?signature=`);
  });

  async function sendFile(name: string, content: Buffer): Promise<File> {
    sender ??= await uploader(newsroom);
    return (await sender.send({ name, bytes: content })).files[0] as unknown as File;
  }
  let sender: Awaited<ReturnType<typeof uploader>> | undefined;
});
