import { testTextCost } from '../../tests/helpers/text-cost';
import { sessionOptions } from './session';

testTextCost('src/postgres', {
  timed: { 'session.ts#sessionOptions': sessionOptions },
  exempt: {
    'takes names of tables, schemas and channels from the code': [
      'data-rules.ts#deferredRules',
      'former-slugs.ts#formerSlugs',
      'keep-used.ts#keepUsed',
      'listen.ts#listen',
      'reference-columns.ts#referenceColumns',
    ],
    'takes the configuration, at boot': ['read-pool.ts#createReadPool'],
  },
});
