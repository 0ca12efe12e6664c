import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { RecordAnswers } from '../../../../../contract';
import { finishDirective, finishDirectiveInList } from '../answers/finish-directive';
import { directive, type OneDirectiveModel } from '../queries/directive';
import { directives, filtersById, type DirectivePosition, type DirectivesModel } from '../queries/directives';

const directivePosition: z.ZodType<DirectivePosition> = z.tuple([z.string(), z.string()]);

/** The contract's answers of the public record, by portal-feeds' reader. */
export default ({ strapi }: { strapi: Core.Strapi }): RecordAnswers => {
  const feeds = strapi.plugin('portal-feeds');
  const file = (url: string): string => feeds.service('addresses').file(url);

  return {
    async directives(locale, { limit, cursor, type, agency, number, from, to }) {
      // In the order of the parameters, since a cursor is signed with them.
      const filters = { locale, type, agency, number, from, to };
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
      const model: DirectivesModel = await feeds.service('reader').model(directives(locale, filters, after, limit));
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
  };
};
