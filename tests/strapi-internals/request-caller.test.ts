import { currentRequest, signInOf } from '../../src/strapi-internals/request-caller';
import { startNewsroom, type Newsroom } from '../helpers/newsroom';
import { adminToken, contentToken } from '../helpers/newsroom-staff';
import { signIn } from '../helpers/sign-in';

type Request = ReturnType<typeof currentRequest>;

describe('the request that a document middleware runs in', () => {
  let newsroom: Newsroom;
  let seen: Request;

  const type = 'plugin::directory.position';
  const path = `/content-manager/collection-types/${type}`;

  /** The request as a middleware sees it, while a client lists positions. */
  async function during(list: () => Promise<Response>): Promise<NonNullable<Request>> {
    seen = undefined;
    await list();
    return seen!;
  }

  const get = (address: string, token?: string) => () =>
    fetch(newsroom.url + address, token ? { headers: { Authorization: `Bearer ${token}` } } : {});

  beforeAll(async () => {
    newsroom = await startNewsroom((strapi) => {
      strapi.documents.use(async ({ uid }, next) => {
        if (uid === type) seen = currentRequest(strapi);
        return next();
      });
      const handler = async (ctx: { body: unknown }) => {
        ctx.body = await strapi.documents(type).findMany();
      };
      const route = { method: 'GET' as const, handler, info: { type: 'content-api', pluginName: 'note' } };
      strapi.server.routes({
        type: 'content-api',
        routes: [
          { ...route, path: '/listing', config: { auth: { scope: [] } } },
          { ...route, path: '/open-listing', config: { auth: false } },
        ],
      });
    });
  });
  afterAll(() => newsroom.stop());

  it('has the user of the panel, what that user may do, and the route', async () => {
    const editor = await signIn(newsroom, 'strapi-super-admin', 'lan@example.vn');
    const { state, headers, params } = await during(() => editor.ask('GET', path, undefined, { 'X-Desk-Base': '7' }));
    expect(signInOf(state)).toBe('panel');
    expect(state.user).toMatchObject({ id: editor.id, email: 'lan@example.vn', firstname: 'Biên tập' });
    expect(state.user).toHaveProperty('preferedLanguage');
    expect(state.userAbility!.can('plugin::content-manager.explorer.read', type)).toBe(true);
    expect(state.route).toMatchObject({
      method: 'GET',
      path: '/collection-types/:model',
      info: { pluginName: 'content-manager' },
    });
    expect([headers?.['x-desk-base'], params?.model]).toEqual(['7', type]);
  });

  it('has the owner of an admin token, and the token', async () => {
    const { id } = await signIn(newsroom, 'strapi-super-admin', 'minh@example.vn');
    const { state } = await during(get(path, await adminToken(newsroom, id)));
    expect(signInOf(state)).toBe('admin-token');
    expect(state.user).toMatchObject({ id, email: 'minh@example.vn' });
    expect(state.auth?.credentials).toMatchObject({ id: expect.any(Number), name: 'own' });
    expect(state.userAbility).toBeDefined();
  });

  it('has a token of the content API, and no user', async () => {
    const { state } = await during(get('/api/listing', await contentToken(newsroom, 'full-access', 'sync')));
    expect([signInOf(state), state.user]).toEqual(['api-token', undefined]);
    expect(state.auth?.credentials).toMatchObject({ id: expect.any(Number), name: 'sync' });
  });

  it('has nobody for a stranger', async () => {
    const { state } = await during(get('/api/open-listing'));
    expect([signInOf(state), state.user, state.userAbility]).toEqual([null, undefined, undefined]);
  });

  it('is not there outside of any request', () => {
    expect(currentRequest(newsroom.strapi)).toBeUndefined();
  });
});
