import { testTextCost } from '../../../tests/helpers/text-cost';
import { messagesIn } from './admin/src/messages';
import { valueLabels } from './admin/src/value-labels';
import { finishDirective } from './server/src/answers/finish-directive';
import { countPdfPages } from './server/src/directives/count-pdf-pages';
import { columnOf, headingOf, TEMPLATE } from './server/src/import/columns';
import { byName } from './server/src/import/named-rows';
import { listProblems, parsedJson } from './server/src/json-values';
import { readList } from './server/src/import/read-list';
import { parsePeriod } from '../../reports';
import { csvSheet } from '../../spreadsheets';
import { AgencyNames } from './server/src/report-import/agency-names';
import { columnRole } from './server/src/report-import/column-roles';
import {
  mayEndSo,
  mentionedPeriods,
  namesDays,
  namesParts,
  periodOf,
  periodOfName,
  periodOfYear,
  rangeOf,
  saysRunningTotal,
} from './server/src/report-import/read-period';
import { readReports } from './server/src/report-import/read-reports';
import { numbering } from './server/src/report-import/row-levels';
import { namesAgency } from './server/src/report-import/table-context';
import { finishDirectiveFeed } from './server/src/syndication/finish-feed';

const file = (url: string) => `https://cms.example${url}`;
const place = { address: 'https://cms.example/feeds/directives', query: '', page: 'https://portal.example/van-ban' };
const directiveOf = (text: string) => ({
  id: 'a',
  number: text,
  abstract: text,
  fields: text,
  recipients: text,
  signer: { name: text, posts: [{ title: text, titleEn: text, kind: 'full' }] },
  publicFrom: '2021-02-19T10:17:00.000Z',
  files: [{ url: '/a', name: text, mime: 'application/pdf', size: 1, pages: 1 }],
});

const REPORT_HEADING = 'Cơ quan,Kỳ,Lĩnh vực,Văn bản gửi,Văn bản nhận,Văn bản ký số,Văn bản xử lý đúng hạn';

testTextCost('src/plugins/public-record', {
  timed: {
    'admin/src/messages.ts#messagesIn': messagesIn,
    'admin/src/value-labels.ts#valueLabels': valueLabels,
    'server/src/directives/count-pdf-pages.ts#countPdfPages': (text) => countPdfPages(Buffer.from(`%PDF-${text}`)),
    'server/src/answers/finish-directive.ts#finishDirective': (text) =>
      finishDirective(directiveOf(text) as never, 'vi', file),
    'server/src/json-values.ts#listProblems': (text) => listProblems([{ message: text }]),
    'server/src/json-values.ts#parsedJson': parsedJson,
    'server/src/import/columns.ts#columnOf': columnOf,
    'server/src/import/columns.ts#headingOf': headingOf,
    'server/src/import/named-rows.ts#byName': (text) => byName([{ documentId: 'a', name: text, slug: text }], text),
    'server/src/import/read-list.ts#readList': (text) => [readList(text), readList(`${TEMPLATE}"${text}`)],
    'server/src/report-import/column-roles.ts#columnRole': (text) => columnRole('procedure-progress', [text]),
    'server/src/report-import/read-period.ts#mayEndSo': (text) => mayEndSo(text, parsePeriod('2025-07')!),
    'server/src/report-import/read-period.ts#mentionedPeriods': mentionedPeriods,
    'server/src/report-import/read-period.ts#namesDays': namesDays,
    'server/src/report-import/read-period.ts#namesParts': namesParts,
    'server/src/report-import/read-period.ts#periodOfName': (text) => periodOfName(text, '2025'),
    'server/src/report-import/read-period.ts#periodOf': periodOf,
    'server/src/report-import/read-period.ts#periodOfYear': (text) => periodOfYear('month', text, text),
    'server/src/report-import/read-period.ts#rangeOf': rangeOf,
    'server/src/report-import/read-period.ts#saysRunningTotal': saysRunningTotal,
    'server/src/report-import/row-levels.ts#numbering': numbering,
    'server/src/report-import/table-context.ts#namesAgency': (text) => namesAgency(text, new AgencyNames([])),
    'server/src/report-import/read-reports.ts#readReports': (text) =>
      readReports([csvSheet(`${REPORT_HEADING}\n${text}`)], new AgencyNames([]), { agency: null, period: null }),
    'server/src/syndication/finish-feed.ts#finishDirectiveFeed': (text) =>
      finishDirectiveFeed({ entries: [directiveOf(text)], removed: [], lastRemovedOn: null } as never, 'vi', place, {
        addresses: { page: (slug) => slug, file },
        publisher: text,
      }),
  },
  exempt: {
    'copies the texts that it is given into an answer': [
      'server/src/answers/finish-directive.ts#finishDirectiveInList',
      'server/src/answers/finish-programme.ts#finishProgramme',
      'server/src/answers/finish-report.ts#finishReportRow',
      'server/src/answers/finish-report.ts#finishReports',
    ],
    'shortens the texts of a cell for a message': [
      'server/src/report-import/problems.ts#columnName',
      'server/src/report-import/table-context.ts#unknownAgency',
    ],
    'writes a statement, of a row source that the code names': ['server/src/schema/report-tables.ts#countsJson'],
    'goes through the targets of one programme': ['server/src/programmes/unreported-years.ts#unreportedTargets'],
  },
  // Statements: the texts that they are given are values, which PostgreSQL reads.
  // Forms of the panel: what they are given is one person's own.
  leftOut: ['server/src/queries', 'admin/src/programmes', 'admin/src/reports'],
});
