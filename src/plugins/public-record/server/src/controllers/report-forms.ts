import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { z } from 'zod';
import { readParameters } from '../../../../../contract';
import { parsePeriod, periodText, previousPeriod, REPORT_KINDS, type ReportKind } from '../../../../../reports';
import { permissionChecker } from '../../../../../strapi-internals/content-manager';
import type { Ability } from '../../../../../strapi-internals/permissions';
import { unequalReports, unreportedAgencies } from '../queries/report-gaps';
import { reportForm } from '../queries/report-form';
import { REPORT_TYPES } from '../reports/check-report';
import { REPORT_TABLES } from '../schema/report-tables';

const documentId = z
  .string()
  .max(64)
  .regex(/^[A-Za-z0-9]+$/)
  .describe('một mã tài liệu');
const period = z
  .string()
  .max(7)
  .refine((text) => parsePeriod(text) !== null)
  .describe('một tháng (2025-07), quý (2025-Q3) hoặc năm (2025)');

const ofForm = z.object({
  agency: documentId.optional(),
  document: documentId.optional(),
  period: period.optional(),
});

const ofGaps = z.object({ period });

/** The kind that a path names, for people who may read its reports. */
function readableKind(ctx: Context): ReportKind {
  const kind = REPORT_KINDS.find((one) => one === ctx.params.kind);
  if (!kind) throw new errors.NotFoundError();
  const reader: Ability = ctx.state.userAbility;
  if (!reader.can('plugin::content-manager.explorer.read', REPORT_TYPES[kind])) throw new errors.PolicyError();
  return kind;
}

/** What people who enter reports see beside them. It shows what is public, and of drafts those that the person may read. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /**
   * GET /public-record/reports/{kind}/gaps?period=: of the agencies whose reports the person may read, those that have not
   * published the period, and the published quarters and years of its year that are not the sums of their parts.
   */
  async gaps(ctx: Context) {
    const kind = readableKind(ctx);
    const { period: text } = readParameters(ctx.querystring, ofGaps);
    const asked = parsePeriod(text)!;
    const { can } = permissionChecker(strapi, ctx.state.userAbility, REPORT_TYPES[kind]);
    const mayRead = ({ agency }: { agency: string }) => can.read({ agency: { documentId: agency } });
    const tables = REPORT_TABLES[kind];
    const unreported = await unreportedAgencies(strapi, tables, ctx.state.userAbility, { ...asked, text });
    const unequal = await unequalReports(strapi, tables, Number(asked.from.slice(0, 4)));
    ctx.body = {
      data: {
        unreported: unreported
          .filter(mayRead)
          .map((one) => ({ ...one, mayCreate: can.create({ agency: { documentId: one.agency } }) })),
        unequal: unequal.filter(mayRead),
      },
    };
  },

  /**
   * GET /public-record/reports/{kind}/form?agency=&document=&period=: the report of the period before, the fields that the
   * agency has reported, and the editions of the report. Without an agency it is the report's, else the person's own.
   */
  async form(ctx: Context) {
    const kind = readableKind(ctx);
    const { agency, document, period: asked } = readParameters(ctx.querystring, ofForm);
    const read = asked === undefined ? null : parsePeriod(asked);
    const { can } = permissionChecker(strapi, ctx.state.userAbility, REPORT_TYPES[kind]);
    const own: string | null = document === undefined ? (ctx.state.user.agency ?? null) : null;
    const office = agency ?? own;
    const mayRead = office === null || can.read({ agency: { documentId: office } });
    ctx.body = {
      data: await reportForm(strapi, REPORT_TABLES[kind], ctx.state.userAbility, {
        agency: office,
        document: document ?? null,
        previous: read && periodText(previousPeriod(read)),
        editionsOf: mayRead ? (asked ?? null) : null,
      }),
    };
  },
});
