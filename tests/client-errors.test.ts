import { writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { staff } from './helpers/staff';
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
