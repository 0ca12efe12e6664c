import { Client } from 'pg';
import { aroundBootstrap, aroundSchemaSync, withLockTimeout } from '../../src/strapi-internals/boot';
import { databaseConnection } from '../../src/strapi-internals/database';
import { startNewsroom, type Newsroom } from '../helpers/newsroom';

describe('the boot', () => {
  let newsroom: Newsroom;
  const steps: string[] = [];

  beforeAll(async () => {
    // The newsroom's own `alter` is called through the replaced `strapi.bootstrap`, as aroundBootstrap's wrapper is.
    newsroom = await startNewsroom((strapi) => {
      steps.push('bootstrap');
      aroundSchemaSync(strapi, async (sync) => {
        steps.push('sync');
        const status = await sync();
        steps.push(status);
        return status;
      });
    });
  });
  afterAll(() => newsroom.stop());

  it('calls bootstrap on the instance, and in it the schema sync, which returns its status', () => {
    expect(steps).toEqual(['bootstrap', 'sync', expect.stringMatching(/^(UN)?CHANGED$/)]);
  });

  it('is wrapped as a whole, with its own this', async () => {
    const app = { bootstrap: async () => app, wrapped: false } as unknown as Newsroom['strapi'] & { wrapped: boolean };
    aroundBootstrap(app, async (bootstrap) => {
      app.wrapped = true;
      return bootstrap();
    });
    expect(await (app as unknown as { bootstrap(): Promise<unknown> }).bootstrap()).toBe(app);
    expect(app.wrapped).toBe(true);
  });

  it('limits how long every connection waits for a lock, those of transactions among them, while work runs', async () => {
    const { strapi } = newsroom;
    const setting = 'SHOW lock_timeout';
    const limits = async () => {
      const plain = await strapi.db.connection.raw(setting);
      const inTransaction = await strapi.db.transaction(({ trx }) => trx.raw(setting));
      return [plain, inTransaction].map(({ rows }) => rows[0].lock_timeout as string);
    };
    expect(await limits()).not.toContain('1234ms');
    expect(await withLockTimeout(strapi, 1234, limits)).toEqual(['1234ms', '1234ms']);
    expect(await limits()).toEqual(['0', '0']);
  });

  it('has settings with which pg reaches the same database', async () => {
    const client = new Client(databaseConnection(newsroom.strapi));
    await client.connect();
    const { rows } = await client.query('SELECT current_database() AS name');
    await client.end();
    expect(rows).toEqual(await newsroom.sql('SELECT current_database() AS name'));
  });
});
