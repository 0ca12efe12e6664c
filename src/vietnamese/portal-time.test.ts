import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { portalDay, startOfPortalDay, toPortalInstant } from './portal-time';

const INSTANTS = { noInvalidDate: true, min: new Date('0001-01-02'), max: new Date('9999-12-30') };

it.each([
  ['2021-02-19T10:17:00Z', '2021-02-19T17:17:00+07:00'],
  ['2021-02-18T17:05:59.999Z', '2021-02-19T00:05:59+07:00'],
  ['2020-12-31T16:59:59Z', '2020-12-31T23:59:59+07:00'],
])('writes %s as %s', (utc, instant) => {
  expect(toPortalInstant(new Date(utc))).toBe(instant);
});

it('means the same instant, to the second', () => {
  fc.assert(
    fc.property(fc.date(INSTANTS), (date) => {
      expect(Date.parse(toPortalInstant(date))).toBe(Math.floor(date.getTime() / 1000) * 1000);
    }),
  );
});

it('refuses invalid dates and years outside 1 to 9999', () => {
  expect(() => toPortalInstant(new Date(NaN))).toThrow(RangeError);
  expect(() => toPortalInstant(new Date('9999-12-31T17:00:00Z'))).toThrow(RangeError);
  expect(() => toPortalInstant(new Date('-000001-06-01T00:00:00Z'))).toThrow(RangeError);
  expect(() => toPortalInstant(new Date('0000-06-01T00:00:00Z'))).toThrow(RangeError);
});

it('changes the day at 17:00 UTC', () => {
  expect(portalDay(new Date('2021-02-18T16:59:59.999Z'))).toBe('2021-02-18');
  expect(portalDay(new Date('2021-02-18T17:00:00Z'))).toBe('2021-02-19');
});

it('starts a day at its midnight in the portal', () => {
  expect(startOfPortalDay('2021-02-19')).toEqual(new Date('2021-02-18T17:00:00Z'));
  expect(startOfPortalDay('0001-01-01').getTime()).toBe(Date.parse('0000-12-31T17:00:00Z'));
});

it('starts every day no later than any instant in it', () => {
  fc.assert(
    fc.property(fc.date(INSTANTS), (date) => {
      const since = date.getTime() - startOfPortalDay(portalDay(date)).getTime();
      expect(since).toBeGreaterThanOrEqual(0);
      expect(since).toBeLessThan(24 * 60 * 60 * 1000);
    }),
  );
});

it('refuses to start a day that does not exist', () => {
  expect(() => startOfPortalDay('2026-02-30')).toThrow(RangeError);
  expect(() => startOfPortalDay('infinity')).toThrow(RangeError);
});

describe('in a process of another zone', () => {
  const script = `
    const { transformFileSync } = require('@swc/core');
    const options = { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } };
    require.extensions['.ts'] = (module, file) => module._compile(transformFileSync(file, options).code, file);
    const time = require('./index.ts');
    const instants = ['2021-02-18T17:05:00Z', '2021-03-14T07:30:00Z', '2021-11-07T06:30:00Z', '1970-01-01T00:00:00Z'];
    process.stdout.write(JSON.stringify({
      zone: new Date('2021-07-01T00:00:00Z').getTimezoneOffset(),
      written: instants.map((utc) => new Date(utc)).map((date) => [
        time.toPortalInstant(date), time.portalDay(date), time.startOfPortalDay(time.portalDay(date)).toISOString(),
        time.dateLine(date), time.dateTime(date), time.dateTime(date, 'en'),
        time.parsePortalDateTime(time.dateTime(date)).toISOString(),
      ]),
      read: time.parseDateLine('Đăng ngày 14 - 03 - 2021'),
    }));`;

  function answersUnder(zone: string) {
    const env = { ...process.env, TZ: zone };
    const output = execFileSync(process.execPath, ['-e', script], { cwd: __dirname, env, encoding: 'utf8' });
    return JSON.parse(output) as { zone: number; written: string[][]; read: string };
  }

  it('answers as in the zone of the portal', () => {
    const newYork = answersUnder('America/New_York');
    const portal = answersUnder('Asia/Ho_Chi_Minh');
    expect([newYork.zone, portal.zone]).toEqual([240, -420]);
    expect(newYork.written).toEqual(portal.written);
    expect(newYork.read).toEqual(portal.read);
    expect(newYork.written[0]).toEqual([
      '2021-02-19T00:05:00+07:00',
      '2021-02-19',
      '2021-02-18T17:00:00.000Z',
      'Đăng ngày 19 - 02 - 2021',
      '19/02/2021 12:05 SA',
      '19 February 2021, 12:05 am',
      '2021-02-18T17:05:00.000Z',
    ]);
  });
});
