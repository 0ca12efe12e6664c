import { testTextCost } from '../../tests/helpers/text-cost';
import { describeFailure, isContention, isDeadlock, isDiskFull, isUnavailable } from './failures';
import { sessionOptions } from './session';

testTextCost('src/postgres', {
  timed: {
    'failures.ts#describeFailure': (text) => describeFailure({ message: text }),
    'failures.ts#isContention': (text) => isContention({ code: text }),
    'failures.ts#isDeadlock': (text) => isDeadlock({ code: text }),
    'failures.ts#isDiskFull': (text) => isDiskFull({ code: text }),
    'failures.ts#isUnavailable': (text) => [isUnavailable({ message: text }), isUnavailable({ code: text })],
    'session.ts#sessionOptions': sessionOptions,
  },
  exempt: {
    'takes names of tables, columns, schemas and channels from the code': [
      'data-rules.ts#deferredRules',
      'former-slugs.ts#formerSlugs',
      'former-slugs.ts#rowOfName',
      'instant-text.ts#instantText',
      'keep-used.ts#keepUsed',
      'listen.ts#listen',
      'reference-columns.ts#referenceColumns',
    ],
    'takes the configuration, at boot': ['read-pool.ts#createReadPool'],
  },
});
