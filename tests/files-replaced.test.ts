import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { eventually, get as ask } from './helpers/cache';
import { body, figure, writers } from './helpers/content';
import { documentsOf } from './helpers/documents';
import * as bytes from './helpers/file-bytes';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { ARTICLE } from './helpers/previews';
import { uploader, type Stored } from './helpers/uploads';

const SITE = 'plugin::portal-site.site-settings';

describe('a stored file that is replaced', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;
  let desk: Awaited<ReturnType<typeof uploader>>;
  let green: Buffer;

  const get = (address: string) => ask(newsroom.url + address);
  const pathOf = (address: string) => address.split('?')[0]!;
  const upload = async (): Promise<Stored & { documentId: string }> =>
    (await desk.send({ name: 'cũ.png', bytes: await bytes.picture('png', 700, 500) })).files[0] as never;
  const replace = async ({ id }: Stored, content = green): Promise<Stored> => {
    const { status, files, message } = await desk.replace(id, { name: 'mới.png', bytes: content });
    expect([status, message]).toEqual([200, '']);
    return files[0]!;
  };
  const onDisk = async ({ hash }: Stored) =>
    (await readdir(path.join(newsroom.strapi.dirs.static.public, 'uploads'))).filter((name) => name.includes(hash));
  const linking = (href: string) => {
    const marks = [{ type: 'link', attrs: { href } }];
    return { type: 'paragraph', content: [{ type: 'text', text: 'Tải về', marks }] };
  };
  const article = async (slug: string) =>
    JSON.parse((await get(`/api/portal/v1/articles/${slug}`)).body.toString()).data;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    await newsroom.strapi.plugin('upload').service('upload').setSettings({ sizeOptimization: false });
    write = writers(newsroom.strapi);
    desk = await uploader(newsroom);
    green = await bytes.picture('png', 800, 600);
  });
  afterAll(() => newsroom.stop());

  it('has another address, so that the old one may be kept for a year, and leads there from the old one', async () => {
    const old = await upload();
    const { slug } = await write.article({ cover: old.id });
    const shown = await get(pathOf(old.url));
    expect([shown.status, shown.headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);

    const present = await replace(old);
    expect(present.hash).toMatch(/^cu_[0-9a-f]{10}$/);
    expect([present.id, present.ext, present.width]).toEqual([old.id, old.ext, 800]);
    expect((await get(pathOf(present.url))).body).toEqual(green);
    expect([(await onDisk(old)).length, (await onDisk(present)).length]).toEqual([0, 2]);
    const { image } = await eventually(
      () => article(slug),
      (one) => one.image.url.endsWith(pathOf(present.url)),
    );
    for (const { url } of image.formats) expect((await get(new URL(url).pathname)).status).toBe(200);

    const thumbnail = (file: Stored) => pathOf((file.formats as { thumbnail: Stored }).thumbnail.url);
    for (const [former, now] of [
      [pathOf(old.url), pathOf(present.url)],
      [thumbnail(old), thumbnail(present)],
    ] as const) {
      const led = await get(former);
      expect([led.status, led.headers.location, led.headers['cache-control']]).toEqual([301, now, 'no-store']);
    }

    const again = await replace(old, await bytes.picture('png', 120, 90));
    expect((await get(pathOf(old.url))).headers.location).toBe(pathOf(again.url));
    expect((await get(pathOf(present.url))).headers.location).toBe(pathOf(again.url));
    // The new picture is smaller than its thumbnail would be.
    expect((await get(thumbnail(old))).headers.location).toBe(pathOf(again.url));
  });

  it('is hidden at its old address as at its new one', async () => {
    const old = await upload();
    const present = await replace(old);
    const missing = await get(pathOf(old.url).replace(old.hash, 'x'.repeat(old.hash.length)));
    for (const address of [pathOf(old.url), pathOf(present.url)]) {
      const { status, headers, body: said } = await get(address);
      expect({ status, headers, said }).toEqual({ status: 404, headers: missing.headers, said: missing.body });
    }
    const signed = await get(old.url);
    expect([signed.status, signed.headers.location]).toEqual([301, expect.stringMatching(/\?signature=/)]);
    expect((await get(String(signed.headers.location))).status).toBe(200);
  });

  it('is followed by what shows it: links in drafts and published bodies, pictures, portraits, the portal’s settings', async () => {
    const [old, other] = [await upload(), await upload()];
    const [host, former] = ['https://cms.example.vn', pathOf(old.url)];
    const written = await write.article({
      summary: `Xem ${former}`,
      body: body(
        linking(`${host}${former}#trang-2`),
        linking(pathOf(other.url)),
        { type: 'paragraph', content: [{ type: 'text', text: `href="${former}"` }] },
        figure(old.documentId, former, 'Cầu'),
      ),
    });
    const { documentId: draft } = await write.draft({ body: body(linking(former)) });
    const official = await write.official({ portrait: old.id });
    await documentsOf(newsroom.strapi)(SITE).create({
      locale: 'vi',
      data: { name: 'Cổng', footerLinks: `Sơ đồ | ${former}\nKhác | https://khac.example` },
    } as never);

    const present = pathOf((await replace(old)).url);
    const {
      html,
      body: blocks,
      updatedOn,
      summary,
    } = await eventually(
      () => article(written.slug),
      (one) => one.html.includes(present),
    );
    expect(html).toContain(`href="${host}${present}#trang-2"`);
    expect(html).toContain(`${pathOf(other.url)}"`);
    expect(blocks[0].html).toContain(`href="${host}${present}#trang-2"`);
    // What an editor wrote is not an address of anything.
    expect([summary, blocks[2].text, blocks[3].image.caption]).toEqual([`Xem ${former}`, `href="${former}"`, former]);
    expect(blocks[3].image.url).toContain(present);
    expect(updatedOn).toBe((await article(written.slug)).publishedOn);
    const rows = await newsroom.sql('SELECT body, body_html FROM articles WHERE document_id = $1', [draft]);
    expect(JSON.stringify(rows)).toContain(present);
    expect(JSON.stringify(rows)).not.toContain(former);
    const portrait = (await get(`/api/portal/v1/officials/${official.slug}`)).body.toString();
    expect(JSON.parse(portrait).data.portrait.url).toContain(present);
    const [settings] = await newsroom.sql('SELECT footer_links FROM site_settings');
    expect(settings!.footer_links).toBe(`Sơ đồ | ${present}\nKhác | https://khac.example`);
  });

  it('is what a form leads to that was open meanwhile, or a version that is restored', async () => {
    const old = await upload();
    const { documentId } = await write.article({ body: body(linking(pathOf(old.url))) });
    const present = pathOf((await replace(old)).url);
    await documentsOf(newsroom.strapi)(ARTICLE).update({
      documentId,
      locale: 'vi',
      status: 'published',
      data: { body: body(linking(`${pathOf(old.url)}?tai-ve=1`)) },
    } as never);
    const rows = await newsroom.sql('SELECT body_html FROM articles WHERE document_id = $1', [documentId]);
    expect(rows.map(({ body_html: html }) => html)).toEqual(
      Array(2).fill(expect.stringContaining(`"${present}?tai-ve=1"`)),
    );
    expect((await get(present)).status).toBe(200);
  });

  it('stays as it is when the replacement fails, at its address and on the disk', async () => {
    const old = await upload();
    const stored = await onDisk(old);
    const { slug } = await write.article({ cover: old.id });
    await newsroom.sql(`ALTER TABLE files ADD CONSTRAINT none CHECK (name <> 'cấm.png') NOT VALID`);
    const log = jest.spyOn(newsroom.strapi.log, 'error').mockReturnValue(newsroom.strapi.log);
    const everything = () => readdir(path.join(newsroom.strapi.dirs.static.public, 'uploads'));
    const before = (await everything()).sort();
    try {
      expect((await desk.replace(old.id, { name: 'cấm.png', bytes: green })).status).toBe(500);
    } finally {
      log.mockRestore();
      await newsroom.sql('ALTER TABLE files DROP CONSTRAINT none');
    }
    expect((await everything()).sort()).toEqual(before);
    expect(await onDisk(old)).toEqual(stored);
    expect((await get(pathOf(old.url))).status).toBe(200);
    expect((await article(slug)).image.url).toContain(pathOf(old.url));
  });

  it('is kept no longer than the public may see it', async () => {
    const file = await upload();
    const { documentId } = await write.article({ cover: file.id });
    await newsroom.sql(
      `UPDATE articles SET expires_on = now() AT TIME ZONE 'UTC' + interval '1 hour' WHERE document_id = $1`,
      [documentId],
    );
    const control = String((await get(pathOf(file.url))).headers['cache-control']);
    const [, seconds] = /^public, max-age=(\d+), immutable$/.exec(control) ?? [];
    expect(Number(seconds)).toBeGreaterThan(3_500);
    expect(Number(seconds)).toBeLessThanOrEqual(3_600);
  });
});
