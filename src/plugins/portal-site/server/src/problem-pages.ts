import type { Core } from '@strapi/strapi';
import type { Context, Middleware } from 'koa';
import type { SearchAnswers, SearchHit } from '../../../../contract';
import { DEFAULT_LOCALE, slugOf } from '../../../../vietnamese';
import { showProblem, type ProblemKind } from './pages/problem';
import { localeOfPath } from './paths';
import { slugsBeginning, type SlugsBeginningModel } from './queries/slugs-beginning';
import { rendererOf, siteOf } from './renderer';

/** What the server answers that is no page of the portal. */
const NO_PAGE = /^\/(_health|readyz|metrics|api|admin|uploads|feeds|sitemaps|assets)(\/|$)/;

/** Characters of a slug below which it is the beginning of too much. */
const SHORTEST_BEGINNING = 8;
const SUGGESTED = 3;
/** Of what was found by the words of an address. */
const MOST_HITS = 5;
/** Characters of an address that are sought. */
const LONGEST_SOUGHT = 100;
/** Characters of a part of a path that are read. */
const LONGEST_NAME = 4_000;
/** A part of a path that says something, and is no name of a file. */
const WORDS = /^[\p{L}\p{M}\p{N}_ -]+$/u;

type Searched = { q: string; hits: readonly SearchHit[] };

type Found = {
  address: { outcome: 'current' | 'moved' | 'gone'; url: string | null; reason: string | null };
} | null;

/**
 * Answers for addresses where no page is: 301 to where what was there is now, for every address that this portal or the
 * old one ever had; else the page of a 404, a 410, or a failure.
 */
export const problemPages = (strapi: Core.Strapi): Middleware => {
  const renderer = rendererOf(strapi);
  const site = siteOf(strapi);

  async function show(
    ctx: Context,
    status: number,
    kind: ProblemKind,
    said: Parameters<typeof showProblem>[2] = {},
  ): Promise<void> {
    if (!ctx.accepts('html')) return;
    const locale = localeOfPath(renderer.table, ctx.path);
    const portal = renderer.portal(locale, await site.in(locale).catch(site.unread));
    const otherLanguage = renderer.path('home', '', renderer.locales.find((one) => one !== locale) ?? locale);
    for (const field of ['Access-Control-Allow-Origin', 'Vary']) ctx.remove(field);
    ctx.type = 'text/html; charset=utf-8';
    ctx.body = renderer.html(portal, showProblem(portal, kind, said), { section: null, otherLanguage });
    ctx.status = status;
    ctx.set('Cache-Control', status < 500 ? 'max-age=0' : 'no-store');
  }

  /**
   * Where the last part of a path is, or was, the address of something, in whatever language it is typed; else where it is
   * the beginning of addresses, as mails and messages cut them.
   */
  async function suggestions(path: string): Promise<string[]> {
    const slug = lastPart(path);
    if (slug === '') return [];
    const whole = await urlsOf(renderer.locales.map((locale) => ({ slug, locale })));
    if (whole.length > 0 || slug.length < SHORTEST_BEGINNING) return whole;
    const begun: SlugsBeginningModel = await strapi
      .plugin('portal-feeds')
      .service('reader')
      .model(slugsBeginning(localeOfPath(renderer.table, path), slug, SUGGESTED));
    return urlsOf(begun);
  }

  let isSearching = false;

  /**
   * What is found by the words of a path's last part. One search at a time: robots ask for many addresses that never were,
   * and readers search meanwhile.
   */
  async function searched(path: string): Promise<Searched | undefined> {
    const search = strapi.plugin('portal-search')?.service('answers') as SearchAnswers | undefined;
    const name = lastName(path);
    if (!search || !WORDS.test(name)) return undefined;
    const q = slugOf(name).replaceAll('-', ' ').slice(0, LONGEST_SOUGHT);
    if (isSearching || !/[a-z]{2}/.test(q)) return { q, hits: [] };
    isSearching = true;
    try {
      const request = { q, sort: 'relevance' as const, limit: MOST_HITS };
      const { answer } = await search.search(localeOfPath(renderer.table, path), request);
      return { q, hits: answer.data };
    } catch (error) {
      strapi.log.debug(`portal-site: no search for the page of a 404: ${(error as Error).message}`);
      return { q, hits: [] };
    } finally {
      isSearching = false;
    }
  }

  async function urlsOf(slugs: readonly { slug: string; locale: string }[]): Promise<string[]> {
    const resolver = strapi.plugin('portal-feeds').service('resolver');
    const found: Found[] = await Promise.all(slugs.map(({ slug, locale }) => resolver.address(slug, locale)));
    return [...new Set(found.flatMap((one) => one?.address.url ?? []))];
  }

  return async (ctx, next) => {
    await next();
    if (!['GET', 'HEAD'].includes(ctx.method) || ctx.status < 400 || NO_PAGE.test(ctx.path)) return;
    if (ctx.status >= 500) return show(ctx, ctx.status, 'failed');
    if (ctx.status !== 404 || ctx.type === 'text/html') return;

    const found: Found | 'unavailable' = await strapi
      .plugin('portal-feeds')
      .service('resolver')
      .address(ctx.url, DEFAULT_LOCALE)
      .catch(unavailable);
    if (found === 'unavailable') return show(ctx, 503, 'failed');
    if (found?.address.outcome === 'moved' && found.address.url !== null)
      return redirect(strapi, ctx, found.address.url);
    if (found?.address.outcome === 'gone') {
      ctx.status = 410;
      return show(ctx, 410, 'gone', { reason: found.address.reason });
    }
    const suggested = ctx.accepts('html') ? await suggestions(ctx.path).catch(none) : [];
    if (suggested.length > 0 || !ctx.accepts('html')) return show(ctx, 404, 'missing', { suggested });
    const sought = await searched(ctx.path);
    return show(ctx, 404, 'missing', { ...(sought && { searched: sought }) });
  };
};

const none = (): string[] => [];

/** `so-tai-chinh` of `/gioi-thieu/Sở Tài chính.html`: the last part of a path as a slug, without the name of a format. */
export const lastPart = (path: string): string => slugOf(lastName(path));

/** The same as it is written; empty where it cannot be read. */
function lastName(path: string): string {
  const part = path.split('/').findLast((one) => one !== '') ?? '';
  try {
    return decodeURIComponent(part.slice(-LONGEST_NAME)).replace(/\.(html?|aspx|php)$/i, '');
  } catch {
    return '';
  }
}

function unavailable(error: { status?: number }): 'unavailable' {
  if (error.status !== 503) throw error;
  return 'unavailable';
}

function redirect(strapi: Core.Strapi, ctx: Context, url: string): void {
  ctx.body = null;
  ctx.status = 301;
  ctx.set('Cache-Control', strapi.plugin('portal-feeds').service('cache').absenceCacheControl());
  ctx.set('Location', url);
}
