import type { Core } from '@strapi/strapi';
import { signedAddresses } from './signed-addresses';

const of = (secret: string) => signedAddresses({ config: { get: () => secret } } as unknown as Core.Strapi, 60);
const { sign, isSigned } = of('khóa');
const NOON = Date.UTC(2026, 0, 1, 12, 1);

const signatureOf = (address: string) => new URL(address, 'http://x').searchParams.get('signature');

describe('signed addresses', () => {
  beforeEach(() => jest.useFakeTimers({ now: NOON }));
  afterEach(() => jest.useRealTimers());

  it('hold for an hour, and up to a quarter of an hour longer', () => {
    const signature = signatureOf(sign('/uploads/a.png'));
    expect(isSigned('/uploads/a.png', signature)).toBe(true);
    jest.setSystemTime(NOON + 74 * 60_000 - 1);
    expect(isSigned('/uploads/a.png', signature)).toBe(true);
    jest.setSystemTime(NOON + 74 * 60_000);
    expect(isSigned('/uploads/a.png', signature)).toBe(false);
  });

  it('are equal within a quarter of an hour, so that a browser keeps the picture', () => {
    const first = sign('/uploads/a.png');
    jest.setSystemTime(NOON + 13 * 60_000);
    expect(sign('/uploads/a.png')).toBe(first);
    jest.setSystemTime(NOON + 14 * 60_000);
    expect(sign('/uploads/a.png')).not.toBe(first);
  });

  it('open nothing but their path, with their expiry, by this key', () => {
    const signature = signatureOf(sign('/uploads/a.png'))!;
    const [expiry, mac] = signature.split('.');
    expect(isSigned('/uploads/b.png', signature)).toBe(false);
    for (const wrong of [
      `${Number(expiry) + 1}.${mac}`,
      `0${signature}`,
      `${signature}=`,
      mac,
      '',
      undefined,
      [signature],
    ])
      expect([wrong, isSigned('/uploads/a.png', wrong)]).toEqual([wrong, false]);
    expect(of('khác').isSigned('/uploads/a.png', signature)).toBe(false);
  });
});
