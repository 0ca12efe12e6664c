import { testTextCost } from '../../../tests/helpers/text-cost';
import { noResultWordsIn } from './admin/src/no-results/words';
import { excerptOf } from './server/src/answers/excerpt';
import { suggestionFrom } from './server/src/answers/suggestion';
import { wordsOf } from './server/src/answers/words';
import { parseQuery } from './server/src/requests/parse-query';

testTextCost('src/plugins/portal-search', {
  timed: {
    'admin/src/no-results/words.ts#noResultWordsIn': noResultWordsIn,
    'server/src/answers/excerpt.ts#excerptOf': (text) => excerptOf(text, [['a'], ['nguyen', 'van an']]),
    'server/src/answers/words.ts#wordsOf': wordsOf,
    'server/src/requests/parse-query.ts#parseQuery': parseQuery,
    // A query and the names of a document are short: portal_search.names_key cuts them.
    'server/src/answers/suggestion.ts#suggestionFrom': (text) =>
      suggestionFrom(text.slice(0, 300), text.slice(0, 1_000)),
  },
  // Statements: the texts that they are given are values, which PostgreSQL reads.
  leftOut: ['server/src/queries', 'server/src/schema'],
});
