import type { Core } from '@strapi/strapi';
import { importPage } from '../articles/import-page';
import { directoryNames } from '../names/directory-names';
import type { CapturedPage, ListLine } from '../pages/captured-page';
import { PageRefused } from '../pages/page-refused';
import { publishedOn } from '../pages/time-of-day';
import type { RunReport } from '../report/run-report';
import { distinctPages } from '../run/distinct-pages';
import { listFiles } from '../run/list-files';
import { readPageFile } from '../run/read-file';

/** Called after each file: `reading` comes before `writing`, since other pages' lists give the times. */
export type Progress = (step: { phase: 'reading' | 'writing'; done: number; total: number }) => void;

export type RunOptions = { dryRun?: boolean; onProgress?: Progress };

function reasonOf(error: unknown): string {
  if (error instanceof PageRefused) return error.message;
  return `không ghi được: ${error instanceof Error ? error.message : String(error)}`;
}

/** The importer of old pages: `strapi.plugin('legacy-import').service('importer')`. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /**
   * Imports captured pages as published articles, each in its own transaction. A page that cannot be
   * read or written is reported, and the run continues. No address is ever fetched.
   *
   * @param paths files and folders
   */
  async run(paths: string[], { dryRun = false, onProgress = () => undefined }: RunOptions = {}): Promise<RunReport> {
    const { files, refused } = await listFiles(paths);
    const captures: { file: string; page: CapturedPage }[] = [];
    for (const [index, file] of files.entries()) {
      const read = await readPageFile(file);
      if ('page' in read) captures.push(read);
      else refused.push(read);
      onProgress({ phase: 'reading', done: index + 1, total: files.length });
    }

    const { pages, repeated } = distinctPages(captures);
    const lines: ListLine[] = captures.flatMap(({ page }) => page.list);
    const names = await directoryNames(strapi);
    const report: RunReport = { dryRun, pages: [], refused, repeated };
    for (const [index, { file, page }] of pages.entries()) {
      try {
        const imported = await importPage(strapi, { file, page, time: publishedOn(page, lines) }, { dryRun, names });
        report.pages.push({ ...imported, file, title: page.title, guesses: page.guesses });
      } catch (error) {
        refused.push({ file, reason: reasonOf(error) });
      }
      onProgress({ phase: 'writing', done: index + 1, total: pages.length });
    }
    return report;
  },
});
