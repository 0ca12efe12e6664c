import { once } from 'node:events';
import fs from 'node:fs/promises';
import net from 'node:net';
import path from 'node:path';
import { writers } from '../helpers/content';
import { documentsOf } from '../helpers/documents';
import { BASE, contractPaths } from './contract-paths';
import { CANARY } from './hidden-content';
import { FOREIGN_HOST } from './hostile-values';
import { watchLog } from './log-watch';
import { startAttackedNewsroom, type Attacked } from './newsroom-under-attack';
import { sendRaw } from './raw-request';

/** Classes of Strapi’s and Koa’s past advisories, against the contract and what else a stranger reaches. */
describe('of the classes of past advisories, for a stranger', () => {
  let attacked: Attacked;
  const url = () => attacked.newsroom.url;
  const get = (where: string, headers: Record<string, string> = {}) =>
    fetch(url() + where, { headers, redirect: 'manual' });

  beforeAll(async () => {
    attacked = await startAttackedNewsroom();
    watchLog(attacked.newsroom.strapi);
  });
  afterAll(() => attacked.newsroom.stop());

  /** Every path of the contract with this query, where each must refuse it. */
  async function refusedEverywhere(query: string) {
    for (const { path: route, slug } of contractPaths) {
      const at = BASE + route.replace(':slug', slug ? attacked.visible[slug][0]! : '');
      const answer = await get(`${at}?${query}`);
      const text = await answer.text();
      expect([route, answer.status]).toEqual([route, 400]);
      expect(text).not.toContain(CANARY);
    }
  }

  it.each([
    'filters[createdBy][resetPasswordToken][$startsWith]=a',
    'filters[$and][0][createdBy][password][$startsWith]=$2a',
    'where[createdBy][email]=a',
    'lookup[createdBy][email]=a',
    'filters[t1.password][$startsWith]=a',
    'sort=createdBy.password',
    'populate[createdBy][fields][0]=password',
    'populate=updatedBy',
    '_q=a',
  ])(
    'there is no true or false by filters, sort, populate, lookup (CVE-2023-22894, 2026-27886): %s',
    refusedEverywhere,
  );

  it.each([
    'status=draft',
    'publicationState=preview',
    'hasPublishedVersion=false',
    'publicationFilter=modified',
    'preview=true',
    'status[]=draft',
    '_publicationState=preview',
  ])('no draft is read by asking for one: %s', refusedEverywhere);

  it('no uploaded page runs a script, nor is taken for another type than its name says (CVE-2026-22707)', async () => {
    const folder = path.join(attacked.newsroom.strapi.dirs.static.public, 'uploads');
    await fs.writeFile(path.join(folder, 'trang.html'), '<script>alert(9920)</script>');
    await fs.writeFile(path.join(folder, 'trang.jpg'), '<script>alert(9920)</script>');
    const [page, picture] = await Promise.all([get('/uploads/trang.html'), get('/uploads/trang.jpg')]);
    expect([page.status, picture.status]).toEqual([404, 404]);
    // One that the media library knows and something shows.
    const { strapi } = attacked.newsroom;
    const known = { name: 'trang', hash: 'trang', ext: '.jpg', mime: 'image/jpeg', size: 1, provider: 'local' };
    const file = await strapi.db
      .query('plugin::upload.file')
      .create({ data: { ...known, url: '/uploads/trang.jpg', folderPath: '/' } });
    await writers(strapi).article({ cover: file.id });
    const { headers } = await get('/uploads/trang.jpg');
    expect(headers.get('content-type')).toBe('image/jpeg');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none';(?!.*script-src).*; sandbox$/);
  });

  it.each([
    `//${FOREIGN_HOST}`,
    `/\\${FOREIGN_HOST}`,
    `https://${FOREIGN_HOST}/`,
    'javascript:alert(9920)',
    FOREIGN_HOST,
    '/a b',
    '/a\r\nLocation: x',
  ])('no redirect leads out of the portal (CVE-2024-34065): %j', async (to) => {
    const redirects = documentsOf(attacked.newsroom.strapi)('plugin::newsroom.redirect');
    await expect(redirects.create({ data: { from: `/cu/${encodeURIComponent(to)}`, to } })).rejects.toMatchObject({
      name: 'ValidationError',
    });
  });

  it('no address takes where to go, or a token, from its query (CVE-2024-34065)', async () => {
    for (const name of ['next', 'redirect', 'url', 'callback', 'access_token', 'token', 'jwt']) {
      const answer = await get(`${BASE}/articles/dia-chi-cu?${name}=https://${FOREIGN_HOST}/`);
      expect([name, answer.status, answer.headers.get('location')]).toEqual([name, 400, null]);
    }
    const signedIn = await get('/admin/users/me?access_token=x&token=x');
    expect(signedIn.status).toBe(401);
  });

  it.each(['/admin/init', '/admin/login', '/api/upload/files', '/uploads/x.png', `${BASE}/articles`, '/'])(
    'no foreign origin reads with credentials (CVE-2025-53092): %s',
    async (where) => {
      for (const origin of [`https://${FOREIGN_HOST}`, 'null', url()]) {
        for (const method of ['GET', 'OPTIONS']) {
          const { headers } = await fetch(url() + where, {
            method,
            headers: { Origin: origin, 'Access-Control-Request-Method': 'POST' },
          });
          expect(headers.get('access-control-allow-credentials')).toBeNull();
          expect([null, '*']).toContain(headers.get('access-control-allow-origin'));
        }
      }
    },
  );

  it('nothing that breaks off midway ends the process (CVE-2024-31217)', async () => {
    const failures: unknown[] = [];
    const note = (reason: unknown) => failures.push(reason);
    process.on('unhandledRejection', note).on('uncaughtException', note);
    const { hostname, port } = new URL(url());
    const form =
      'Host: a\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 100000\r\n\r\n--x\r\nContent-Disposition: form-data; name="files"; filename="a.png"\r\n\r\nabc';
    const broken = [
      `POST /upload HTTP/1.1\r\n${form}`,
      `POST /api/upload HTTP/1.1\r\n${form}`,
      'POST /admin/login HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"a',
      'POST /admin/login HTTP/1.1\r\nHost: a\r\nContent-Encoding: gzip\r\nContent-Type: application/json\r\nContent-Length: 3\r\n\r\nabc',
      `GET ${BASE}/articles?limit=50 HTTP/1.1\r\nHost: a\r\n\r\n`,
      'GET /uploads/trang.jpg HTTP/1.1\r\nHost: a\r\nRange: bytes=0-\r\n\r\n',
    ];
    for (const bytes of [...broken, ...broken]) {
      const socket = net.connect(Number(port), hostname);
      socket.on('error', () => undefined);
      await once(socket, 'connect');
      socket.write(bytes);
      await new Promise((resolve) => setTimeout(resolve, 20));
      socket.resetAndDestroy();
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
    process.off('unhandledRejection', note).off('uncaughtException', note);
    expect(failures).toEqual([]);
    expect((await get(`${BASE}/articles`)).status).toBe(200);
  });

  it('no answer of the contract or the portal depends on the host that is asked (Koa CVE-2025-25200, 2026-27959)', async () => {
    const foreign = ['Host', 'X-Forwarded-Host', 'X-Forwarded-Server', 'X-Original-Host', 'Forwarded'].map(
      (name) => [name, name === 'Forwarded' ? `host=${FOREIGN_HOST};proto=https` : FOREIGN_HOST] as const,
    );
    const targets = [
      `${BASE}/articles`,
      `${BASE}/articles/bai-1`,
      `${BASE}/articles/dia-chi-cu`,
      '/',
      '/tin-tuc/bai-1',
      '/admin/init',
    ];
    for (const target of targets) {
      const ordinary = await sendRaw(url(), { method: 'GET', target, headers: [] });
      const asked = await sendRaw(url(), { method: 'GET', target, headers: foreign });
      expect(asked.body.equals(ordinary.body)).toBe(true);
      expect({ ...asked.headers, date: '' }).toEqual({ ...ordinary.headers, date: '' });
      expect(asked.head + asked.body.toString()).not.toContain(FOREIGN_HOST);
    }
  });
});
