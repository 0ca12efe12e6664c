import { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { parameters, readKnownParameters, readParameters, type RecordAnswers } from '../../../../../contract';
import type { ReportKind } from '../../../../../reports';
import { maxAge } from '../../../../../response-cache/cache-headers';
import { etagMatches } from '../../../../../response-cache/etag';
import { sendBytes, sendJson } from '../../../../../response-cache/send';
import { DEFAULT_LOCALE } from '../../../../../vietnamese';
import { catalogue } from '../answers/catalogue';
import { reportCatalogue, type CatalogueModel } from '../queries/report-catalogue';
import { reportDownloadParameters, reportParameters } from '../registration';

export default ({ strapi }: { strapi: Core.Strapi }) => {
  const list = (name: 'procedureProgress' | 'documentExchange') => async (ctx: Context) => {
    const { locale, ...request } = readParameters(ctx.querystring, reportParameters);
    const answers: RecordAnswers = strapi.plugin('public-record').service('answers');
    const { answer, secondsToNextChange } = await answers[name](locale, request);
    await sendJson(ctx, answer, secondsToNextChange);
  };

  const download = (kind: ReportKind, file: string) => async (ctx: Context) => {
    const { locale, ...filters } = readParameters(ctx.querystring, reportDownloadParameters);
    const { etag, parts } = await strapi.plugin('public-record').service('downloads').csv(kind, locale, filters);
    ctx.set({
      'Cache-Control': `public, max-age=${maxAge(null)}`,
      ETag: etag,
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': `attachment; filename="${file}"`,
    });
    if (etagMatches(ctx.get('If-None-Match'), etag)) {
      ctx.status = 304;
      return;
    }
    ctx.status = 200;
    ctx.body = Readable.from(parts);
  };

  async function sendCatalogue(ctx: Context, locale: string): Promise<void> {
    const feeds = strapi.plugin('portal-feeds');
    const { model, publisher } = (await feeds.service('reader').published(reportCatalogue(locale))) as {
      model: CatalogueModel;
      publisher: string;
    };
    const addresses = feeds.service('addresses');
    const answer = catalogue(model, { publisher, locale, home: addresses.home(locale), address: addresses.file });
    await sendBytes(ctx, Buffer.from(JSON.stringify(answer)), 'application/ld+json', null);
  }

  return {
    /** GET /procedure-progress */
    procedureProgress: list('procedureProgress'),

    /** GET /document-exchange */
    documentExchange: list('documentExchange'),

    /** GET /procedure-progress.csv */
    procedureProgressCsv: download('procedure-progress', 'giai-quyet-tthc.csv'),

    /** GET /document-exchange.csv */
    documentExchangeCsv: download('document-exchange', 'gui-nhan-van-ban.csv'),

    /** GET /catalog.jsonld under the contract's base path */
    async catalogue(ctx: Context) {
      await sendCatalogue(ctx, readParameters(ctx.querystring, parameters.localeOnly).locale);
    },

    /** GET /catalog.jsonld, where harvesters look */
    async catalogueAtRoot(ctx: Context) {
      await sendCatalogue(ctx, readKnownParameters(ctx.querystring, parameters.localeOnly).locale ?? DEFAULT_LOCALE);
    },
  };
};
