import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { DirectiveFilters, Directives, OneDirective, TimedAnswer } from '../../../../../contract';
import { finishDirective, finishDirectiveInList } from '../answers/finish-directive';
import { directive, type OneDirectiveModel } from '../queries/directive';
import { directives, type DirectivePosition, type DirectivesModel } from '../queries/directives';

type Paging = { limit: number; cursor?: string | undefined };

const directivePosition: z.ZodType<DirectivePosition> = z.tuple([z.string(), z.string()]);

/**
 * The contract's answers of the public record, for code in the same process: what `GET` of each path answers, without
 * HTTP. Null where the path would be a 301, 404 or 410. Each rejects with a ValidationError (400) for a locale that is
 * not enabled or a cursor of another list, and with ServiceUnavailable (503) while the database is unavailable. They need
 * portal-feeds.
 */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const feeds = strapi.plugin('portal-feeds');
  const file = (url: string): string => feeds.service('addresses').file(url);

  return {
    /** `/directives`; the parameters are parsed. */
    async directives({
      locale,
      limit,
      cursor,
      type,
      agency,
      number,
      from,
      to,
    }: { locale: string } & DirectiveFilters & Paging): Promise<TimedAnswer<Directives>> {
      // In the order of the parameters, since a cursor is signed with them.
      const filters = { locale, type, agency, number, from, to };
      const list = { path: '/directives', filters, limit, cursor, position: directivePosition };
      const { after, cut } = feeds.service('lists').paging(list);
      const model: DirectivesModel = await feeds.service('reader').model(directives(locale, filters, after, limit));
      const { page, nextCursor } = cut(model.directives);
      const data = (page as DirectivesModel['directives']).map((one) => finishDirectiveInList(one, locale, file));
      return {
        answer: { data, meta: { nextCursor, filters: model.filters } },
        secondsToNextChange: model.secondsToNextChange,
      };
    },

    /** `/directives/{slug}` */
    async directive(slug: string, locale: string): Promise<TimedAnswer<OneDirective> | null> {
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
