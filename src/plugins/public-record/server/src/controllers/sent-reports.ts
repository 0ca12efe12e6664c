import { isDeepStrictEqual } from 'node:util';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import createHttpError from 'http-errors';
import type { Context } from 'koa';
import { z } from 'zod';
import { parsePeriod, REPORT_KINDS, type ReportKind } from '../../../../../reports';
import { currentRequest, signInOf } from '../../../../../strapi-internals/request-caller';
import type { Options } from '../config';
import { listProblems } from '../json-values';
import { agencyNamed } from '../queries/agency-reference';
import { REPORT_TYPES } from '../reports/check-report';
import type { SavedReport } from '../services/reports';

const LONGEST_NOTE = 1_000;
const ROWS = '“rows” cần một danh sách có ít nhất một dòng số liệu';
const NOTE = `“correction” cần một đoạn văn từ 1 đến ${LONGEST_NOTE.toLocaleString('vi')} ký tự, hoặc không gửi`;

const body = z.strictObject(
  {
    rows: z.array(z.unknown(), ROWS).min(1, ROWS),
    correction: z.string(NOTE).trim().min(1, NOTE).max(LONGEST_NOTE, NOTE).optional(),
  },
  {
    error: ({ code }) =>
      `Nội dung gửi cần một đối tượng JSON ${code === 'unrecognized_keys' ? 'chỉ ' : ''}có “rows”, và “correction” khi đính chính`,
  },
);

type Stored = { publishedAt: unknown; rows: unknown; reviewState?: string | null };
type Named = { id: string; slug: string };

/** Reports of one-stop systems, each with a token that is bound to an agency. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const named = async (agency: string): Promise<Named | undefined> => {
    const { rows } = await strapi.db.connection.raw<{ rows: Named[] }>(agencyNamed, { agency });
    return rows[0];
  };

  /** What the token of a request may report; null for every other caller. */
  function permitted(): Options['reportTokens'][string] | null {
    const state = currentRequest(strapi)?.state ?? {};
    if (signInOf(state) !== 'api-token') return null;
    const { reportTokens } = strapi.config.get<Options>('plugin::public-record');
    const name = state.auth?.credentials?.name ?? '';
    return Object.hasOwn(reportTokens, name) ? reportTokens[name]! : null;
  }

  /** Publishes the draft that was saved, or has it wait for an approver; what is public already stays as it is. */
  async function passOn(kind: ReportKind, { documentId, outcome }: SavedReport, mayPublish: boolean): Promise<string> {
    const type = REPORT_TYPES[kind];
    const stored: Stored[] = await strapi.db.query(type).findMany({ where: { documentId } });
    const draft = stored.find(({ publishedAt }) => !publishedAt);
    const isPublic = stored.some(({ publishedAt, rows }) => publishedAt && isDeepStrictEqual(rows, draft?.rows));
    if (isPublic) return 'published';
    if (mayPublish) {
      await strapi.documents(type as (typeof REPORT_TYPES)['procedure-progress']).publish({ documentId });
      return 'published';
    }
    if (outcome !== 'unchanged' && draft?.reviewState !== 'submitted') {
      await strapi.plugin('publishing-desk')?.service('review').take('submit', { type, documentId, locale: '' }, null);
    }
    return 'draft';
  }

  return {
    /** PUT /api/public-record/v1/reports/{kind}/{agency}/{period}: rows, correction */
    async put(ctx: Context) {
      const { kind, agency: name, period } = ctx.params as { kind: ReportKind; agency: string; period: string };
      const token = permitted();
      const [own, asked] = token ? await Promise.all([named(token.agency), named(name)]) : [];
      // One answer for an agency of others and for one that is unknown.
      if (!token || !own || own.id !== asked?.id) {
        // Strapi answers a ForbiddenError of a public route without its message.
        throw createHttpError(403, 'Mã truy cập này không được gửi báo cáo của cơ quan này.', {
          name: 'ForbiddenError',
        });
      }
      if (!REPORT_KINDS.includes(kind))
        throw new errors.NotFoundError(`Loại báo cáo: một trong ${REPORT_KINDS.join(', ')}.`);
      if (!parsePeriod(period)) {
        throw new errors.ValidationError(
          'Kỳ báo cáo không đúng: cần một tháng (2025-07), quý (2025-Q3) hoặc năm (2025).',
          { parameter: 'period' },
        );
      }
      const sent = body.safeParse(ctx.request.body ?? {});
      if (!sent.success) throw new errors.ValidationError(listProblems(sent.error.issues));

      strapi.plugin('publishing-desk')?.service('tokens').admit();
      const { documentId, outcome, status } = await strapi.db.transaction(async () => {
        const report = { agency: own.id, period, ...sent.data };
        const saved: SavedReport = await strapi.plugin('public-record').service('reports').save(kind, report);
        return { ...saved, status: await passOn(kind, saved, token.publish ?? false) };
      });
      ctx.status = outcome === 'created' ? 201 : 200;
      ctx.set('Cache-Control', 'no-store');
      ctx.body = {
        data: {
          id: documentId,
          kind,
          agency: own.slug,
          period,
          outcome,
          status,
        },
      };
    },
  };
};
