import { localName, localText } from './card';

export type CategoryModel = {
  id: string;
  parent: string | null;
  slug: string;
  name: string;
  description: string | null;
};

/** All categories, flat, in the order of the tree's siblings. */
export function categories(locale: string) {
  const text = `
    SELECT coalesce(json_agg(json_build_object(
        'id', category.document_id, 'parent', parent.document_id, 'slug', category.slug,
        'name', ${localName('category', '$1')},
        'description', ${localText('category', 'description', '$1')})
      ORDER BY category.rank, category.name COLLATE "vi-x-icu", category.document_id), '[]') AS model
      FROM categories category LEFT JOIN categories parent ON parent.id = category.parent_ref`;
  return { text, values: [locale] };
}
