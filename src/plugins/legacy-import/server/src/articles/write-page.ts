import type { Core } from '@strapi/strapi';
import { DEFAULT_LOCALE } from '../../../../../vietnamese';
import type { NamesFound } from '../names/match-names';
import type { CapturedPage } from '../pages/captured-page';
import { identityOf } from '../pages/identity';
import type { PublishedOn } from '../pages/time-of-day';
import { articleDigest } from './article-digest';
import { articles } from './documents';
import { IMPORTED_PAGE, type KnownPage } from './known-page';

/** All that an article and the importer's memory of its page are written from. */
type Writing = {
  page: CapturedPage;
  body: CapturedPage['body'];
  time: PublishedOn;
  names: NamesFound;
  pageDigest: string;
  pictures: Record<string, string>;
};

async function writeArticle(strapi: Core.Strapi, { page, body, time, names }: Writing, known: KnownPage | null) {
  const data = {
    title: page.title,
    body,
    author: page.author,
    publishedOn: time.instant.toISOString(),
    legacyUrl: page.address ?? known?.address ?? null,
    agencies: names.agencies,
    officials: names.officials,
  };
  const documents = articles(strapi);
  const written = known
    ? await documents.update({ documentId: known.article, locale: DEFAULT_LOCALE, data })
    : await documents.create({ locale: DEFAULT_LOCALE, data });
  if (!written) throw new Error('Bài không còn nữa');
  await documents.publish({ documentId: written.documentId, locale: DEFAULT_LOCALE });
  return written.documentId;
}

/**
 * Writes and publishes a page's article, and records what was written, so that a later run can tell an editor's
 * change from its own. Within the caller's transaction.
 */
export async function writePage(strapi: Core.Strapi, writing: Writing, known: KnownPage | null): Promise<void> {
  const { page, time, pageDigest, pictures } = writing;
  const article = await writeArticle(strapi, writing, known);
  const address = page.address ?? known?.address ?? null;
  const data = {
    ...identityOf({ ...page, address }),
    address,
    title: page.title,
    day: page.day,
    form: page.form,
    timeSource: time.source,
    publishedOn: time.instant.toISOString(),
    article,
    pageDigest,
    articleDigest: await articleDigest(strapi, article),
    pictures,
    importedOn: new Date().toISOString(),
    guesses: page.guesses,
    conflict: null,
  };
  const pages = strapi.db.query(IMPORTED_PAGE);
  if (known) await pages.update({ where: { id: known.id }, data });
  else await pages.create({ data });
}

/** Keeps the version of a page that was not written over an editor's, so that nothing is lost. */
export async function keepRefusedVersion(
  strapi: Core.Strapi,
  { page, time }: Writing,
  known: KnownPage,
): Promise<void> {
  const { title, day, address, author, body, guesses } = page;
  const conflict = {
    foundOn: new Date().toISOString(),
    publishedOn: time.instant.toISOString(),
    title,
    day,
    address,
    author,
    body,
    guesses,
  };
  await strapi.db.query(IMPORTED_PAGE).update({ where: { id: known.id }, data: { conflict } });
}
