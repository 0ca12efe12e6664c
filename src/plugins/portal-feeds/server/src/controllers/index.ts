import agencies from './agencies';
import articles from './articles';
import categories from './categories';
import latestNews from './latest-news';
import officials from './officials';
import openapi from './openapi';
import operators from './operators';
import resolve from './resolve';
import sitemaps from './sitemaps';

export default {
  agencies,
  articles,
  categories,
  'latest-news': latestNews,
  officials,
  openapi,
  operators,
  resolve,
  sitemaps,
};
