import answers from './answers';
import documents from './documents';
import matching from './matching';
import noResultSearches from './no-result-searches';
import panel from './panel';

export default { answers, documents, matching, 'no-result-searches': noResultSearches, panel };
