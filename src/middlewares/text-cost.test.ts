import { testTextCost } from '../../tests/helpers/text-cost';
import { escapeHtml, fillTemplate } from './portal-page/fill-template';
import { addressIn, splitLocale } from './portal-page/locales';
import { robotsTxt } from './portal-page/robots';

testTextCost('src/middlewares', {
  timed: {
    'portal-page/fill-template.ts#escapeHtml': escapeHtml,
    'portal-page/fill-template.ts#fillTemplate': (text) => [
      fillTemplate(text, {}, {}),
      fillTemplate('{{a}}', {}, { a: text }),
    ],
    'portal-page/locales.ts#addressIn': (text) => addressIn('en', text),
    'portal-page/locales.ts#splitLocale': (text) => [splitLocale(text), splitLocale(`/en/${text}`)],
    'portal-page/robots.ts#robotsTxt': robotsTxt,
  },
  exempt: {
    'takes pages and words of the project, at boot': [
      'portal-page/compose-pages.ts#composePages',
      'portal-page/feed-autodiscovery.ts#feedLinks',
    ],
  },
});
