import type { Core } from '@strapi/strapi';
import { signatures } from '../signatures';

const TOKEN = /^([0-9a-f-]{36})\.([\w-]{43})$/;

/** Tokens of preview links: an id and its signature. */
export function previewTokens(strapi: Core.Strapi) {
  const { sign, verify } = signatures(strapi, 'previews');

  return {
    tokenOf: (id: string): string => `${id}.${sign(id)}`,

    /** The id that a token was made from; null for anything else. */
    idOf(token: string): string | null {
      const [, id, signature] = TOKEN.exec(token) ?? [];
      return id && signature && verify(id, signature) ? id : null;
    },
  };
}
