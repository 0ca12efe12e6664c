import type { Core } from '@strapi/strapi';
import type { CheckedArticle } from './checked-article';

type Placed<Bearer> = { start: number; end: number; written: string; bearers: Bearer[] };

export type NamedOfficial = { id: number; documentId: string; name: string; title: string | null; titles: string[] };
export type NamedTitle = { name: string; key: string };
export type NamedAgency = {
  id: number;
  documentId: string;
  name: string;
  isBorne: boolean;
  isActive: boolean;
  ended: string | null;
  successors: string[];
};

/** Who and what of the directory a text names, as returned by the directory's service `mentions`. */
export type NamedThings = {
  officials: Placed<NamedOfficial>[];
  agencies: Placed<NamedAgency>[];
  titles: Placed<NamedTitle>[];
};

export const namedThings = (strapi: Core.Strapi, { text, day, locale }: CheckedArticle): Promise<NamedThings> =>
  strapi.plugin('directory').service('mentions').inText(text, { day, locale });
