import { DEFAULT_LIST } from '../default-list';
import article from './article/schema.json';
import category from './category/schema.json';
import latestNewsList from './latest-news-list/schema.json';
import pin from './pin/schema.json';
import redirect from './redirect/schema.json';

/** A JSON file cannot import the constant. */
const size = { ...latestNewsList.attributes.size, default: DEFAULT_LIST.size };

export default {
  article: { schema: article },
  category: { schema: category },
  'latest-news-list': {
    schema: { ...latestNewsList, attributes: { ...latestNewsList.attributes, size } },
  },
  pin: { schema: pin },
  redirect: { schema: redirect },
};
