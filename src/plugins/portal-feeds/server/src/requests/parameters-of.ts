import { z } from 'zod';
import * as parameters from './parameters';

const paged = { limit: parameters.limit, cursor: parameters.cursor.optional() };

/** Of every path that takes a language and nothing else. */
export const anyPath = z.object({ locale: parameters.locale });

export const articles = anyPath.extend({
  category: parameters.slug.optional(),
  agency: parameters.slug.optional(),
  includePredecessors: parameters.flag.optional(),
  mentions: parameters.slug.optional(),
  official: parameters.slug.optional(),
  from: parameters.day.optional(),
  to: parameters.day.optional(),
  ...paged,
});

/** Of agencies and officials: as they stood on a day. */
export const directory = anyPath.extend({ at: parameters.day.optional() });

export const officials = directory.extend(paged);

export const resolve = z.object({ url: parameters.address, locale: parameters.locale });

export const none = z.object({});
