import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat, utimes } from 'node:fs/promises';
import http from 'node:http';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { contentToken } from './helpers/newsroom-staff';
import { picture } from './helpers/file-bytes';

import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { signIn } from './helpers/sign-in';
import { uploader } from './helpers/uploads';

const MEGABYTE = 1024 * 1024;
const BOUNDARY = 'ranh-gioi';
const MULTIPART = { 'Content-Type': `multipart/form-data; boundary=${BOUNDARY}` };
const HOST = os.hostname().replace(/[^\w-]/g, '_');
/** More than any process has. */
const DEAD = 2 ** 22 + 1;

type Answer = { status: number; message: string };
type Headers = Record<string, string | number>;

const part = (disposition: string, content: Buffer | string) =>
  Buffer.concat([
    Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n`),
    Buffer.from(content),
    Buffer.from('\r\n'),
  ]);
const file = (content: Buffer | string, name = 'files') => part(`name="${name}"; filename="ảnh.jpg"`, content);
const form = (...parts: Buffer[]) => Buffer.concat([...parts, Buffer.from(`--${BOUNDARY}--\r\n`)]);

/** Adds routes as a plugin of the app does: one that takes files, and one that does not. */
function addRoutes(app: Core.Strapi): void {
  app.config.set('plugin::upload-guard.multipartRoutes', ['POST /letters']);
  const handler = (ctx: { request: { body?: object; files?: object }; body?: unknown }) => {
    ctx.body = { fields: ctx.request.body, files: Object.keys(ctx.request.files ?? {}) };
  };
  const routes = ['/letters', '/notes'].map((place) => ({
    method: 'POST',
    path: place,
    handler,
    config: { auth: false },
    info: { pluginName: 'thu-tu' },
  }));
  app.server.routes(routes as never);
}

describe('the body of a request', () => {
  let newsroom: Newsroom;
  let editor: Awaited<ReturnType<typeof uploader>>;
  let jpeg: Buffer;
  let temporary: string;
  let apiToken: string;
  const old = new Date(Date.now() - 2 * 24 * 60 * 60 * 1000);
  const leftovers = {
    dead: `portal-newsroom-${HOST}-${DEAD}-abc`,
    alive: `portal-newsroom-${HOST}-${process.ppid}-abc`,
    elsewhere: `portal-newsroom-another-host-${DEAD}-abc`,
    strapi: 'strapi-upload-abcdef',
    strapiNow: 'strapi-upload-fedcba',
    other: 'something-else',
  };

  /** The files in the temporary folder. */
  async function stored(): Promise<string[]> {
    // A folder may be removed while it is read.
    const entries = await readdir(temporary, { recursive: true, withFileTypes: true }).catch(() => null);
    if (!entries) return stored();
    return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  }

  const sizes = async () =>
    Promise.all(
      (await stored()).map((name) =>
        stat(name).then(
          ({ size }) => size,
          () => 0,
        ),
      ),
    );

  async function until(condition: () => Promise<boolean>): Promise<void> {
    while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20));
  }

  /** Sends a request, chunked where `headers` gives no length; `body` is not waited for. */
  function send(address: string, headers: Headers, body: Iterable<Buffer> = [], method = 'POST'): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const request = http.request(newsroom.url + address, { method, headers, agent: false }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          const { error } = (text.startsWith('{') ? JSON.parse(text) : {}) as { error?: { message: string } };
          resolve({ status: answer.statusCode ?? 0, message: error?.message ?? '' });
          request.destroy();
        });
      });
      request.on('error', reject);
      void (async () => {
        for (const chunk of body) {
          if (request.destroyed) return;
          if (!request.write(chunk))
            await new Promise((drained) => request.once('drain', drained).once('close', drained));
        }
        request.end();
      })();
    });
  }

  const signedIn = (headers: Headers = MULTIPART): Headers => ({ ...headers, Authorization: `Bearer ${editor.token}` });
  const upload = (body: Buffer, address = '/upload') => send(address, signedIn(), [body]);
  const rows = async () => Number((await newsroom.sql('SELECT count(*) AS n FROM files'))[0]?.n);
  const links = async () => Number((await newsroom.sql('SELECT count(*) AS n FROM files_related_mph'))[0]?.n);

  beforeAll(async () => {
    temporary = await mkdtemp(path.join(os.tmpdir(), 'bodies-'));
    for (const name of Object.values(leftovers)) await mkdir(path.join(temporary, name));
    await utimes(path.join(temporary, leftovers.strapi), old, old);
    newsroom = await startNewsroom(addRoutes, { environment: { TMPDIR: temporary } });
    editor = await uploader(newsroom);
    jpeg = await picture('jpeg');
    newsroom.strapi.config.set('plugin::publishing-desk.tokensThatWrite', ['máy']);
    const made = { name: 'máy', type: 'full-access', description: '', lifespan: null };
    apiToken = (await newsroom.strapi.service('admin::api-token').create(made)).accessKey;
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(async () => {
    await newsroom.stop();
    await rm(temporary, { recursive: true });
  });

  it('of killed processes is removed at boot, and nothing of others', () => {
    const left = Object.entries(leftovers).filter(([, name]) => existsSync(path.join(temporary, name)));
    expect(left.map(([key]) => key)).toEqual(['alive', 'elsewhere', 'strapiNow', 'other']);
  });

  it.each([
    ['/admin/login', 415],
    ['/admin/access-token', 415],
    ['/upload', 401],
    ['/upload/files', 401],
    ['/upload?id=1', 401],
    ['/api/upload', 401],
    ['/content-manager/collection-types/plugin::newsroom.article', 401],
    ['/notes', 415],
    ['/khong-co', 405],
    ['/api/khong-co', 405],
  ])('of 150 MB as multipart from anybody to %s is answered %d, and no byte is stored', async (address, status) => {
    const peaks: number[] = [];
    const megabyte = Buffer.alloc(MEGABYTE, 'x');
    function* parts() {
      for (const name of ['files', 'khac']) {
        yield file(megabyte, name).subarray(0, -2);
        for (let at = 1; at < 75; at += 1) yield megabyte;
        yield Buffer.from('\r\n');
      }
      yield form();
    }
    const answer = send(address, { ...MULTIPART, 'Transfer-Encoding': 'chunked' }, parts());
    const watch = setInterval(() => void stored().then((files) => peaks.push(files.length)), 10);
    expect((await answer).status).toBe(status);
    clearInterval(watch);
    expect([await stored(), peaks.filter(Boolean)]).toEqual([[], []]);
  });

  it('with files is not read for whom the policies of the route refuse', async () => {
    const role: { id: number } = await newsroom.strapi
      .service('admin::role')
      .create({ name: 'Không quyền', description: '' });
    const nobody = await signIn(newsroom, 'desk-reporter', 'khong-quyen@toasoan.vn');
    await newsroom.strapi.service('admin::user').updateById(nobody.id, { roles: [role.id] });
    const unlisted = await contentToken(newsroom, 'full-access', 'khong-ghi');
    const logos = form(part('name="menuLogo"; filename="logo.jpg"\r\nContent-Type: image/jpeg', jpeg));
    for (const [address, headers] of [
      ['/admin/project-settings', nobody.headers],
      ['/upload', nobody.headers],
      ['/upload?id=1', nobody.headers],
      ['/upload/files', nobody.headers],
      ['/upload/files/1/replace', nobody.headers],
      ['/api/upload', { Authorization: `Bearer ${unlisted}` }],
    ] as [string, Headers][]) {
      // A body that is a 400 itself, were it read.
      const cutOff = logos.subarray(0, -9);
      expect([address, await send(address, { ...MULTIPART, ...headers }, [cutOff])]).toMatchObject([
        address,
        { status: 403 },
      ]);
      const admitted = address.startsWith('/api/') ? { ...MULTIPART, Authorization: `Bearer ${apiToken}` } : signedIn();
      expect([address, await send(address, admitted, [cutOff])]).toMatchObject([address, { status: 400 }]);
      expect(await stored()).toEqual([]);
    }
    const logo = await send('/admin/project-settings', signedIn(), [logos]);
    expect(logo.status).toBe(200);
  });

  it('names what it accepts where it is of another type', async () => {
    const refused = 'Địa chỉ này không nhận dữ liệu loại đã gửi. Chỉ nhận application/json.';
    const types = [
      'multipart/form-data',
      'multipart/mixed; boundary=x',
      'text/plain',
      'application/x-www-form-urlencoded',
    ];
    for (const type of types) {
      expect([type, await send('/admin/login', { 'Content-Type': type }, [Buffer.from('a=b')])]).toEqual([
        type,
        { status: 415, message: refused },
      ]);
    }
    expect(await send('/upload', signedIn({ 'Content-Type': 'text/plain' }), [Buffer.from('a')])).toMatchObject({
      status: 415,
      message: expect.stringContaining('multipart/form-data, application/json'),
    });
  });

  it('is limited in size, less before the sign-in, and names the limit', async () => {
    const json = { 'Content-Type': 'application/json' };
    const long = (bytes: number) => [Buffer.from(JSON.stringify({ email: 'x'.repeat(bytes) }))];
    expect(await send('/admin/login', json, long(300 * 1024))).toEqual({
      status: 413,
      message: 'Dữ liệu gửi lên quá lớn. Mỗi lần gửi chỉ nhận đến 256 kB.',
    });
    const article = '/content-manager/collection-types/plugin::newsroom.article';
    expect(await send(article, json, long(300 * 1024))).toMatchObject({ status: 401 });
    expect(await send(article, signedIn(json), long(7 * MEGABYTE))).toEqual({
      status: 413,
      message: 'Dữ liệu gửi lên quá lớn. Mỗi lần gửi chỉ nhận đến 6 MB.',
    });
  });

  it('reaches routes of the app as Strapi reads it, with files only where the app says so', async () => {
    const note = await fetch(`${newsroom.url}/notes`, { method: 'POST', body: new URLSearchParams({ a: '1' }) });
    expect(await note.json()).toEqual({ fields: { a: '1' }, files: [] });
    const letter = new FormData();
    letter.append('thu', new Blob(['nội dung']), 'thu.txt');
    letter.append('nguoi-gui', 'Lan');
    const answer = await fetch(`${newsroom.url}/letters`, { method: 'POST', body: letter });
    expect(await answer.json()).toEqual({ fields: { 'nguoi-gui': 'Lan' }, files: ['thu'] });
    expect(await stored()).toEqual([]);
  });

  describe('with files', () => {
    it('leaves nothing behind when it is accepted, refused, or fails', async () => {
      const before = await rows();
      expect(await upload(form(file(jpeg)))).toMatchObject({ status: 201 });
      expect(await stored()).toEqual([]);
      expect(await upload(form(file(jpeg), file('<html>')))).toMatchObject({ status: 400 });
      expect(await stored()).toEqual([]);
      jest.spyOn(newsroom.strapi.log, 'error').mockReturnValue(newsroom.strapi.log);
      jest.spyOn(newsroom.strapi.plugin('upload').service('upload'), 'upload').mockRejectedValue(new Error('disk'));
      expect(await upload(form(file(jpeg)))).toMatchObject({ status: 500 });
      expect([await stored(), await rows()]).toEqual([[], before + 1]);
    });

    it.each<[string, string, () => Buffer]>([
      ['another file', 'anh', () => form(file(jpeg), file(jpeg, 'anh'))],
      ['files before those that are accepted', 'anh', () => form(file(jpeg, 'anh'), file(jpeg))],
      ...['ref', 'refId', 'field', 'source', 'path', 'related', 'id', '__proto__'].map<[string, string, () => Buffer]>(
        (name) => [`a field ${name}`, name, () => form(file(jpeg), part(`name="${name}"`, '1'))],
      ),
    ])('is refused with %s, which it names', async (_what, name, make) => {
      for (const address of ['/upload', '/upload?id=1', '/upload/files', '/upload/files/1/replace']) {
        const { status, message } = await upload(make(), address);
        expect([address, status, message]).toEqual([
          address,
          400,
          expect.stringContaining(`Trường “${name}” không được`),
        ]);
      }
      const byToken = await send('/api/upload', { ...MULTIPART, Authorization: `Bearer ${apiToken}` }, [make()]);
      expect(byToken).toMatchObject({ status: 400, message: expect.stringContaining(`“${name}”`) });
      expect(await stored()).toEqual([]);
    });

    it('links to nothing, by whatever way the entry is named', async () => {
      const before = [await links(), await rows()];
      const target = { ref: 'plugin::newsroom.article', refId: '1', field: 'cover' };
      const query = new URLSearchParams(target);
      expect(await upload(form(file(jpeg)), `/upload?${query}`)).toMatchObject({
        status: 400,
        message: expect.stringContaining('“ref”'),
      });
      const info = (value: unknown) => part('name="fileInfo"', JSON.stringify(value));
      const related = { related: [{ id: 1, __type: target.ref, __pivot: { field: 'cover' } }] };
      for (const value of [target, related, [target], 5, 'x', { folderPath: '/1' }]) {
        expect(await upload(form(file(jpeg), info(value)))).toMatchObject({
          status: 400,
          message: expect.stringContaining('Trường “fileInfo” không đọc được'),
        });
      }
      expect(await upload(form(file(jpeg), part('name="fileInfo"', '{"name":')))).toMatchObject({ status: 400 });
      const json = signedIn({ 'Content-Type': 'application/json' });
      const data = [Buffer.from(JSON.stringify({ fileInfo: { name: 'a.jpg' }, ...target }))];
      expect(await send('/upload?id=1', json, data)).toMatchObject({
        status: 400,
        message: expect.stringContaining('“ref”'),
      });
      expect([await links(), await rows()]).toEqual(before);
    });

    it('is limited in files, fields and sizes, and names the limit', async () => {
      const limits = newsroom.strapi.config;
      const many = Array.from({ length: 21 }, () => file(jpeg));
      expect(await upload(form(...many))).toEqual({
        status: 413,
        message: 'Quá nhiều tệp trong trường “files”. Mỗi lần gửi chỉ nhận đến 20 tệp.',
      });
      const infos = Array.from({ length: 21 }, () => part('name="fileInfo"', '{}'));
      expect(await upload(form(file(jpeg), ...infos))).toMatchObject({
        status: 400,
        message: expect.stringContaining('Quá nhiều trường “fileInfo”. Mỗi lần gửi chỉ nhận đến 20 trường'),
      });
      const long = JSON.stringify({ caption: 'x'.repeat(70_000) });
      expect(await upload(form(file(jpeg), part('name="fileInfo"', long)))).toEqual({
        status: 400,
        message: 'Trường “fileInfo” quá dài. Chỉ nhận đến 64 kB.',
      });
      const own = { ...(limits.get('plugin::upload-guard') as object) };
      for (const name of ['largestPicture', 'largestDocument', 'largestRecording'])
        limits.set(`plugin::upload-guard.${name}`, MEGABYTE);
      limits.set('plugin::upload-guard.largestRequest', 3 * MEGABYTE);
      const tooLarge = 'Dữ liệu gửi lên quá lớn. Mỗi lần gửi chỉ nhận đến 3 MB.';
      expect(await upload(form(file(Buffer.alloc(MEGABYTE + 1))))).toEqual({
        status: 413,
        message: 'Tệp trong trường “files” quá nặng. Mỗi tệp chỉ nhận đến 1 MB.',
      });
      const four = form(...Array.from({ length: 4 }, () => file(Buffer.alloc(MEGABYTE))));
      expect(await upload(four)).toEqual({ status: 413, message: tooLarge });
      const said = { ...signedIn(), 'Content-Length': four.length };
      expect(await send('/upload', said, [four])).toEqual({ status: 413, message: tooLarge });
      expect(await stored()).toEqual([]);
      limits.set('plugin::upload-guard', own);
    });

    it.each<[string, Headers, () => Buffer]>([
      ['has no boundary', { 'Content-Type': 'multipart/form-data' }, () => form(file(jpeg))],
      ['has another boundary', { 'Content-Type': 'multipart/form-data; boundary=khac' }, () => form(file(jpeg))],
      ['is cut off', MULTIPART, () => file(jpeg).subarray(0, -9)],
      ['is cut off within another file', MULTIPART, () => file(jpeg, 'anh').subarray(0, -9)],
      ['is empty', MULTIPART, () => Buffer.alloc(0)],
      ['holds no part', MULTIPART, () => form()],
      ['is of another multipart type', { 'Content-Type': `multipart/mixed; boundary=${BOUNDARY}` }, () => form()],
      ['holds a header without an end', MULTIPART, () => Buffer.from(`--${BOUNDARY}\r\n${'x'.repeat(100_000)}`)],
      [
        'holds another multipart body',
        MULTIPART,
        () =>
          form(part(`name="files"; filename="a.jpg"\r\nContent-Type: multipart/mixed; boundary=b`, '--b\r\n\r\n--b--')),
      ],
    ])('is a 400 when it %s', async (_what, headers, make) => {
      expect(await send('/upload', signedIn(headers), [make()])).toMatchObject({ status: 400 });
      expect(await stored()).toEqual([]);
    });

    it('is read when it comes in small pieces', async () => {
      const body = form(file(jpeg));
      const pieces = Array.from({ length: Math.ceil(body.length / 50) }, (_, at) =>
        body.subarray(at * 50, at * 50 + 50),
      );
      expect(await send('/upload', signedIn(), pieces)).toMatchObject({ status: 201 });
    });

    it.each([
      ['is gone midway', 0],
      ['said more than it sends', 10 * MEGABYTE],
    ])('leaves nothing behind when its sender %s', async (_what, length) => {
      const socket = net.connect(Number(new URL(newsroom.url).port), '127.0.0.1');
      socket.on('error', () => undefined);
      const headers = {
        ...signedIn(),
        ...(length ? { 'Content-Length': length } : { 'Transfer-Encoding': 'chunked' }),
      };
      const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
      socket.write(`POST /upload HTTP/1.1\r\nHost: newsroom.test\r\n${lines.join('')}\r\n`);
      const half = file(Buffer.alloc(MEGABYTE)).subarray(0, -2);
      socket.write(length ? half : Buffer.concat([Buffer.from(`${half.length.toString(16)}\r\n`), half]));
      await until(async () => (await sizes()).some((size) => size > 0));
      socket.destroy();
      await until(async () => (await stored()).length === 0);
      expect(await upload(form(file(jpeg)))).toMatchObject({ status: 201 });
    });
  });
});
