import type { Core } from '@strapi/strapi';
import { digestOf } from '../digest';
import type { CapturedPage } from '../pages/captured-page';
import { findPicture, type FoundPicture } from '../pictures/find-picture';
import { knownPicture, storePicture } from '../pictures/store-picture';
import type { KnownPage } from './known-page';

/** A figure's picture: the file beside the page, or only what an earlier run knew of it; both null when it is lost. */
export type PagePicture = { src: string; figure: number; found: FoundPicture | null; digest: string | null };

/** Looks for a page's pictures beside it. One that lay there in an earlier run is not lost with the folder. */
export async function findPictures(file: string, page: CapturedPage, known: KnownPage | null): Promise<PagePicture[]> {
  const pictures: PagePicture[] = [];
  for (const { src, figure } of page.pictures) {
    const found = await findPicture(file, src);
    const digest = found ? digestOf(found.bytes) : (known?.pictures?.[src] ?? null);
    pictures.push({ src, figure, found, digest });
  }
  return pictures;
}

/** The record of a page's pictures. */
export const digestsBySource = (pictures: PagePicture[]): Record<string, string> =>
  Object.fromEntries(pictures.flatMap(({ src, digest }) => (digest ? [[src, digest]] : [])));

/** The body with its figures' files in the media library, and what could not be uploaded. */
export async function withFiles(
  strapi: Core.Strapi,
  body: CapturedPage['body'],
  pictures: PagePicture[],
): Promise<{ body: CapturedPage['body']; failed: string[] }> {
  const files = new Map<number, string>();
  const failed: string[] = [];
  for (const { figure, found, digest } of pictures) {
    try {
      const file = found ? await storePicture(strapi, found) : digest && (await knownPicture(strapi, digest));
      if (file) files.set(figure, file);
    } catch (error) {
      // One bad picture must not keep the article out.
      failed.push(`${found?.name ?? ''}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  let index = -1;
  const content = body.content.map((block) => {
    if (block.type !== 'figure') return block;
    index += 1;
    return { ...block, attrs: { ...block.attrs, file: files.get(index) ?? null } };
  });
  return { body: { ...body, content }, failed };
}
