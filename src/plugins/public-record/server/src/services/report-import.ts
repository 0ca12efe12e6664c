import type { Core } from '@strapi/strapi';
import {
  parsePeriod,
  periodName,
  periodText,
  type Period,
  REPORT_KINDS,
  type ReportKind,
} from '../../../../../reports';
import { csvSheet, readSpreadsheet, UnreadableSpreadsheet, writeSpreadsheet } from '../../../../../spreadsheets';
import { permissionChecker } from '../../../../../strapi-internals/content-manager';
import type { Ability } from '../../../../../strapi-internals/permissions';
import { portalDay } from '../../../../../vietnamese';
import { AgencyNames, type KnownAgency } from '../report-import/agency-names';
import { knownAgencies, knownReports } from '../report-import/known-reports';
import { planImport } from '../report-import/plan-import';
import type { ImportProblem } from '../report-import/problems';
import { type ReadFile, type ReadReport, readReports } from '../report-import/read-reports';
import type { Defaults } from '../report-import/table-context';
import { templateSheets } from '../report-import/template';
import { REPORT_TYPES } from '../reports/check-report';

/** A spreadsheet's bytes, or cells that were copied from one. */
export type ReportSource = { bytes: Buffer } | { text: string };

export type ReportImportOptions = {
  /** Where the file does not say it: the agency by its slug or name, the period as it is stored. */
  agency?: string | null;
  period?: string | null;
  /** Reads and checks everything, and writes nothing. */
  isTrial?: boolean;
  /** The ability of the person who asks; a machine may write all. */
  writer?: Ability | null;
  onProgress?(done: number, all: number): void;
};

/** What was done, or in a trial would be; nothing is where there are problems. */
export type ReportImportResult = {
  kinds: ReportKind[];
  created: string[];
  changed: string[];
  unchanged: string[];
  /** Rows of figures in the reports. */
  rows: number;
  problems: ImportProblem[];
  moreProblems: number;
  notes: string[];
};

/** Each is a document with its version and audit entry, and all are written in one transaction. */
const MOST_REPORTS = 1_000;

const refused = (problems: ImportProblem[], more: Partial<ReportImportResult> = {}): ReportImportResult => ({
  ...{ kinds: [], created: [], changed: [], unchanged: [], rows: 0, moreProblems: 0, notes: [], ...more },
  problems,
});

const ofFile = (problem: string): ImportProblem => ({ sheet: '', row: null, column: null, problem });

class RefusedReport extends Error {
  constructor(readonly problem: ImportProblem) {
    super('A report was refused.');
  }
}

/** Reports from offices' spreadsheets, as drafts: `strapi.plugin('public-record').service('reportImport')`. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /**
   * Creates or changes the draft of each report of a file, through every rule of a write, in one transaction: one problem
   * refuses the file. Run again, it changes nothing.
   */
  async from(source: ReportSource, options: ReportImportOptions = {}): Promise<ReportImportResult> {
    const agencies = new AgencyNames(await knownAgencies(strapi));
    const defaults = defaultsOf(options, agencies);
    if ('problem' in defaults) return refused([ofFile(defaults.problem)]);
    const file = await readFile(source, agencies, defaults);
    const { reports, problems, moreProblems, notes } = file;
    if (problems.length > 0) return refused(problems, { moreProblems, notes });
    if (reports.length > MOST_REPORTS) {
      return refused([ofFile(`Tệp có ${reports.length.toLocaleString('vi')} báo cáo (mỗi cơ quan, mỗi kỳ là một): nhiều nhất ${MOST_REPORTS.toLocaleString('vi')} một lần. Hãy chia ra nhiều lần.`)]); // prettier-ignore
    }
    const plan = planImport(reports, {
      known: await knownReports(strapi, reports),
      today: portalDay(new Date()),
      mayWrite: writable(strapi, options.writer ?? null),
    });
    if (plan.problems.length > 0) return refused(plan.problems, { notes });
    const result = {
      kinds: [...new Set(reports.map(({ kind }) => kind))],
      created: plan.created.map(nameOf),
      changed: plan.changed.map(nameOf),
      unchanged: plan.unchanged.map(nameOf),
      rows: reports.reduce((sum, { rows }) => sum + rows.length, 0),
      ...{ problems, moreProblems, notes },
    };
    if (options.isTrial) return result;
    try {
      const planned = [...plan.created, ...plan.changed];
      if (planned.length > 0) await strapi.db.transaction(() => write(strapi, planned, options.onProgress));
      return result;
    } catch (error) {
      if (!(error instanceof RefusedReport)) throw error;
      return refused([error.problem], { notes });
    }
  },

  /** An XLSX file to fill, with the agencies that were there in the period and that the person may report for. */
  async template({ period, writer = null }: Pick<ReportImportOptions, 'period' | 'writer'>): Promise<Buffer> {
    const all = await knownAgencies(strapi);
    const mayWrite = writable(strapi, writer);
    const agencies = all.filter((agency) => REPORT_KINDS.some((kind) => mayWrite(kind, agency)));
    return writeSpreadsheet(templateSheets(agencies, new AgencyNames(all), period ? parsePeriod(period) : null));
  },
});

function defaultsOf({ agency, period }: ReportImportOptions, agencies: AgencyNames): Defaults | { problem: string } {
  const parsed: Period | null = period ? parsePeriod(period) : null;
  const found: readonly KnownAgency[] = agency ? agencies.find(agency, parsed) : [];
  if (agency && found.length !== 1) return { problem: `Không có một cơ quan “${agency.slice(0, 100)}”.` };
  if (period && !parsed)
    return { problem: `Kỳ “${period.slice(0, 40)}” không đúng: cần như 2025-07, 2025-Q3 hoặc 2025.` };
  return { agency: found[0] ?? null, period: parsed };
}

async function readFile(
  source: ReportSource,
  agencies: AgencyNames,
  defaults: Parameters<typeof readReports>[2],
): Promise<ReadFile> {
  try {
    const sheets = 'bytes' in source ? await readSpreadsheet(source.bytes) : [csvSheet(source.text)];
    return readReports(sheets, agencies, defaults);
  } catch (error) {
    if (!(error instanceof UnreadableSpreadsheet)) throw error;
    return { reports: [], problems: [ofFile(error.message)], moreProblems: 0, notes: [] };
  }
}

/** The pipeline decides; this tells a person in a trial, before anything of another agency's reports is looked at. */
function writable(strapi: Core.Strapi, writer: Ability | null) {
  if (!writer) return () => true;
  const allowed = (['procedure-progress', 'document-exchange'] as const).map((kind) => {
    const { cannot } = permissionChecker(strapi, writer, REPORT_TYPES[kind]);
    return [kind, (row: object) => !cannot.create(row) && !cannot.read(row) && !cannot.update(row)] as const;
  });
  const byKind = new Map<ReportKind, (row: object) => boolean>(allowed);
  return (kind: ReportKind, { documentId }: KnownAgency): boolean => byKind.get(kind)!({ agency: { documentId } });
}

const nameOf = ({ agency, period }: Pick<ReadReport, 'agency' | 'period'>): string =>
  `${agency.name}, ${periodName(period)}`;

async function write(
  strapi: Core.Strapi,
  planned: readonly ReadReport[],
  onProgress: ReportImportOptions['onProgress'],
): Promise<void> {
  for (const [index, report] of planned.entries()) {
    const { kind, agency, period, rows } = report;
    await strapi
      .plugin('public-record')
      .service('reports')
      .save(kind, { agency: agency.documentId, period: periodText(period), rows })
      .catch((error: unknown) => refuseReport(report, error));
    onProgress?.(index + 1, planned.length);
  }
}

/** What a rule of the write says, as of the report's first row. */
function refuseReport(report: ReadReport, error: unknown): never {
  const { name, message = '' } = (error ?? {}) as { name?: string; message?: string };
  if (name !== 'ValidationError' && name !== 'PolicyError') throw error;
  const problem = name === 'PolicyError' ? 'bạn không được phép ghi báo cáo của cơ quan này.' : message;
  throw new RefusedReport({ ...report.place, column: null, problem: `${nameOf(report)}: ${problem}` });
}
