import type { ProcedureProgress, ProcedureProgressRow, RecordAnswers } from '../../../../contract';
import type { CountName, ReportKind } from '../../../../reports';
import { formatAmount } from '../../../../vietnamese';
import type { ReportSource } from './queries/report-choices';
import type { Word } from './words';

export type Figure =
  CountName<ReportKind> | 'resolved' | 'pending' | 'onTimeShare' | 'onlineShare' | 'digitallySignedShare';

/** Counts are numbers, shares decimal strings of per cent; null is unknown. Of the other kind of report there are none. */
export type Figures = { [Name in Figure]?: Name extends `${string}Share` ? string | null : number | null };

/** A row of either kind of report. */
export type ReportRow = Figures & Pick<ProcedureProgressRow, 'agency' | 'field' | 'period' | 'corrections' | 'display'>;

/** The answer of either kind. */
export type ReportAnswer = {
  data: ReportRow[];
  meta: Omit<ProcedureProgress['meta'], 'totals'> & { totals: Figures };
};

type ShownFigure = { figure: Figure; word: Word; detail?: { figure: Figure; word: Word } };
type ChartPart = { figure: Figure & CountName<ReportKind>; word: Word; look: 'solid' | 'tint' | 'hatched' };

/** How the pages show a kind of report. */
export type ReportView = {
  /** Its page, and the word that names it. */
  page: 'procedures' | 'exchange';
  answer: keyof RecordAnswers & ('procedureProgress' | 'documentExchange');
  source: ReportSource;
  kind: ReportKind;
  description: Word;
  /** What `onTimeShare` is a share of, after the figure; and its name. */
  share: Word;
  shareName: Word;
  chartTitle: Word;
  totals: readonly ShownFigure[];
  /** In the order of the paper form; columns of one heading are one group. */
  columns: readonly { group: Word | null; columns: readonly { figure: Figure; word: Word }[] }[];
  /** The bars of a period, each from the bottom up. */
  bars: readonly (readonly ChartPart[])[];
};

const alone = (figure: Figure, word: Word) => ({ group: null, columns: [{ figure, word }] });

/** By the names of their pages. */
export const REPORT_VIEWS: Record<'procedures' | 'exchange', ReportView> = {
  procedures: {
    page: 'procedures',
    answer: 'procedureProgress',
    source: 'procedure',
    kind: 'procedure-progress',
    description: 'proceduresDescription',
    share: 'resolvedInTime',
    shareName: 'shareInTime',
    chartTitle: 'proceduresChart',
    totals: [
      {
        ...{ figure: 'received', word: 'dossiersReceived' },
        detail: { figure: 'onlineShare', word: 'ofTheseOnline' },
      },
      { figure: 'carriedOver', word: 'carriedOver' },
      { figure: 'resolved', word: 'resolved', detail: { figure: 'resolvedLate', word: 'ofTheseLate' } },
      { figure: 'pending', word: 'pending', detail: { figure: 'pendingOverdue', word: 'ofTheseLate' } },
      { figure: 'returned', word: 'returned' },
    ],
    columns: [
      {
        group: 'dossiersReceived',
        columns: [
          { figure: 'received', word: 'inPeriod' },
          { figure: 'receivedOnline', word: 'online' },
          { figure: 'carriedOver', word: 'fromBefore' },
        ],
      },
      {
        group: 'resolved',
        columns: [
          { figure: 'resolved', word: 'countTotal' },
          { figure: 'resolvedEarly', word: 'early' },
          { figure: 'resolvedOnTime', word: 'onTime' },
          { figure: 'resolvedLate', word: 'late' },
        ],
      },
      {
        group: 'pending',
        columns: [
          { figure: 'pending', word: 'countTotal' },
          { figure: 'pendingInTime', word: 'notYetDue' },
          { figure: 'pendingOverdue', word: 'late' },
        ],
      },
      alone('returned', 'returned'),
      alone('onTimeShare', 'shareInTime'),
    ],
    bars: [
      [
        { figure: 'resolvedEarly', word: 'resolvedEarly', look: 'solid' },
        { figure: 'resolvedOnTime', word: 'resolvedOnTime', look: 'tint' },
        { figure: 'resolvedLate', word: 'resolvedLate', look: 'hatched' },
      ],
    ],
  },
  exchange: {
    page: 'exchange',
    answer: 'documentExchange',
    source: 'exchange',
    kind: 'document-exchange',
    description: 'exchangeDescription',
    share: 'processedOnTime',
    shareName: 'shareOnTime',
    chartTitle: 'exchangeChart',
    totals: [
      { figure: 'sent', word: 'documentsSent' },
      { figure: 'received', word: 'documentsReceived' },
      {
        ...{ figure: 'digitallySigned', word: 'digitallySigned' },
        detail: { figure: 'digitallySignedShare', word: 'ofSentAndReceived' },
      },
      { figure: 'onTime', word: 'documentsOnTime' },
    ],
    columns: [
      alone('sent', 'documentsSent'),
      alone('received', 'documentsReceived'),
      {
        group: 'digitallySigned',
        columns: [
          { figure: 'digitallySigned', word: 'countTotal' },
          { figure: 'digitallySignedShare', word: 'countShare' },
        ],
      },
      {
        group: 'documentsOnTime',
        columns: [
          { figure: 'onTime', word: 'countTotal' },
          { figure: 'onTimeShare', word: 'countShare' },
        ],
      },
    ],
    bars: [
      [{ figure: 'sent', word: 'documentsSent', look: 'solid' }],
      [{ figure: 'received', word: 'documentsReceived', look: 'tint' }],
    ],
  },
};

/** `1.234`, `98,50%`; a dash for what is unknown. */
export function figureText(value: number | string | null | undefined, locale: string): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'number') return formatAmount({ value: String(value), unit: '' }, locale);
  return `${locale === 'en' ? value : value.replace('.', ',')}%`;
}
