import { get, type Got } from './helpers/cache';
import { writers } from './helpers/content';
import * as bytes from './helpers/file-bytes';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { nginxBefore } from './helpers/nginx';
import { uploader } from './helpers/uploads';

const SLICE = 1_024;

/** Of nginx, as docs/operators.md has it, with `slice`: it asks for each part of a file by itself. */
const SLICED = `
  slice ${SLICE};
  proxy_cache files;
  proxy_cache_key $uri$slice_range;
  proxy_set_header Range $slice_range;
  proxy_http_version 1.1;
  proxy_ignore_headers Cache-Control;
  proxy_cache_valid 200 206 5s;
  proxy_cache_revalidate on;`;

describe('the ranges of a stored file', () => {
  let newsroom: Newsroom;
  let address: string;
  let content: Buffer;

  const ask = (headers: Record<string, string>, method = 'GET') => get(newsroom.url + address, headers, method);
  const seen = ({ status, headers, body }: Got) => [status, headers['content-range'] ?? null, body.toString('hex')];
  const hex = (from: number, to?: number) => content.subarray(from, to).toString('hex');

  beforeAll(async () => {
    newsroom = await startNewsroom();
    const sender = await uploader(newsroom);
    const [file] = (await sender.send({ name: 'phát thanh.mp3', bytes: bytes.mp3(10) })).files;
    await writers(newsroom.strapi).article({ attachments: [file!.id] });
    [address = ''] = file!.url.split('?');
    content = (await ask({})).body;
  });
  afterAll(() => newsroom.stop());

  it('are those of RFC 9110', async () => {
    const size = content.length;
    const whole = [200, null, hex(0)];
    const part = (from: number, to: number) => [206, `bytes ${from}-${to}/${size}`, hex(from, to + 1)];
    const of = async (Range: string, headers = {}) => seen(await ask({ Range, ...headers }));
    expect(await of('bytes=2-5')).toEqual(part(2, 5));
    expect(await of(`bytes=4-${size * 9}`)).toEqual(part(4, size - 1));
    expect(await of('bytes=4-99999999999999999999')).toEqual(part(4, size - 1));
    expect(await of('bytes=-3')).toEqual(part(size - 3, size - 1));
    expect(await of(`bytes=-${size + 9}`)).toEqual(part(0, size - 1));
    for (const beyond of [`bytes=${size}-`, `bytes=${size + 5}-${size + 9}`, 'bytes=-0', 'bytes=99999999999999999999-'])
      expect([beyond, await of(beyond)]).toEqual([beyond, [416, `bytes */${size}`, '']]);
    for (const ignored of ['bytes=9-2', 'bytes=0-1,3-4', 'bytes=-', 'bytes=a-b', 'items=0-1', 'bytes'])
      expect([ignored, await of(ignored)]).toEqual([ignored, whole]);
  });

  it('are of the file that the client has, and of GET alone', async () => {
    const { headers } = await ask({});
    const [etag, modified] = [String(headers.etag), String(headers['last-modified'])];
    const of = async (condition: Record<string, string>) => (await ask({ Range: 'bytes=0-1', ...condition })).status;
    expect(await of({ 'If-Range': etag })).toBe(206);
    expect(await of({ 'If-Range': modified })).toBe(206);
    for (const other of ['"khác"', `W/${etag}`, new Date(Date.parse(modified) + 60_000).toUTCString()])
      expect([other, await of({ 'If-Range': other })]).toEqual([other, 200]);
    expect(await of({ 'If-None-Match': etag })).toBe(304);
    expect(await of({ 'If-Match': '"khác"' })).toBe(412);
    const head = await ask({ Range: 'bytes=0-1' }, 'HEAD');
    expect([head.status, head.headers['content-length'], head.headers['content-range']]).toEqual([
      200,
      String(content.length),
      undefined,
    ]);
  });

  it('make up the file behind nginx, which asks for it slice by slice', async () => {
    const nginx = await nginxBefore(newsroom.url, SLICED, 'proxy_cache_path $FOLDER/kept keys_zone=files:1m;');
    const asSlices = async (headers: Record<string, string>) => {
      const parts: Buffer[] = [];
      let etag: unknown;
      for (let from = 0; from < content.length; from += SLICE) {
        const { status, headers: given, body } = await ask({ ...headers, Range: `bytes=${from}-${from + SLICE - 1}` });
        const end = Math.min(from + SLICE, content.length) - 1;
        expect([status, given['content-range']]).toEqual([206, `bytes ${from}-${end}/${content.length}`]);
        // nginx gives up where a slice is of another file than the first.
        expect(given.etag).toBe((etag ??= given.etag));
        parts.push(body);
      }
      return Buffer.concat(parts).toString('hex');
    };
    expect(content.length).toBeGreaterThan(2 * SLICE);
    expect(await asSlices({})).toBe(hex(0));
    if (!nginx) return;
    const behind = async (headers: Record<string, string> = {}) => seen(await get(nginx.url + address, headers));
    try {
      for (let round = 0; round < 2; round += 1) {
        expect(await behind()).toEqual([200, null, hex(0)]);
        const across = `bytes 1000-2100/${content.length}`;
        expect(await behind({ Range: 'bytes=1000-2100' })).toEqual([206, across, hex(1_000, 2_101)]);
        expect((await behind({ Range: `bytes=${content.length}-` }))[0]).toBe(416);
      }
    } finally {
      await nginx.stop();
    }
  });
});
