import type { Middleware } from 'koa';

/** The headers by which an answer lets the scripts of an origin read it. */
export function crossOriginHeaders(origins: readonly string[], origin: string | undefined): Record<string, string> {
  const allowed = origins.includes('*') ? '*' : origins.find((one) => one === origin);
  return {
    ...(allowed && { 'Access-Control-Allow-Origin': allowed, 'Access-Control-Expose-Headers': 'ETag' }),
    ...(!origins.includes('*') && { Vary: 'Origin' }),
  };
}

/**
 * Lets the scripts of the configured portals read public answers from their own origin, without credentials, and
 * answers their preflights. The answer varies by origin only where there is more than one to name.
 *
 * @param origins of the portals; `*` for any
 * @param covers whether a path has public answers
 */
export const crossOrigin =
  (origins: readonly string[], covers: (path: string) => boolean): Middleware =>
  async (ctx, next) => {
    if (!covers(ctx.path)) return next();
    const headers = crossOriginHeaders(origins, ctx.get('Origin'));
    if (ctx.method === 'OPTIONS') {
      ctx.status = 204;
      ctx.set({
        ...headers,
        Allow: 'GET, HEAD, OPTIONS',
        'Access-Control-Allow-Methods': 'GET, HEAD, OPTIONS',
        'Access-Control-Allow-Headers': 'If-None-Match',
        'Access-Control-Max-Age': '86400',
      });
      return;
    }
    try {
      await next();
    } finally {
      // Strapi's own CORS middleware marks every answer as varying by origin.
      const vary = ctx.response.get('Vary').split(/\s*,\s*/);
      const others = vary.filter((name) => name !== '' && name.toLowerCase() !== 'origin');
      ctx.remove('Vary');
      ctx.set(headers);
      if (others.length > 0) ctx.set('Vary', [...others, ...(headers.Vary ? [headers.Vary] : [])].join(', '));
    }
  };
