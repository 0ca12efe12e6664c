import { countsOf, type ReportKind } from '../../../../reports';
import { fieldLabelKey } from '../../../../strapi-internals/panel/translation-keys';
import { wordsIn, type Word } from './programmes/words';
import { countLabels } from './reports/columns';
import { REPORT_TYPES } from './reports/document-types';
import { reportWordsIn } from './reports/words';

const PROGRAMME = 'plugin::public-record.programme';

const MEASURE: Record<string, Word> = { group: 'group', agencies: 'agencies' };

/** The words of the forms for what the fields of a programme store, by its path. */
const PROGRAMME_PARTS: Record<string, Word> = {
  ...below('targets', {
    name: 'targetName',
    nameEn: 'nameEn',
    unit: 'unit',
    unitEn: 'unitEn',
    qualifier: 'qualifier',
    'qualifier.exact': 'exact',
    'qualifier.about': 'about',
    'qualifier.atLeast': 'atLeast',
    'qualifier.atMost': 'atMost',
    increment: 'increment',
    value: 'value',
    dueYear: 'dueYear',
    baseline: 'baselineValue',
    planned: 'planned',
    actual: 'actual',
    agencies: 'agencies',
    ...below('baseline', { year: 'year', value: 'value' }),
    ...below('planned', { year: 'year', value: 'value' }),
    ...below('actual', { year: 'year', value: 'value', asOf: 'asOf', source: 'source', sourceEn: 'english' }),
  }),
  ...below('tasks', { name: 'task', ...MEASURE }),
  ...below('solutions', { name: 'solution', ...MEASURE }),
  ...below('projects', {
    name: 'projectName',
    nameEn: 'nameEn',
    agency: 'leadAgency',
    status: 'projectStatus',
    'status.planned': 'projectPlanned',
    'status.ongoing': 'projectOngoing',
    'status.finished': 'projectFinished',
    'status.stopped': 'projectStopped',
    funding: 'funding',
    ...below('funding', {
      source: 'fundingSource',
      sourceEn: 'fundingSourceEn',
      year: 'fundingYear',
      value: 'fundingValue',
      unit: 'unit',
      unitEn: 'unitEn',
    }),
  }),
  ...below('reports', { on: 'reportOn', summary: 'reportSummary', problems: 'reportProblems' }),
};

function below(field: string, words: Record<string, Word>): Record<string, Word> {
  return Object.fromEntries(Object.entries(words).map(([path, word]) => [`${field}.${path}`, word]));
}

/** The names of the parts of what custom fields store, under the keys by which the desk's history looks for them. */
export function valueLabels(locale: string): Record<string, string> {
  const words = wordsIn(locale);
  const ofReports = Object.entries(REPORT_TYPES).flatMap(([kind, type]) => [
    [fieldLabelKey(type, 'rows.field'), reportWordsIn(locale).field],
    ...countsOf(kind as ReportKind).map(({ name }) => [
      fieldLabelKey(type, `rows.${name}`),
      countLabels(kind as ReportKind, reportWordsIn(locale))[name],
    ]),
  ]);
  const ofProgrammes = Object.entries(PROGRAMME_PARTS).map(([path, word]) => [
    fieldLabelKey(PROGRAMME, path),
    words[word],
  ]);
  return Object.fromEntries([...ofReports, ...ofProgrammes]);
}
