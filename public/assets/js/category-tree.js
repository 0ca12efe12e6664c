/** The tree of categories, and the way to one in it. */
import { addressOf } from './page-address.js';
import { h } from './element.js';

/** From the root to the category of this slug, both included; null when the tree lacks it. */
export function lineTo(slug, categories) {
  for (const category of categories) {
    if (category.slug === slug) return [category];
    const below = lineTo(slug, category.children);
    if (below) return [category, ...below];
  }
  return null;
}

export function categoryTree(categories) {
  const items = categories.map(({ slug, name, description, children }) =>
    h('li', {}, [
      h('a', { href: addressOf('category', slug) }, name),
      description && h('p', {}, description),
      children.length > 0 && categoryTree(children),
    ]),
  );
  return h('ul', { class: 'tree' }, items);
}
