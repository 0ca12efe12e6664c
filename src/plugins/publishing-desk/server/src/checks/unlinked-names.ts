import type { CheckedArticle, Finding } from './checked-article';
import type { NamedThings } from './named-things';

/**
 * Officials and agencies that the text names and the article is not linked to, in the order of the text. A name that
 * several have offers each of them; a former name of an agency only where no agency has it on the article's day.
 */
export function unlinkedNames(article: CheckedArticle, { officials, agencies }: NamedThings): Finding[] {
  const found = new Map<string, Finding & { start: number }>();
  for (const { start, bearers } of eachOnce(officials)) {
    for (const { id, documentId, name, title } of bearers) {
      if (article.officials.has(documentId) || found.has(documentId)) continue;
      const link = { field: 'officials' as const, id, documentId, name };
      found.set(documentId, {
        start,
        link,
        ...(title
          ? { message: 'unlinked-names.official', values: { name, title } }
          : { message: 'unlinked-names.someone', values: { name } }),
      });
    }
  }
  for (const { start, written, bearers } of eachOnce(agencies)) {
    const then = bearers.filter(({ isBorne }) => isBorne);
    for (const { id, documentId, name } of then.length > 0 ? then : bearers.filter(({ isActive }) => isActive)) {
      if (article.agencies.has(documentId) || found.has(documentId)) continue;
      const link = { field: 'agencies' as const, id, documentId, name };
      found.set(documentId, {
        start,
        link,
        ...(written === name
          ? { message: 'unlinked-names.agency', values: { name } }
          : { message: 'unlinked-names.agency-otherwise', values: { name, written } }),
      });
    }
  }
  return [...found.values()].sort((a, b) => a.start - b.start).map(({ start: _, ...finding }) => finding);
}

/** The first place of each name as it is written. */
function eachOnce<Named extends { written: string }>(places: Named[]): Named[] {
  const seen = new Set<string>();
  return places.filter(({ written }) => !seen.has(written) && seen.add(written));
}
