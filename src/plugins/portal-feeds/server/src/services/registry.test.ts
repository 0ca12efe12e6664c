import { z } from 'zod';
import createRegistry from './registry';

const page = (path: string) => ({ path, handler: 'plugin::press.releases.page' });

describe('the registry of answers', () => {
  it('refuses a path and a schema’s name that are taken', () => {
    const registry = createRegistry();
    registry.register({ pages: [page('/thong-cao')], schemas: { PressRelease: z.string() } });
    expect(() => registry.register({ pages: [page('/thong-cao')] })).toThrow('/thong-cao is registered twice');
    expect(() => registry.register({ schemas: { PressRelease: z.string() } })).toThrow('are named PressRelease');
  });

  it('puts fixed paths before those with a value, which would match them too', () => {
    const registry = createRegistry();
    registry.register({ pages: [page('/feeds/:slug'), page('/a')] });
    registry.register({ pages: [page('/feeds/directives')] });
    expect(registry.close().pages.map(({ path }) => path)).toEqual(['/a', '/feeds/directives', '/feeds/:slug']);
  });
});
