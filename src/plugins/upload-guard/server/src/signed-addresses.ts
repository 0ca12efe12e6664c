import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { Core } from '@strapi/strapi';

/** An expiry in seconds since 1970 and the signature of it and the path. One parameter: HTML needs no `&amp;`. */
const SIGNATURE = /^([1-9]\d{0,11})\.([\w-]{43})$/;

/** Addresses that are signed within so many seconds of each other are equal, so that a browser's cache holds. */
const STEP = 15 * 60;

export type SignedAddresses = {
  /** The path with a signature that expires after the option `signedMinutes`, or up to a quarter of an hour later. */
  sign(path: string): string;
  /** Whether a signature was made for this path and has not expired. */
  isSigned(path: string, signature: unknown): boolean;
};

/** Signs paths of stored files, by a key that every node derives from the panel's secret. */
export function signedAddresses(strapi: Core.Strapi, minutes: number): SignedAddresses {
  const secret = strapi.config.get<string>('admin.auth.secret');
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'upload-guard addresses', 32));
  const signatureOf = (path: string, expiry: number) =>
    createHmac('sha256', key).update(`${expiry}\n${path}`).digest('base64url');
  const now = () => Date.now() / 1_000;

  return {
    sign(path) {
      const expiry = (Math.floor(now() / STEP) + 1) * STEP + minutes * 60;
      return `${path}?signature=${expiry}.${signatureOf(path, expiry)}`;
    },

    isSigned(path, signature) {
      const [, expiry, given] = SIGNATURE.exec(typeof signature === 'string' ? signature : '') ?? [];
      if (!expiry || !given || Number(expiry) <= now()) return false;
      return timingSafeEqual(Buffer.from(given), Buffer.from(signatureOf(path, Number(expiry))));
    },
  };
}
