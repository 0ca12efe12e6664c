import article from './article/schema.json';
import category from './category/schema.json';
import latestNewsList from './latest-news-list/schema.json';
import pin from './pin/schema.json';
import redirect from './redirect/schema.json';

export default {
  article: { schema: article },
  category: { schema: category },
  'latest-news-list': { schema: latestNewsList },
  pin: { schema: pin },
  redirect: { schema: redirect },
};
