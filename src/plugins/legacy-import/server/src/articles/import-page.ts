import type { Core } from '@strapi/strapi';
import { importLockKey } from '../../../../../postgres/lock-keys';
import { digestOf, sorted } from '../digest';
import type { NamesFound } from '../names/match-names';
import { toText } from '../../../../../body/render/to-text';
import type { CapturedPage } from '../pages/captured-page';
import { identityOf } from '../pages/identity';
import { PageRefused } from '../pages/page-refused';
import type { PublishedOn } from '../pages/time-of-day';
import { decide } from './decide';
import { knownPage } from './known-page';
import { digestsBySource, findPictures, type PagePicture, withFiles } from './page-pictures';
import { keepRefusedVersion, writePage } from './write-page';

/** A page of a run, with the instant found for it. */
type PageOfRun = { file: string; page: CapturedPage; time: PublishedOn };

/** What became of a page. `time` is the instant its article has, `lost` how many figures have no file. */
export type Imported = {
  kind: 'created' | 'updated' | 'unchanged' | 'conflict';
  time: PublishedOn;
  reason: string | null;
  ambiguous: string[];
  lost: number;
  failedPictures: string[];
};

type ImportOptions = { dryRun: boolean; names: (text: string, day: string) => NamesFound };

const KINDS = { create: 'created', update: 'updated', unchanged: 'unchanged', conflict: 'conflict' } as const;

function digestOfPage({ title, day, author, body }: CapturedPage, pictures: PagePicture[]): string {
  return digestOf(sorted({ title, day, author, body, pictures: pictures.map(({ digest }) => digest) }));
}

/** The editor's own check, before anything is written: also a trial run says what would be refused. */
function refuseBadBody(strapi: Core.Strapi, body: unknown): void {
  const checked: { ok: boolean; problems?: { message: string }[] } = strapi
    .plugin('body-editor')
    .service('body')
    .check(body);
  if (!checked.ok) throw new PageRefused(checked.problems?.[0]?.message ?? 'nội dung không hợp lệ');
}

/**
 * Brings one page in, in a transaction of its own: all of it or nothing. In a trial run nothing is written.
 *
 * @throws PageRefused, and whatever refuses the article
 */
export async function importPage(
  strapi: Core.Strapi,
  { file, page, time }: PageOfRun,
  options: ImportOptions,
): Promise<Imported> {
  refuseBadBody(strapi, page.body);
  return strapi.db.transaction(async ({ trx }) => {
    // Runs of the importer write one page at a time between them.
    await trx.raw('SELECT pg_advisory_xact_lock(?, ?)', [...importLockKey]);
    const known = await knownPage(strapi, identityOf(page));
    const pictures = await findPictures(file, page, known);
    const pageDigest = digestOfPage(page, pictures);
    const decision = await decide(strapi, page, known, time, pageDigest);
    const names = options.names(`${page.title}\n${toText(page.body)}`, page.day);

    const result: Imported = {
      kind: KINDS[decision.kind],
      time: decision.time,
      reason: decision.kind === 'conflict' ? decision.reason : null,
      ambiguous: names.ambiguous,
      lost: pictures.filter(({ digest }) => digest === null).length,
      failedPictures: [],
    };
    const writing = {
      page,
      body: page.body,
      time: decision.time,
      names,
      pageDigest,
      pictures: digestsBySource(pictures),
    };
    if (options.dryRun || decision.kind === 'unchanged') return result;
    if (decision.kind === 'conflict') {
      if (decision.known) await keepRefusedVersion(strapi, writing, decision.known);
      return result;
    }
    const { body, failed } = await withFiles(strapi, page.body, pictures);
    await writePage(strapi, { ...writing, body }, decision.kind === 'update' ? decision.known : null);
    return { ...result, failedPictures: failed };
  });
}
