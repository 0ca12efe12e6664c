import { retryTransactions } from '../../src/strapi-internals/transactions';
import { startNewsroom, type Newsroom } from '../helpers/newsroom';

describe('a transaction of Strapi’s', () => {
  let newsroom: Newsroom;
  let undo: () => void;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    undo = retryTransactions(newsroom.strapi, {
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
