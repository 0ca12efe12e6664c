import { addresses } from './addresses';
import { articles } from './articles';
import { categories } from './categories';
import { firstPublication } from './first-publication';
import { latestNewsLists } from './latest-news-lists';
import { nextChange } from './next-change';
import { redirects } from './redirects';
import { references } from './references';
import { visibility } from './visibility';

export const schema = [
  ...visibility,
  ...references,
  ...categories,
  ...articles,
  ...firstPublication,
  ...addresses,
  ...nextChange,
  ...latestNewsLists,
  ...redirects,
];
