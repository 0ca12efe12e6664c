import { AGAIN_MS, Filling } from './filling';

describe('what reads in all that was there before', () => {
  const logged: string[] = [];
  const log = { error: (message: string) => void logged.push(message) } as never;

  beforeEach(() => {
    jest.useFakeTimers();
    logged.length = 0;
  });
  afterEach(() => jest.useRealTimers());

  it('tries again after a failure, until it is done', async () => {
    let times = 0;
    const filling = new Filling(log, 'documents', async () => {
      times += 1;
      if (times < 3) throw new Error('canceling statement due to statement timeout');
    });
    const done = filling.start();
    await jest.advanceTimersByTimeAsync(2 * AGAIN_MS);
    await done;
    expect(times).toBe(3);
    expect(logged).toHaveLength(2);
    expect(logged[0]).toContain('documents in, and tries again: canceling');
  });

  it('is stopped while it waits', async () => {
    let times = 0;
    const filling = new Filling(log, 'documents', async () => {
      times += 1;
      throw new Error('away');
    });
    const done = filling.start();
    await jest.advanceTimersByTimeAsync(AGAIN_MS / 2);
    await filling.stop();
    await done;
    expect([times, logged.length]).toEqual([1, 1]);
  });
});
