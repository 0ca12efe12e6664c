import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { Core } from '@strapi/strapi';

/** Signs short texts for one purpose, by a key that every node derives from the panel's secret. */
export function signatures(strapi: Core.Strapi, purpose: string) {
  const secret = strapi.config.get<string>('admin.auth.secret');
  const key = Buffer.from(hkdfSync('sha256', secret, '', `publishing-desk ${purpose}`, 32));
  /** 43 characters of base64url. */
  const sign = (text: string): string => createHmac('sha256', key).update(text).digest('base64url');

  return {
    sign,
    /** @param signature 43 characters */
    verify: (text: string, signature: string): boolean =>
      timingSafeEqual(Buffer.from(signature), Buffer.from(sign(text))),
  };
}
