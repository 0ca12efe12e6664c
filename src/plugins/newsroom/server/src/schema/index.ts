import { formerSlugs } from '../../../../../postgres/former-slugs';
import { mergeDefinitions, type PluginSchema } from '../../../../../postgres/versioned-schema';
import { addressKey } from './address-key';
import { addresses } from './addresses';
import { articleLinks } from './article-links';
import { articleListing } from './article-listing';
import { categories } from './categories';
import { departures } from './departures';
import { linkedFiles } from './file-uses';
import { firstPublication } from './first-publication';
import { usedRows } from './keep-used';
import { latestNewsLists } from './latest-news-lists';
import { legacyAddresses } from './legacy-addresses';
import { nextChange } from './next-change';
import { redirects } from './redirects';
import { references } from './references';
import { retractions } from './retractions';
import { ruleDefinitions, rules } from './rules';
import { steps } from './steps';
import { visibility } from './visibility';

export const schema: PluginSchema = {
  plugin: 'newsroom',
  namespace: 'newsroom',
  steps,
  rules,
  ...mergeDefinitions(
    visibility,
    addressKey,
    references,
    categories,
    formerSlugs('newsroom', ['categories', 'latest_news_lists']),
    firstPublication,
    linkedFiles,
    articleLinks,
    articleListing,
    addresses,
    legacyAddresses,
    retractions,
    departures,
    nextChange,
    latestNewsLists,
    redirects,
    ruleDefinitions,
    usedRows,
  ),
};
