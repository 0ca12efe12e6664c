import type { Core } from '@strapi/strapi';

export const ARTICLE = 'plugin::newsroom.article';

type Parameters = Record<string, unknown>;
export type ArticleRow = { documentId: string; [attribute: string]: unknown };

/** The document service of articles, as the importer uses it. */
type Articles = {
  create(parameters: Parameters): Promise<ArticleRow>;
  update(parameters: Parameters): Promise<ArticleRow | null>;
  publish(parameters: Parameters): Promise<unknown>;
  findOne(parameters: Parameters): Promise<ArticleRow | null>;
};

// The generated types may be older than the schema that runs; what is written is checked by the documents themselves.
export const articles = (strapi: Core.Strapi): Articles => strapi.documents(ARTICLE as never) as unknown as Articles;
