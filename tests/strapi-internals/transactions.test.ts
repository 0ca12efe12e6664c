import { mendTransactions } from '../../src/strapi-internals/transactions';
import { startNewsroom, type Newsroom } from '../helpers/newsroom';

describe('a transaction of Strapi’s', () => {
  let newsroom: Newsroom;
  let undo: () => void;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    undo = mendTransactions(newsroom.strapi, {
      attempts: 3,
      isWorthARetry: (error) => (error as Error).message === 'again',
    });
  });
  afterAll(async () => {
    undo();
    await newsroom.stop();
  });

  const key = { type: 'core', name: 'retried', key: 'count' };
  const failing = (times: number, message = 'again') => {
    const run = { attempts: 0, committed: 0 };
    const result = newsroom.strapi.db.transaction(async ({ onCommit }) => {
      onCommit(() => (run.committed += 1));
      run.attempts += 1;
      await newsroom.strapi.store.set({ ...key, value: run.attempts });
      if (run.attempts <= times) throw new Error(message);
      return 'done';
    });
    return { run, result };
  };

  it('runs again, and commits once, what a repetition mends', async () => {
    const { run, result } = failing(2);
    await expect(result).resolves.toBe('done');
    expect(run).toEqual({ attempts: 3, committed: 1 });
    expect(await newsroom.strapi.store.get(key)).toBe(3);
  });

  it('fails at the last attempt, and at once for any other reason; nothing stays', async () => {
    await newsroom.strapi.store.set({ ...key, value: 'before' });
    const thrice = failing(3);
    await expect(thrice.result).rejects.toThrow('again');
    const other = failing(1, 'other');
    await expect(other.result).rejects.toThrow('other');
    expect([thrice.run, other.run]).toEqual([
      { attempts: 3, committed: 0 },
      { attempts: 1, committed: 0 },
    ]);
    expect(await newsroom.strapi.store.get(key)).toBe('before');
  });

  it('fails when it cannot be committed, and calls nobody back', async () => {
    await newsroom.sql('CREATE TABLE public.deferred (n integer UNIQUE DEFERRABLE INITIALLY DEFERRED)');
    const { db } = newsroom.strapi;
    let committed = 0;
    const insert = (n: number) =>
      db.transaction(async ({ trx, onCommit }) => {
        onCommit(() => (committed += 1));
        await trx.raw('INSERT INTO public.deferred VALUES (?)', [n]);
      });
    await insert(1);
    await expect(insert(1)).rejects.toMatchObject({ code: '23505' });
    const open = await db.transaction();
    await open.get().raw('INSERT INTO public.deferred VALUES (1)');
    await expect(open.commit()).rejects.toMatchObject({ code: '23505' });
    expect(committed).toBe(1);
    expect(await newsroom.sql('SELECT n FROM public.deferred')).toEqual([{ n: 1 }]);
  });

  it('fails when its connection is lost at the commit', async () => {
    const { db } = newsroom.strapi;
    const lost = db.transaction(async ({ trx }) => {
      await trx.raw('SELECT');
      const [{ pid } = { pid: 0 }] = (await trx.raw('SELECT pg_backend_pid() AS pid')).rows as { pid: number }[];
      await newsroom.sql('SELECT pg_terminate_backend($1)', [pid]);
    });
    await expect(lost).rejects.toThrow();
  });

  it('does not repeat a part of another transaction', async () => {
    const inner: number[] = [];
    let outer = 0;
    await newsroom.strapi.db.transaction(async () => {
      outer += 1;
      await newsroom.strapi.db.transaction(async () => {
        inner.push(outer);
        if (outer === 1) throw new Error('again');
      });
    });
    expect(inner).toEqual([1, 2]);
  });
});
