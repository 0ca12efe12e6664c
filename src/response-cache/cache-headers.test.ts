import { answerHeaders, mayConfirm } from './cache-headers';

const encoded = { bytes: Buffer.from('{}'), type: 'application/json; charset=utf-8', etag: '"x"' };

describe('the headers of an answer', () => {
  it.each([
    [null, 5, 600],
    [10_000, 5, 600],
    [599.9, 5, 300],
    [59, 5, 30],
    [7.9, 5, 5],
    [4.9, 4, 0],
    [0.9, 0, 0],
    [-1, 0, 0],
  ])('with %s seconds left let caches keep it %s seconds, and %s while the server fails', (left, fresh, stale) => {
    expect(answerHeaders(encoded, 'identity', left, false)['Cache-Control']).toBe(
      `public, max-age=${fresh}, stale-if-error=${stale}`,
    );
  });

  it('confirm nothing in the last second before it changes', () => {
    expect([null, 1, 0.9, 0].map(mayConfirm)).toEqual([true, true, false, false]);
  });
});
