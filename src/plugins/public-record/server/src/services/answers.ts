import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { RecordAnswers } from '../../../../../contract';
import type { ReportKind } from '../../../../../reports';
import { finishDirective, finishDirectiveInList } from '../answers/finish-directive';
import { finishReportRow, finishReports } from '../answers/finish-report';
import { finishProgramme, finishProgrammeInList } from '../answers/finish-programme';
import { directive, type OneDirectiveModel } from '../queries/directive';
import { directives, filtersById, type DirectivePosition, type DirectivesModel } from '../queries/directives';
import {
  reportRows,
  reportSeries,
  type ReportPosition,
  type ReportRowModel,
  type ReportsModel,
} from '../queries/report-rows';
import { REPORT_TABLES } from '../schema/report-tables';
import { programme, type OneProgrammeModel } from '../queries/programme';
import { programmes, type ProgrammePosition, type ProgrammesModel } from '../queries/programmes';

const directivePosition: z.ZodType<DirectivePosition> = z.tuple([z.string(), z.string()]);
const reportPosition: z.ZodType<ReportPosition> = z.tuple([z.string(), z.string(), z.string(), z.string()]);
const programmePosition: z.ZodType<ProgrammePosition> = z.tuple([z.int(), z.int(), z.string()]);

/** The contract's answers of the public record, by portal-feeds' reader. */
export default ({ strapi }: { strapi: Core.Strapi }): RecordAnswers => {
  const feeds = strapi.plugin('portal-feeds');
  const file = (url: string): string => feeds.service('addresses').file(url);

  const reports =
    <Kind extends ReportKind>(kind: Kind) =>
    async (locale: string, { limit, cursor, ...request }: Parameters<RecordAnswers['procedureProgress']>[1]) => {
      const { agency, from, to, by, series } = request;
      // In the order of the parameters, since a cursor is signed with them.
      const filters = { agency, from, to, by, series };
      const list = {
        path: `/${kind}`,
        filters: { locale, ...filters },
        limit,
        cursor,
        position: reportPosition,
        ...(agency !== undefined && {
          filtersById: () => feeds.service('reader').model(filtersById(locale, { agency })),
        }),
      };
      const { after, cut } = await feeds.service('lists').paging(list);
      const model: ReportsModel = await feeds
        .service('reader')
        .model(reportRows(REPORT_TABLES[kind], locale, filters, after, limit));
      const { page, nextCursor } = cut(model.rows, model.filtersById);
      return {
        answer: finishReports(kind, model, page as ReportsModel['rows'], { locale, nextCursor }),
        secondsToNextChange: null,
      };
    };

  return {
    procedureProgress: reports('procedure-progress'),
    documentExchange: reports('document-exchange'),

    async reportSeries(kind, locale, { limit, ...filters }) {
      const query = reportSeries(REPORT_TABLES[kind], locale, filters, limit);
      const rows: ReportRowModel[] = await feeds.service('reader').model(query);
      return { answer: rows.map((row) => finishReportRow(kind, row, locale)), secondsToNextChange: null };
    },

    async directives(locale, { limit, cursor, type, agency, number, from, to, q }) {
      // In the order of the parameters, since a cursor is signed with them.
      const filters = { locale, type, agency, number, from, to, q };
      const list = {
        path: '/directives',
        filters,
        limit,
        cursor,
        position: directivePosition,
        ...(agency !== undefined && {
          filtersById: () => feeds.service('reader').model(filtersById(locale, filters)),
        }),
      };
      const { after, cut } = await feeds.service('lists').paging(list);
      const found = q === undefined ? null : strapi.plugin('portal-search').service('matching').rows('directive', q);
      const statement = directives(locale, filters, after, limit, found);
      const model: DirectivesModel = await feeds.service('reader').model(statement);
      const { page, nextCursor } = cut(model.directives, model.filtersById);
      const data = (page as DirectivesModel['directives']).map((one) => finishDirectiveInList(one, locale, file));
      return {
        answer: { data, meta: { nextCursor, filters: model.filters } },
        secondsToNextChange: model.secondsToNextChange,
      };
    },

    async directive(locale, slug) {
      const model: OneDirectiveModel = await feeds.service('reader').model(directive(locale, slug));
      return (
        model && {
          answer: { data: finishDirective(model, locale, file), meta: {} },
          secondsToNextChange: model.secondsToNextChange,
        }
      );
    },

    async programmes(locale, { limit, cursor, agency }) {
      const list = {
        path: '/programmes',
        filters: { locale, agency },
        limit,
        cursor,
        position: programmePosition,
        ...(agency !== undefined && {
          filtersById: () => feeds.service('reader').model(filtersById(locale, { agency })),
        }),
      };
      const { after, cut } = await feeds.service('lists').paging(list);
      const model: ProgrammesModel = await feeds.service('reader').model(programmes(locale, { agency }, after, limit));
      const { page, nextCursor } = cut(model.programmes, model.filtersById);
      const data = (page as ProgrammesModel['programmes']).map(finishProgrammeInList);
      return {
        answer: { data, meta: { nextCursor, filters: model.filters } },
        secondsToNextChange: model.secondsToNextChange,
      };
    },

    async programme(locale, slug) {
      const model: OneProgrammeModel = await feeds.service('reader').model(programme(locale, slug));
      return (
        model && {
          answer: { data: finishProgramme(model, locale), meta: {} },
          secondsToNextChange: model.secondsToNextChange,
        }
      );
    },
  };
};
