import noResultSearches from './no-result-searches';
import search from './search';

export default { 'no-result-searches': noResultSearches, search };
