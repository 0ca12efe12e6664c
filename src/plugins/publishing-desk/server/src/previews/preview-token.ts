import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { Core } from '@strapi/strapi';

const TOKEN = /^([0-9a-f-]{36})\.([\w-]{43})$/;

/** Tokens of preview links: an id and its signature, by a key that every node derives from the panel's secret. */
export function previewTokens(strapi: Core.Strapi) {
  const secret = strapi.config.get<string>('admin.auth.secret');
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'publishing-desk previews', 32));
  const signature = (id: string) => createHmac('sha256', key).update(id).digest('base64url');

  return {
    tokenOf: (id: string): string => `${id}.${signature(id)}`,

    /** The id that a token was made from; null for anything else. */
    idOf(token: string): string | null {
      const [, id, given] = TOKEN.exec(token) ?? [];
      if (!id || !given) return null;
      return timingSafeEqual(Buffer.from(given), Buffer.from(signature(id))) ? id : null;
    },
  };
}
