import { unique, writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { contentToken } from './helpers/newsroom-staff';
import type { Session } from './helpers/sign-in';
import { staff } from './helpers/staff';
import { uploadPicture } from './helpers/uploads';
import { sendRaw } from './hostile/raw-request';

const JSON_TYPE = ['Content-Type', 'application/json'] as const;
const FORM_TYPE = ['Content-Type', 'multipart/form-data; boundary=x'] as const;

describe('client errors', () => {
  let newsroom: Newsroom;

  beforeAll(async () => {
    newsroom = await startNewsroom();
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => newsroom.stop());

  let chief: (Session & { file: number; article: string }) | undefined;
  async function administrator() {
    if (chief) return chief;
    const session = await staff(newsroom, 'strapi-super-admin');
    const { id } = await uploadPicture(newsroom, session);
    const { documentId } = await writers(newsroom.strapi).draft();
    return (chief = { ...session, file: id, article: documentId });
  }

  const get = (target: string) => ({ method: 'GET', target, headers: [] });
  const post = (target: string, type: readonly [string, string], body: string) => ({
    method: 'POST',
    target,
    headers: [type],
    body,
  });

  /** A body that is not what `Content-Encoding` says. */
  const compressed = (coding: string, body: string) => ({
    ...post('/admin/login', JSON_TYPE, body),
    headers: [JSON_TYPE, ['Content-Encoding', coding] as const],
  });

  it.each([
    get('/%ff'),
    get('/api/portal/v1/%c0%ae'),
    get('/uploads/%ff'),
    get('/assets/%00'),
    get('/uploads/..%2f..%2f.env'),
    get('/admin/%zz'),
    get('//kenh-la.example'),
    get('/admin/registration-info?registrationToken=%00'),
    post('/admin/login', JSON_TYPE, '{"a": <img src=x>'),
    post('/admin/login', JSON_TYPE, '{"__proto__":{"x":1}}'),
    post('/admin/login', ['Content-Type', 'multipart/form-data'], 'x'),
    post('/upload', FORM_TYPE, '--x\r\n\r\nabc'),
    post('/admin/reset-password', JSON_TYPE, '{"resetPasswordToken":"\\u0000","password":"Aa1-mat-khau"}'),
    post('/admin/forgot-password', JSON_TYPE, '{"email":"<img src=x>"}'),
    post('/admin/forgot-password', JSON_TYPE, '{"<img src=x>":"a@example.com"}'),
    get('/admin/registration-info?%3Cimg%20src=x%3E=1'),
    compressed('gzip', '{}'),
    compressed('deflate', '{}'),
    compressed('br', '\xff\xff\xff'),
    compressed('zstd', '{}'),
  ])('answers 4xx and logs nothing: %j', async (request) => {
    const log = jest.spyOn(newsroom.strapi.log, 'error');
    const { status, body } = await sendRaw(newsroom.url, request);
    const text = body.toString();
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(JSON.parse(text)).toMatchObject({ data: null, error: { status } });
    expect(text).not.toMatch(/[<>]/);
    expect(log).not.toHaveBeenCalled();
  });

  it.each(['TRACE', 'PROPFIND', 'PURGE'])('answers 405 to a method that no route has: %s', async (method) => {
    for (const target of ['/admin/login', '/admin/users', '/upload/files', '/']) {
      const { status, body } = await sendRaw(newsroom.url, { method, target, headers: [] });
      expect([target, status, JSON.parse(body.toString())]).toMatchObject([target, 405, { error: { status: 405 } }]);
    }
  });

  it('answers 405 in the form of an error to a method that other routes have', async () => {
    const { status, headers, body } = await sendRaw(newsroom.url, {
      method: 'DELETE',
      target: '/admin/login',
      headers: [],
    });
    expect([status, headers.allow, JSON.parse(body.toString())]).toMatchObject([
      405,
      'HEAD, GET, POST',
      { data: null, error: { status: 405, name: 'MethodNotAllowedError' } },
    ]);
  });

  it.each(['NaN', '1e400', '1.5', '99999999999999', '-', '%00'])(
    'answers 4xx for an id that is no number of a row: %s',
    async (id) => {
      const { ask } = await staff(newsroom, 'strapi-super-admin');
      const log = jest.spyOn(newsroom.strapi.log, 'error');
      for (const path of [
        `/upload/files/${id}`,
        `/upload/folders/${id}`,
        `/upload/files?filters[id]=${id}`,
        `/admin/users/${id}`,
        `/admin/roles/${id}`,
        `/admin/api-tokens/${id}`,
        `/admin/webhooks/${id}`,
        `/publishing-desk/history/plugin::newsroom.article/x/${id}`,
        `/publishing-desk/history/plugin::newsroom.article/x?before=${id}`,
        `/publishing-desk/user-agencies/${id}`,
      ]) {
        const method = path.includes('user-agencies') ? 'PUT' : 'GET';
        const { status } = await ask(method, path, method === 'PUT' ? { agency: null } : undefined);
        expect([path, status < 500]).toEqual([path, true]);
      }
      expect(log).not.toHaveBeenCalled();
    },
  );

  it.each([
    ['filters[NAME][NAME]=1', 'filters.NAME.NAME'],
    ['filters[NAME][$khong]=1', 'filters.NAME.$khong'],
    ['filters[NAME][$eq][a]=1', 'filters.NAME.$eq'],
    ['filters[NAME][$between]=1', 'filters.NAME.$between'],
    ['filters[NAME][$or][0][$eq]=1', 'filters.NAME.$or'],
    ['filters[NAME][$jsonSupersetOf]=1', 'filters.NAME.$jsonSupersetOf'],
    ['filters[$or]=1', 'filters.$or'],
    ['filters[$or][0]=', 'filters.$or.0'],
    ['filters[$not]=1', 'filters.$not'],
    ['filters[$eq]=1', 'filters.$eq'],
    ['filters[0]=1', 'filters'],
    ['filters=1', 'filters'],
    ['filters[createdAt][$gt]=khong', 'filters.createdAt.$gt'],
    ['filters[createdAt]=2026-02-30', 'filters.createdAt'],
    ['filters[createdAt][$in][0]=infinity', 'filters.createdAt.$in'],
    ['filters[createdAt][$contains]=2026', 'filters.createdAt.$contains'],
    ['filters[id][$startsWith]=1', 'filters.id.$startsWith'],
    ['filters[id][id]=1', 'filters.id.id'],
    ['sort[NAME][NAME]=asc', 'NAME.NAME'],
    ['_q[a]=b', '_q'],
  ])('answers 400, and names the part, for a list that is asked for by %s', async (query, part) => {
    const { ask } = await staff(newsroom, 'strapi-super-admin');
    const token = await contentToken(newsroom, 'read-only', unique('máy'));
    const byToken = (path: string) => fetch(newsroom.url + path, { headers: { Authorization: `Bearer ${token}` } });
    const log = jest.spyOn(newsroom.strapi.log, 'error');
    for (const [path, name, send] of [
      ['/content-manager/collection-types/plugin::newsroom.article?locale=vi', 'title', (at) => ask('GET', at)],
      ['/content-manager/relations/plugin::newsroom.article/category?locale=vi', 'name', (at) => ask('GET', at)],
      ['/admin/users?page=1', 'email', (at) => ask('GET', at)],
      ['/admin/roles?page=1', 'name', (at) => ask('GET', at)],
      ['/upload/files?page=1', 'name', (at) => ask('GET', at)],
      ['/upload/folders?page=1', 'name', (at) => ask('GET', at)],
      ['/api/upload/files?page=1', 'name', byToken],
    ] as [string, string, (path: string) => Promise<Response>][]) {
      const answer = await send(`${path}&${query.replaceAll('NAME', name)}`);
      const { error } = (await answer.json()) as { error: { message: string } };
      expect([path, answer.status, error?.message]).toEqual([
        path,
        400,
        expect.stringContaining(part.replaceAll('NAME', name)),
      ]);
    }
    expect(log).not.toHaveBeenCalled();
  });

  it('takes the filters of the panel', async () => {
    const { ask } = await staff(newsroom, 'strapi-super-admin');
    const category = await writers(newsroom.strapi).category();
    const articles = '/content-manager/collection-types/plugin::newsroom.article?locale=vi';
    for (const path of [
      `${articles}&filters[$and][0][publishedOn][$gt]=2026-11-29T00:00:00.000Z&filters[$and][1][title][$containsi]=a`,
      `${articles}&filters[$and][0][category][documentId][$eq]=${category.documentId}&sort=category.name:ASC`,
      `${articles}&filters[$and][0][category][$null]=true&filters[$and][1][revision][$between][0]=1&filters[$and][1][revision][$between][1]=2`,
      '/upload/files?filters[$and][0][mime][$not][$contains][0]=image&filters[$and][0][mime][$not][$contains][1]=video',
      '/upload/files?filters[$and][0][createdAt][$lt]=2026-11-29T07:00:00Z&filters[$and][1][folder][id][$null]=true&sort=name:ASC',
      '/upload/folders?filters[$and][0][parent][id][$null]=true&_q=a&sort=createdAt:DESC',
      '/admin/users?filters[$and][0][isActive][$eq]=true&filters[$and][1][email][$containsi]=a&sort=firstname:ASC&_q=a',
    ]) {
      const answer = await ask('GET', path);
      const text = await answer.text();
      expect([path, answer.status === 200 || text]).toEqual([path, true]);
    }
  });

  it.each([
    ['POST', '/upload/folders', { name: 'a\u0000', parent: null }],
    ['POST', '/upload/folders', { name: 'a', parent: 'NaN' }],
    ['POST', '/upload/folders', { name: 'a', parent: 10_000_000_000 }],
    ['PUT', '/upload/files/1', { fileInfo: { folder: 'NaN' } }],
    ['POST', '/upload?id=1', { fileInfo: { folder: 10_000_000_000 } }],
    ['POST', '/upload/actions/bulk-update', { updates: [{ id: 1, fileInfo: { folder: 'NaN' } }] }],
    ['POST', '/admin/roles', { name: 'a\u0000', description: '' }],
    ['POST', '/admin/users', { email: 'a\u0000@example.com', firstname: 'A', roles: ['NaN'] }],
    ['POST', '/admin/api-tokens', { name: 'a\u0000', description: '', type: 'read-only', lifespan: null }],
    ['POST', '/i18n/locales', { code: 'a\u0000', name: 'a\u0000', isDefault: false }],
  ])('answers 4xx where a check in the database fails: %s %s %j', async (method, path, data) => {
    const failures: unknown[] = [];
    const note = (reason: unknown) => failures.push(reason);
    process.on('unhandledRejection', note);
    const { ask } = await staff(newsroom, 'strapi-super-admin');
    const answer = await ask(method, path, data);
    expect([answer.status >= 400 && answer.status < 500, await answer.text()]).toEqual([true, expect.any(String)]);
    process.off('unhandledRejection', note);
    expect(failures).toEqual([]);
  });

  it('names the field to an editor who asks for a slug of a value that is not text', async () => {
    const { documentId: agency } = await writers(newsroom.strapi).agency();
    const { ask } = await staff(newsroom, 'desk-editor', agency);
    for (const title of [[[1]], { a: 1 }, 5, true]) {
      const asked = { contentTypeUID: 'plugin::newsroom.article', field: 'slug', data: { title } };
      const answer = await ask('POST', '/content-manager/uid/generate?locale=vi', asked);
      expect([answer.status, await answer.json()]).toMatchObject([
        400,
        { error: { message: 'title: cần một chuỗi ký tự' } },
      ]);
    }
  });

  it.each<[string, string, object, string]>([
    [
      'POST',
      '/content-manager/collection-types/plugin::newsroom.article?locale=vi',
      { title: 'Tin', slug: 'a'.repeat(256) },
      'slug',
    ],
    ['POST', '/content-manager/collection-types/plugin::newsroom.article?locale=vi', { title: [[[[1]]]] }, 'title'],
    ['POST', '/publishing-desk/history/plugin::newsroom.article/x/NaN/restore', {}, 'id'],
    ['POST', '/publishing-desk/history/plugin::newsroom.article/x/1.5/restore', {}, 'id'],
    ['POST', '/publishing-desk/history/plugin::newsroom.article/x/1e400/restore', {}, 'id'],
    ['POST', '/upload', { ref: 'plugin::khong.co', refId: 1, field: 'cover' }, '“ref”'],
    ['POST', '/admin/login', { email: 'a\u0000@example.com', password: 'x' }, 'email'],
  ])('names the field to an editor: %s %s %j', async (method, path, data, field) => {
    const { documentId: agency } = await writers(newsroom.strapi).agency();
    const { ask } = await staff(newsroom, 'desk-editor', agency);
    const answer = await ask(method, path, data);
    const { error } = (await answer.json()) as { error: { message: string } };
    expect([answer.status, error.message]).toEqual([400, expect.stringContaining(field)]);
  });

  const LONG = 'a'.repeat(256);
  const rows = (id: string): [string, string, object?][] => [
    ['POST', `/upload?id=${id}`, { fileInfo: { name: 'a' } }],
    ['GET', `/upload/files/${id}`],
    ['PUT', `/upload/files/${id}`, { fileInfo: { name: 'a' } }],
    ['POST', `/upload/files/${id}/replace`, {}],
    ['DELETE', `/upload/files/${id}`],
    ['GET', `/upload/folders/${id}`],
    ['PUT', `/upload/folders/${id}`, { name: 'a', parent: null }],
    ['GET', `/admin/users/${id}`],
    ['PUT', `/admin/users/${id}`, { firstname: 'a' }],
    ['DELETE', `/admin/users/${id}`],
    ['GET', `/admin/roles/${id}`],
    ['PUT', `/admin/roles/${id}`, { name: 'a' }],
    ['DELETE', `/admin/roles/${id}`],
    ['GET', `/admin/roles/${id}/permissions`],
    ['PUT', `/admin/roles/${id}/permissions`, { permissions: [] }],
    ['GET', `/admin/webhooks/${id}`],
    ['DELETE', `/admin/webhooks/${id}`],
    ['GET', `/admin/api-tokens/${id}`],
    ['PUT', `/admin/api-tokens/${id}`, { name: 'a' }],
    ['POST', `/admin/api-tokens/${id}/regenerate`, {}],
    ['GET', `/admin/admin-tokens/${id}`],
    ['DELETE', `/admin/admin-tokens/${id}`],
    ['GET', `/admin/transfer/tokens/${id}`],
    ['PUT', `/i18n/locales/${id}`, { name: 'a' }],
    ['DELETE', `/i18n/locales/${id}`],
    [
      'POST',
      '/i18n/content-manager/actions/get-non-localized-fields',
      { model: 'plugin::newsroom.article', id, locale: 'vi' },
    ],
    ['PUT', `/publishing-desk/user-agencies/${id}`, { agency: null }],
  ];

  it.each([
    ...['NaN', '1.5', '99999999999'].flatMap((id) =>
      rows(id).map(([method, path, data]) => [method, path, data, 'id']),
    ),
    ...['NaN', '99999999999'].flatMap((id) => [
      ['POST', '/upload/actions/bulk-delete', { fileIds: [id] }, 'fileIds'],
      ['POST', '/upload/actions/bulk-move', { fileIds: [], folderIds: [id] }, 'folderIds'],
      ['POST', '/upload/actions/bulk-update', { updates: [{ id, fileInfo: { name: 'a' } }] }, 'id'],
      ['POST', '/upload/folders', { name: 'a', parent: id }, 'parent'],
      ['PUT', '/upload/files/FILE', { fileInfo: { folder: id } }, 'folder'],
      ['POST', '/admin/users/batch-delete', { ids: [id] }, 'ids'],
      ['POST', '/admin/roles/batch-delete', { ids: [id] }, 'ids'],
      ['POST', '/admin/webhooks/batch-delete', { ids: [id] }, 'ids'],
      ['POST', '/admin/users', { email: 'a@example.vn', firstname: 'A', roles: [id] }, 'roles'],
      ['POST', '/publishing-desk/file-uses', { fileIds: [id] }, 'fileIds'],
      ['GET', '/publishing-desk/history/plugin::newsroom.article/ARTICLE?locale=vi&before=' + id, undefined, 'before'],
    ]),
    ['POST', '/upload/folders', { name: LONG, parent: null }, 'name'],
    ...['firstname', 'lastname', 'username', 'preferedLanguage', 'email'].map((name) => [
      'PUT',
      '/admin/users/me',
      { [name]: name === 'email' ? `${LONG}@example.vn` : LONG },
      name,
    ]),
    ['PUT', '/admin/users/me', { firstname: 'a\u0000' }, 'firstname'],
    ['PUT', '/admin/users/me', { firstname: 5, email: 7 }, 'firstname'],
    ['PUT', '/admin/users/me', { firstname: 5, email: 7 }, 'email'],
    ['PUT', '/admin/users/me', { password: 'a' }, 'password'],
    ['PUT', '/admin/users/me', { khong: 1 }, 'khong'],
    ['POST', '/admin/users', { email: 'a@example.vn', firstname: LONG, roles: [1] }, 'firstname'],
    ['POST', '/admin/users', { email: 'a@example.vn', firstname: 'A', roles: [999_999] }, 'roles'],
    ['POST', '/admin/users', {}, 'firstname'],
    ['POST', '/admin/roles', { name: LONG, description: '' }, 'name'],
    ['POST', '/admin/api-tokens', { name: LONG, description: '', type: 'read-only', lifespan: null }, 'name'],
    ['POST', '/email/test', { to: 5 }, 'to'],
  ] as [string, string, object | undefined, string][])(
    'names the field to an administrator: %s %s %.60j %s',
    async (method, path, data, field) => {
      const chief = await administrator();
      const address = path.replace('FILE', String(chief.file)).replace('ARTICLE', chief.article);
      const answer = await chief.ask(method, address, data);
      const { error } = (await answer.json()) as { error: { message: string; details: object } };
      expect([answer.status, `${error.message} ${JSON.stringify(error.details)}`]).toEqual([
        400,
        expect.stringContaining(field),
      ]);
      expect(error.message).not.toMatch(/select|insert|update "/i);
    },
  );

  it('still logs an error of the server and answers 500', async () => {
    const log = jest.spyOn(newsroom.strapi.log, 'error').mockImplementation();
    await writers(newsroom.strapi).article({ slug: 'mot-bai' });
    await newsroom.sql('ALTER TABLE articles RENAME COLUMN body_html TO elsewhere');
    const { status, body } = await sendRaw(newsroom.url, get('/api/portal/v1/articles/mot-bai'));
    await newsroom.sql('ALTER TABLE articles RENAME COLUMN elsewhere TO body_html');
    expect([status, body.toString()]).toEqual([500, expect.not.stringMatching(/body_html|column/)]);
    expect(log).toHaveBeenCalled();
  });

  it('prints no stack for a closed connection, and logs any other error of a response once', () => {
    const printed = jest.spyOn(console, 'error').mockImplementation();
    const log = jest.spyOn(newsroom.strapi.log, 'error').mockReturnValue(newsroom.strapi.log);
    const { app } = newsroom.strapi.server;
    app.emit('error', Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }));
    app.emit('error', Object.assign(new Error('Parse Error'), { code: 'HPE_INVALID_EOF_STATE' }));
    expect([printed.mock.calls.length, log.mock.calls.length]).toEqual([0, 0]);
    app.emit('error', new Error('a stream broke'));
    expect([printed.mock.calls.length, log.mock.calls.length]).toEqual([0, 1]);
  });
});
