import type { Article } from '../../../../../contract';

/**
 * A schema.org NewsArticle, to be printed as it is in a script element: it contains no `<`, which a title may.
 */
export function jsonLd(article: Omit<Article, 'metadata' | 'jsonLd'>, publisher: string): Record<string, unknown> {
  const shown = article.body.flatMap((block) => (block.type === 'image' ? [block.image] : []));
  const author = authorOf(article);
  const images = [...new Set([article.image, ...shown].flatMap((image) => image?.url ?? []))];
  return withoutMarkup({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.title,
    ...(article.summary && { description: article.summary }),
    datePublished: article.publishedOn,
    dateModified: article.updatedOn,
    inLanguage: article.locale,
    mainEntityOfPage: article.url,
    ...(images.length > 0 && { image: images }),
    ...(author && { author }),
    ...(article.category && { articleSection: article.category.name }),
    publisher: { '@type': 'GovernmentOrganization', name: publisher },
  });
}

/** The author, else the agency that owns the article. */
function authorOf({ author, agency }: Pick<Article, 'author' | 'agency'>): Record<string, string> | null {
  if (author) return { '@type': 'Person', name: author };
  return agency && { '@type': 'GovernmentOrganization', name: agency.name };
}

/** A script element ends at `</script`, and nothing in it is an entity: the sign that looks like `<` stands for it. */
const withoutMarkup = (value: Record<string, unknown>): Record<string, unknown> =>
  JSON.parse(JSON.stringify(value).replaceAll('<', '‹')) as Record<string, unknown>;
