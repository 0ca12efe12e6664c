import articleSlugs from './article-slugs';
import defaultList from './default-list';
import locales from './locales';

export default {
  'article-slugs': articleSlugs,
  'default-list': defaultList,
  locales,
};
