import { testTextCost } from '../../../tests/helpers/text-cost';
import { civilDay, civilPeriod } from './server/src/civil-day';
import { feedPath } from './server/src/feeds';
import { withQuery } from './server/src/pages/list-page';
import { localeOfPath, pagePath, pathTable } from './server/src/paths';
import { lastPart } from './server/src/problem-pages';
import { askedSpan, periodOn } from './server/src/report-periods';
import { figureText } from './server/src/report-views';
import { robotsTxt } from './server/src/robots';
import { readFooterLinks } from './server/src/site';
import { textIn } from './server/src/words';

const english = { locale: 'en', text: textIn('en') } as const;

const table = pathTable(
  {
    article: '/tin-tuc/{slug}',
    category: '/chuyen-muc/{slug}',
    official: '/can-bo/{slug}',
    agency: '/co-quan/{slug}',
    language: '/{locale}',
  },
  {},
);

testTextCost('src/plugins/portal-site', {
  timed: {
    'server/src/civil-day.ts#civilDay': (text) => civilDay(text, english),
    'server/src/civil-day.ts#civilPeriod': (text) => civilPeriod({ from: text, to: text }, english),
    'server/src/feeds.ts#feedPath': (text) => feedPath('en', 'category', text),
    'server/src/paths.ts#localeOfPath': (text) => [localeOfPath(table, text), localeOfPath(table, `/en/${text}`)],
    'server/src/paths.ts#pagePath': (text) => pagePath(table, 'article', 'en', text),
    'server/src/pages/list-page.ts#withQuery': (text) => withQuery('/tin-tuc', { cursor: text }),
    'server/src/problem-pages.ts#lastPart': (text) => [lastPart(text), lastPart(`/a/${text}.html`)],
    'server/src/report-periods.ts#askedSpan': (text) => askedSpan('quarter', text, text),
    'server/src/report-periods.ts#periodOn': (text) => [periodOn('quarter', text), periodOn('year', text)],
    'server/src/report-views.ts#figureText': (text) => [figureText(text, 'vi'), figureText(text, 'en')],
    'server/src/robots.ts#robotsTxt': robotsTxt,
    'server/src/site.ts#readFooterLinks': (text) => [readFooterLinks(text), readFooterLinks(`A|/${text}`)],
  },
  exempt: {
    'take the configuration and files of the project, at boot': [
      'server/src/config.ts#parseOptions',
      'server/src/static-files.ts#readStaticFiles',
    ],
    'take Strapi’s metadata, a language of two or a kind of two': [
      'server/src/queries/archive-months.ts#archiveMonths',
      'server/src/queries/report-choices.ts#reportChoices',
      'server/src/queries/site-settings.ts#siteSettings',
    ],
    'takes values, which PostgreSQL reads': ['server/src/queries/slugs-beginning.ts#slugsBeginning'],
    'take answers, and work on no text of them': [
      'server/src/report-periods.ts#periodTitle',
      'server/src/category-line.ts#lineTo',
      'server/src/category-line.ts#stepsToArticle',
      'server/src/page.ts#secondsToFirstChange',
      'server/src/pages/list-page.ts#listHead',
    ],
  },
});
