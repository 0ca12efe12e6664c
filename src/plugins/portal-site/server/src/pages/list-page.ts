import { parameters } from '../../../../../contract';
import type { Head } from '../page';
import type { PageName } from '../paths';
import type { Portal } from '../portal';

/** Items of a page of a list. */
export const LIST_LIMIT = 10;

export const cursorOnly = { cursor: parameters.cursor.optional() };

/** A path with these parameters; those that are not given are left out. */
export function withQuery(path: string, given: Record<string, string | null | undefined>): string {
  const query = new URLSearchParams(Object.entries(given).flatMap(([name, value]) => (value ? [[name, value]] : [])));
  return query.size > 0 ? `${path}?${query}` : path;
}

/**
 * The head of a page with one address in each language. Robots keep the first page of a list alone, since cursors of the
 * others come and go.
 */
export function listHead(
  { locales, locale, text, to, absolute }: Portal,
  page: { name: PageName; slug?: string; query?: Record<string, string | undefined>; cursor?: string | undefined },
  { title, description, feed, jsonLd }: Pick<Head, 'title' | 'description' | 'feed' | 'jsonLd'>,
): Head {
  const urlIn = (one: (typeof locales)[number]) => absolute(withQuery(to(page.name, page.slug, one), page.query ?? {}));
  return {
    title: page.cursor ? text('furtherPage', { title }) : title,
    description,
    canonical: page.cursor ? null : urlIn(locale),
    alternates: locales.map((one) => ({ locale: one, url: urlIn(one) })),
    ...(feed && { feed }),
    ...(jsonLd && { jsonLd }),
  };
}
