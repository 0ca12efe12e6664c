import { addressKey } from './address-key';
import { addresses } from './addresses';
import { articles } from './articles';
import { articlesUnder } from './articles-under';
import { categories } from './categories';
import { firstPublication } from './first-publication';
import { latestNewsLists } from './latest-news-lists';
import { legacyAddresses } from './legacy-addresses';
import { nextChange } from './next-change';
import { pins } from './pins';
import { redirects } from './redirects';
import { references } from './references';
import { retractions } from './retractions';
import { visibility } from './visibility';

export const schema = [
  ...visibility,
  ...addressKey,
  ...references,
  ...categories,
  ...articles,
  ...firstPublication,
  ...articlesUnder,
  ...addresses,
  ...legacyAddresses,
  ...retractions,
  ...nextChange,
  ...latestNewsLists,
  ...pins,
  ...redirects,
];
