import { testTextCost } from '../../../tests/helpers/text-cost';
import { civilDay, civilPeriod } from './server/src/civil-day';
import { localeOfPath } from './server/src/locales';
import { withQuery } from './server/src/pages/list-page';
import { robotsTxt } from './server/src/robots';
import { textIn } from './server/src/words';

const english = { locale: 'en', text: textIn('en') } as const;

testTextCost('src/plugins/portal-site', {
  timed: {
    'server/src/civil-day.ts#civilDay': (text) => civilDay(text, english),
    'server/src/civil-day.ts#civilPeriod': (text) => civilPeriod({ from: text, to: text }, english),
    'server/src/locales.ts#localeOfPath': (text) => [localeOfPath(text), localeOfPath(`/en/${text}`)],
    'server/src/pages/list-page.ts#withQuery': (text) => withQuery('/tin-tuc', { cursor: text }),
    'server/src/robots.ts#robotsTxt': robotsTxt,
  },
  exempt: {
    'take the configuration and files of the project, at boot': [
      'server/src/config.ts#parseOptions',
      'server/src/static-files.ts#readStaticFiles',
    ],
    'take answers, and work on no text of them': [
      'server/src/page.ts#secondsToFirstChange',
      'server/src/pages/list-page.ts#listHead',
    ],
  },
});
