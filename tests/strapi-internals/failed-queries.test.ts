import { AsyncLocalStorage } from 'node:async_hooks';
import { onFailedQuery } from '../../src/strapi-internals/failed-queries';
import { startNewsroom, type Newsroom } from '../helpers/newsroom';

describe('a query of Strapi’s that fails', () => {
  let newsroom: Newsroom;

  beforeAll(async () => {
    newsroom = await startNewsroom();
  });
  afterAll(() => newsroom.stop());

  it('is told in the context that ran it, and so is a connection that cannot be had', async () => {
    const { db } = newsroom.strapi;
    const { pool } = db.connection.client;
    const context = new AsyncLocalStorage<string>();
    const told: unknown[] = [];
    const stop = onFailedQuery(newsroom.strapi, (error) =>
      told.push([context.getStore(), (error as { code?: string }).code ?? (error as Error).name]),
    );
    const wait = pool.acquireTimeoutMillis;
    pool.acquireTimeoutMillis = 200;
    try {
      await expect(context.run('one', async () => await db.connection.raw('SELECT 1 / 0'))).rejects.toThrow(
        'division by zero',
      );
      const failing = context.run('two', () => db.transaction(({ trx }) => trx.raw('SELECT missing')));
      await expect(failing).rejects.toThrow('"missing"');
      const taken = await Promise.all(Array.from({ length: pool.max }, () => db.connection.transaction()));
      await expect(context.run('three', () => db.query('admin::user').count())).rejects.toThrow('Timeout acquiring');
      await Promise.all(taken.map((trx) => trx.rollback()));
    } finally {
      pool.acquireTimeoutMillis = wait;
      stop();
    }
    expect(told).toEqual([
      ['one', '22012'],
      ['two', '42703'],
      ['three', 'KnexTimeoutError'],
    ]);
    await expect(db.connection.raw('SELECT 1 / 0')).rejects.toThrow();
    expect(told).toHaveLength(3);
  });
});
