import type { Category } from '../../../../contract';
import type { Step } from './components/breadcrumbs';
import type { Portal } from './portal';

/** From the root to the category of this slug, both included; empty when the tree lacks it. */
export function lineTo(slug: string, categories: readonly Category[]): Category[] {
  for (const category of categories) {
    if (category.slug === slug) return [category];
    const below = lineTo(slug, category.children);
    if (below.length > 0) return [category, ...below];
  }
  return [];
}

/** The way down to an article of a category: all news, and the categories from the widest. */
export const stepsToArticle = (
  { text, to }: Portal,
  category: { slug: string } | null,
  categories: readonly Category[],
): Step[] => [
  { name: text('news'), path: to('news') },
  ...(category ? lineTo(category.slug, categories) : []).map(({ name, slug }) => ({
    name,
    path: to('category', slug),
  })),
];
