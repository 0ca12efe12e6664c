import { Answer } from './answer';
import { CacheStore, type CacheEntry } from './cache-store';

const keyOf = (key: string, isApart: boolean) => ({ key, isFree: true, isApart, isCrossOrigin: true });

async function entry(): Promise<CacheEntry> {
  const answer = new Answer(Buffer.from('x'.repeat(5_000)), 'text/plain', null);
  const encoded = await answer.inAllEncodings();
  return {
    encoded,
    headers: {},
    isCrossOrigin: true,
    generation: 1,
    sentHeaders: new Map(),
    endsAt: Infinity,
    onSent: undefined,
  };
}

it('keeps what is asked often, however many other keys are kept apart from it', async () => {
  const store = new CacheStore(1_000_000);
  const hot = keyOf('/latest-news', false);
  const kept = await entry();
  store.set(hot, kept);
  expect(store.admits(keyOf('/articles?limit=7', false))).toBe(false);
  for (let index = 0; index < 20_000; index += 1) {
    const key = keyOf(`/search?q=${index}`, true);
    store.admits(key);
    store.set(key, kept);
  }
  expect(store.get(hot)).toBe(kept);
  expect(store.get(keyOf('/search?q=19999', true))).toBe(kept);
  expect(store.get(keyOf('/search?q=1', true))).toBeUndefined();
  // What was asked for once is still known to have been.
  expect(store.admits(keyOf('/articles?limit=7', false))).toBe(true);
  expect(store.size.bytes).toBeLessThan(1_000_000);
});
