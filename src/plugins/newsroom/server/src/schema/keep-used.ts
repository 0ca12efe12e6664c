import { keepUsed } from '../../../../../postgres/keep-used';

/**
 * What this plugin's types refer to, also in the directory. Not articles, whose published row is deleted at each
 * publication: a pin without its article breaks a rule.
 */
export const usedRows = keepUsed('newsroom', [
  {
    table: 'categories',
    links: {
      categories_parent_lnk: 'inv_category_id',
      articles_category_lnk: 'category_id',
      latest_news_lists_category_lnk: 'category_id',
    },
  },
  { table: 'latest_news_lists', links: { pins_list_lnk: 'latest_news_list_id' } },
  {
    table: 'agencies',
    links: {
      articles_agency_lnk: 'agency_id',
      articles_agencies_lnk: 'agency_id',
      latest_news_lists_agency_lnk: 'agency_id',
    },
  },
  { table: 'officials', links: { articles_officials_lnk: 'official_id' } },
]);
