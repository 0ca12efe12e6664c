import type { Article } from '../../../../../contract';

/** Dublin Core of an article. Title, creator, date, description, publisher and identifier are never empty. */
export function metadata(article: Omit<Article, 'metadata' | 'jsonLd'>, publisher: string): Article['metadata'] {
  return {
    title: article.title,
    creator: article.author ?? article.agency?.name ?? publisher,
    date: article.publishedOn,
    description: article.summary ?? article.title,
    publisher,
    identifier: article.url,
    language: article.locale,
    source: article.source?.url ?? article.source?.name ?? null,
    contributor: article.agency?.name ?? null,
    subject: article.category?.name ?? null,
  };
}
