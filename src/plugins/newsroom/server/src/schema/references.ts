import { referenceColumns } from '../../../../../postgres/reference-columns';

/** The to-one relations of this plugin's types as columns, for the indexes and queries. */
export const references = referenceColumns('newsroom', [
  { table: 'articles', attribute: 'category', from: 'article_id', to: 'category_id' },
  { table: 'articles', attribute: 'agency', from: 'article_id', to: 'agency_id' },
  { table: 'categories', attribute: 'parent', from: 'category_id', to: 'inv_category_id' },
  { table: 'latest_news_lists', attribute: 'category', from: 'latest_news_list_id', to: 'category_id' },
  { table: 'latest_news_lists', attribute: 'agency', from: 'latest_news_list_id', to: 'agency_id' },
  { table: 'pins', attribute: 'list', from: 'pin_id', to: 'latest_news_list_id' },
]);
