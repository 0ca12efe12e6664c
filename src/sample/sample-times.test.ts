import { sampleInstants } from './sample-times';

const morning = { daysAgo: 0, time: '07:30' };
const yesterday = { daysAgo: 1, time: '16:20' };
const tomorrow = { daysAgo: -1, time: '08:00' };
const at = (now: string) => sampleInstants([morning, yesterday, tomorrow], new Date(now));

test('counts days back at +07:00', () => {
  const instantOf = at('2026-03-01T02:00:00Z');
  expect(instantOf(morning).toISOString()).toBe('2026-03-01T00:30:00.000Z');
  expect(instantOf(yesterday).toISOString()).toBe('2026-02-28T09:20:00.000Z');
});

test('takes the day of the portal, not of UTC', () => {
  const instantOf = at('2026-02-28T20:00:00Z');
  expect(instantOf(tomorrow).toISOString()).toBe('2026-03-02T01:00:00.000Z');
});

test('moves the past a day back while one of the times of today lies ahead, and leaves tomorrow', () => {
  const instantOf = at('2026-03-01T00:29:59Z');
  expect(instantOf(morning).toISOString()).toBe('2026-02-28T00:30:00.000Z');
  expect(instantOf(yesterday).toISOString()).toBe('2026-02-27T09:20:00.000Z');
  expect(instantOf(tomorrow).toISOString()).toBe('2026-03-02T01:00:00.000Z');
});
