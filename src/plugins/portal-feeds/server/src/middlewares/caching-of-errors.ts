import type { Context, Next } from 'koa';

const REMEMBERED_BRIEFLY = new Set([404, 410]);

export const cachingOf = (status: number): string =>
  REMEMBERED_BRIEFLY.has(status) ? 'public, max-age=5' : 'no-store';

/**
 * What is absent may be asked for again soon, a fault at once: neither may be kept by a cache in between for long. An
 * error's own fields (`Retry-After`) go with it, as Koa would send them; Strapi's answer to an error leaves them out.
 */
export default () => async (ctx: Context, next: Next) => {
  try {
    await next();
  } catch (error) {
    ctx.set({
      ...(error as { headers?: Record<string, string> }).headers,
      'Cache-Control': cachingOf(statusOf(error)),
    });
    throw error;
  }
};

const statusOf = (error: unknown): number =>
  error instanceof Error && error.name === 'NotFoundError' ? 404 : ((error as { status?: number }).status ?? 500);
