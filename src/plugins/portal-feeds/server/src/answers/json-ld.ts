import type { Article } from '../../../../../contract';

/** A schema.org NewsArticle. A caller that embeds it in a page must escape `<`. */
export function jsonLd(article: Omit<Article, 'metadata' | 'jsonLd'>, publisher: string): Record<string, unknown> {
  const shown = article.body.flatMap((block) => (block.type === 'image' ? [block.image] : []));
  const images = [...new Set([article.image, ...shown].flatMap((image) => image?.url ?? []))];
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.title,
    ...(article.summary && { description: article.summary }),
    datePublished: article.publishedOn,
    dateModified: article.updatedOn,
    inLanguage: article.locale,
    mainEntityOfPage: article.url,
    ...(images.length > 0 && { image: images }),
    ...(article.author && { author: { '@type': 'Person', name: article.author } }),
    ...(article.category && { articleSection: article.category.name }),
    publisher: { '@type': 'GovernmentOrganization', name: publisher },
  };
}
