import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { DEFAULT_LOCALE } from '../../../../../vietnamese';
import { sendBytes } from '../../../../../response-cache';
import type { Addresses } from '../answers/addresses';
import { parseOptions } from '../config';
import type { RegisteredSitemaps } from '../services/registry';
import { sitemapArticles, type SitemapArticlesModel } from '../queries/sitemap-articles';
import { sitemapMonths, type SitemapMonthsModel } from '../queries/sitemap-months';
import { sitemapNews, type SitemapNewsModel } from '../queries/sitemap-news';
import { sitemapPlaces, type SitemapPlacesModel } from '../queries/sitemap-places';
import { finishArticlePages, finishNewsPages, finishPlacePages } from '../syndication/finish-sitemap';
import { renderNewsSitemap, renderSitemap, renderSitemapIndex } from '../syndication/render-sitemap';
import { PER_SITEMAP, readSitemapName, sitemapNames } from '../syndication/sitemap-addresses';

const ABSENT = 'Không có sơ đồ trang này.';

export default ({ strapi }: { strapi: Core.Strapi }) => {
  const { publicUrl } = parseOptions(strapi.config.get('plugin::portal-feeds'));
  const addresses: Addresses = strapi.plugin('portal-feeds').service('addresses');
  const reader = strapi.plugin('portal-feeds').service('reader');

  const send = (ctx: Context, xml: string, secondsToNextChange: number | null) =>
    sendBytes(ctx, Buffer.from(xml), 'application/xml; charset=utf-8', secondsToNextChange);

  const registered = (): readonly RegisteredSitemaps[] =>
    strapi.plugin('portal-feeds').service('registry').close().sitemaps;

  async function ofOther(ctx: Context, name: string): Promise<void> {
    const pages = await registered()
      .find(({ prefix }) => name.startsWith(prefix))
      ?.pages(strapi, name);
    if (!pages) throw new errors.NotFoundError(ABSENT);
    await send(ctx, renderSitemap(pages), null);
  }

  return {
    /** GET /sitemap.xml */
    async index(ctx: Context) {
      const { months, secondsToNextChange }: SitemapMonthsModel = await reader.model(sitemapMonths(DEFAULT_LOCALE));
      const ofArticles = months.flatMap((month) =>
        sitemapNames(month).map((name) => ({ name, changedOn: new Date(month.changedOn) })),
      );
      const ofOthers = await Promise.all(registered().map((one) => one.names(strapi)));
      const sitemaps = [...['places', ...ofOthers.flat()].map((name) => ({ name, changedOn: null })), ...ofArticles];
      const xml = renderSitemapIndex(
        sitemaps.map(({ name, changedOn }) => ({ url: `${publicUrl}/sitemaps/${name}.xml`, changedOn })),
      );
      await send(ctx, xml, secondsToNextChange);
    },

    /** GET /sitemaps/{month}.xml, and /sitemaps/{month}-2.xml where one is not enough; those of other plugins */
    async named(ctx: Context) {
      const asked = readSitemapName(ctx.params.name);
      if (!asked) return ofOther(ctx, ctx.params.name);
      const model: SitemapArticlesModel = await reader.model(
        sitemapArticles(DEFAULT_LOCALE, asked.month, asked.part, PER_SITEMAP),
      );
      if (model.articles.length === 0) throw new errors.NotFoundError(ABSENT);
      await send(ctx, renderSitemap(finishArticlePages(model.articles, addresses)), model.secondsToNextChange);
    },

    /** GET /sitemaps/places.xml */
    async places(ctx: Context) {
      const model: SitemapPlacesModel = await reader.model(sitemapPlaces(DEFAULT_LOCALE));
      await send(ctx, renderSitemap(finishPlacePages(model, addresses)), model.secondsToNextChange);
    },

    /** GET /sitemap-news.xml */
    async news(ctx: Context) {
      const { model, publisher }: { model: SitemapNewsModel; publisher: string } = await reader.published(
        sitemapNews(DEFAULT_LOCALE),
      );
      const xml = renderNewsSitemap(finishNewsPages(model.articles, addresses), publisher);
      await send(ctx, xml, model.secondsToNextChange);
    },
  };
};
