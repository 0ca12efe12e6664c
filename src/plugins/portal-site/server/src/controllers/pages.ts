import type { Core } from '@strapi/strapi';
import createHttpError from 'http-errors';
import type { Context } from 'koa';
import {
  readSlug,
  type Article,
  type ContractAnswers,
  type RecordAnswers,
  type SearchAnswers,
} from '../../../../../contract';
import { sendBytes, sendImmutable } from '../../../../../response-cache/send';
import { LOCALES, type Locale } from '../locales';
import { localeOfPath } from '../paths';
import type { Page } from '../page';
import { pages, type PublicPageName } from '../pages';
import { showPreview } from '../pages/preview';
import { showProblem } from '../pages/problem';
import { archiveMonths, type ArchiveMonthsModel } from '../queries/archive-months';
import { reportChoices, type ReportChoicesModel, type ReportSource } from '../queries/report-choices';
import { rendererOf, siteOf } from '../renderer';
import { OPEN_SEARCH, openSearchDescription } from '../head/open-search';
import { robotsTxt } from '../robots';

const ABSENT = 'Không có trang này.';
const HTML = 'text/html; charset=utf-8';

/** Nobody keeps the page, indexes it, or learns where its reader came from. */
const SECRET = { 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer', 'X-Robots-Tag': 'noindex' };

/** The portal's pages. A page that is not there is a 404, which the middleware `problem-pages` answers in full. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const renderer = rendererOf(strapi);
  const site = siteOf(strapi);
  const answers: ContractAnswers = strapi.plugin('portal-feeds').service('answers');
  const records = (strapi.plugin('public-record')?.service('answers') ?? null) as RecordAnswers | null;
  const search = (strapi.plugin('portal-search')?.service('answers') ?? null) as SearchAnswers | null;
  const { publicUrl } = strapi.config.get<{ publicUrl: string }>('plugin::portal-feeds');

  const action = (name: PublicPageName, page: Page) => async (ctx: Context) => {
    const locale = localeOfPath(renderer.table, ctx.path);
    const slug = ctx.params.slug === undefined ? '' : readSlug(ctx.params.slug, ABSENT);
    const portal = await portalIn(locale).catch(absentIfInvalid);
    const request = portal && { portal, answers, records, search, slug, querystring: ctx.querystring, ...lookups };
    const shown = request && (await page.show(request).catch(absentIfInvalid));
    if (!portal || !shown) throw createHttpError(404, ABSENT);
    const html = renderer.html(portal, shown, {
      section: page.section,
      isSection: name === page.section,
      otherLanguage: renderer.path(name, slug, otherThan(locale)),
    });
    forThisOriginAlone(ctx);
    await sendBytes(ctx, Buffer.from(html), HTML, shown.secondsToNextChange, shown.onSent);
  };

  const reader = () => strapi.plugin('portal-feeds').service('reader');
  const lookups = {
    archive: (locale: Locale): Promise<ArchiveMonthsModel> => reader().model(archiveMonths(locale)),
    reportChoices: (source: ReportSource, locale: Locale): Promise<ReportChoicesModel> =>
      reader().model(reportChoices(source, locale)),
  };

  const portalIn = async (locale: Locale) => renderer.portal(locale, await site.in(locale));

  const otherThan = (locale: Locale): Locale => renderer.locales.find((one) => one !== locale) ?? locale;

  return {
    ...Object.fromEntries(Object.entries(pages).map(([name, page]) => [name, action(name as PublicPageName, page)])),

    /** The draft that a token opens, or that there is none. */
    async preview(ctx: Context) {
      forThisOriginAlone(ctx);
      ctx.set(SECRET);
      ctx.type = HTML;
      const article: Article | null = await strapi
        .plugin('publishing-desk')
        ?.service('previews')
        .redeem(ctx.params.slug);
      const locale = LOCALES.find((one) => one === article?.locale) ?? localeOfPath(renderer.table, ctx.path);
      const portal = await portalIn(locale);
      const shown = article ? await showPreview({ portal, answers }, article) : showProblem(portal, 'previewMissing');
      const otherLanguage = renderer.path('home', '', otherThan(locale));
      ctx.status = article ? 200 : 404;
      ctx.body = renderer.html(portal, shown, { section: null, otherLanguage });
    },

    /** A style sheet, script or icon. */
    async asset(ctx: Context) {
      const file = renderer.staticFile(ctx.params.slug);
      if (!file) throw createHttpError(404, ABSENT);
      await sendImmutable(ctx, file);
    },

    /** By which browsers offer the portal's search among theirs. */
    async openSearch(ctx: Context) {
      const portal = await portalIn(localeOfPath(renderer.table, ctx.path));
      forThisOriginAlone(ctx);
      await sendBytes(ctx, Buffer.from(openSearchDescription(portal)), OPEN_SEARCH, null);
    },

    async robots(ctx: Context) {
      await sendBytes(ctx, Buffer.from(robotsTxt(publicUrl)), 'text/plain; charset=utf-8', null);
    },
  };
};

/** Strapi's own CORS middleware marks every answer as one for scripts of any origin. */
function forThisOriginAlone(ctx: Context): void {
  for (const field of ['Access-Control-Allow-Origin', 'Vary']) ctx.remove(field);
}

/** A cursor of another list, or a language that is not enabled, leads to no page. */
function absentIfInvalid(error: Error): null {
  if (error.name !== 'ValidationError') throw error;
  return null;
}
