import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import createHttpError from 'http-errors';
import type { Context } from 'koa';
import { z } from 'zod';
import { readParameters } from '../../../../../contract';
import { parsePeriod, REPORT_KINDS } from '../../../../../reports';
import { LIMITS } from '../../../../../spreadsheets';
import type { Ability } from '../../../../../strapi-internals/permissions';
import { REPORT_TYPES } from '../reports/check-report';
import type { ReportSource } from '../services/report-import';

const chosen = {
  agency: z.string().min(1).max(100).nullish(),
  period: z.string().max(20).nullish(),
  isTrial: z.boolean(),
};

/** A file's bytes in Base64, or cells that were copied. */
const body = z.union([
  z.strictObject({ file: z.base64().max(Math.ceil(LIMITS.file / 3) * 4), ...chosen }),
  z.strictObject({ text: z.string().max(LIMITS.text), ...chosen }),
]);

const templateParameters = z.object({
  period: z
    .string()
    .max(20)
    .refine((text) => parsePeriod(text) !== null)
    .describe('một tháng (2025-07), quý (2025-Q3) hoặc năm (2025)')
    .optional(),
});

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Progress = { done: number; all: number };

/** Reports from spreadsheets, by people of the panel: with their own permissions, as any write. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const service = () => strapi.plugin('public-record').service('reportImport');
  /** The imports that run on this node, by person: one each. */
  const running = new Map<number, Progress>();

  const writerOf = (ctx: Context): Ability => {
    const writer: Ability = ctx.state.userAbility;
    const mayWrite = (uid: string) => writer.can('plugin::content-manager.explorer.create', uid);
    if (!REPORT_KINDS.some((kind) => mayWrite(REPORT_TYPES[kind]))) throw new errors.PolicyError();
    return writer;
  };

  return {
    /** POST /public-record/report-imports: a file or text. Problems are in the answer; then nothing is written. */
    async create(ctx: Context) {
      const writer = writerOf(ctx);
      const request = body.safeParse((ctx.request as { body?: unknown }).body);
      if (!request.success) throw new errors.ValidationError('Cần một tệp (tối đa 4 MB) hoặc các ô đã chép.');
      const { agency, period, isTrial } = request.data;
      const source: ReportSource =
        'file' in request.data ? { bytes: Buffer.from(request.data.file, 'base64') } : { text: request.data.text };
      const { id } = ctx.state.user as { id: number };
      if (running.has(id))
        throw createHttpError(409, 'Lần nhập trước của bạn chưa xong: hãy đợi.', { name: 'ConflictError' });
      const progress = { done: 0, all: 0 };
      running.set(id, progress);
      try {
        const onProgress = (done: number, all: number) => void Object.assign(progress, { done, all });
        ctx.body = { data: await service().from(source, { agency, period, isTrial, writer, onProgress }) };
      } finally {
        running.delete(id);
      }
    },

    /** GET /public-record/report-imports: how far the person's import is; null where none runs on this node. */
    async progress(ctx: Context) {
      ctx.body = { data: running.get((ctx.state.user as { id: number }).id) ?? null };
    },

    /** GET /public-record/report-template: a spreadsheet to fill, with the agencies that the person may report for. */
    async template(ctx: Context) {
      const writer = writerOf(ctx);
      const { period } = readParameters(ctx.querystring, templateParameters);
      ctx.body = await service().template({ period, writer });
      ctx.type = XLSX;
    },
  };
};
