import type { Core } from '@strapi/strapi';
import { DEFAULT_LOCALE } from '../../../../../vietnamese';
import type { CapturedPage } from '../pages/captured-page';
import { betterTime, type PublishedOn } from '../pages/time-of-day';
import { articleDigest } from './article-digest';
import { ARTICLE } from './documents';
import { type KnownPage, knownTime } from './known-page';

/** The action for a page, and the instant of its article. */
type Decision =
  | { kind: 'create' | 'unchanged'; time: PublishedOn }
  | { kind: 'update'; time: PublishedOn; known: KnownPage }
  | { kind: 'conflict'; time: PublishedOn; known: KnownPage | null; reason: string };

async function hasAddress(strapi: Core.Strapi, address: string): Promise<boolean> {
  const row = await strapi.db
    .query(ARTICLE)
    .findOne({ select: ['id'], where: { legacyUrl: { $eqi: address }, locale: DEFAULT_LOCALE, publishedAt: null } });
  return row !== null;
}

/**
 * Compares a page with what an earlier run made of it and with what its article is now. An article that an editor has
 * changed, unpublished or deleted since is never written to.
 *
 * @param pageDigest of what would be written: title, day, author, body and pictures
 */
export async function decide(
  strapi: Core.Strapi,
  page: CapturedPage,
  known: KnownPage | null,
  now: PublishedOn,
  pageDigest: string,
): Promise<Decision> {
  if (!known) {
    const taken = page.address !== null && (await hasAddress(strapi, page.address));
    if (!taken) return { kind: 'create', time: now };
    return { kind: 'conflict', time: now, known, reason: 'đã có bài khác mang địa chỉ cũ này' };
  }

  const time = betterTime(knownTime(known), now);
  const sameText = known.pageDigest === pageDigest;
  const sameTime = time.instant.getTime() === knownTime(known).instant.getTime() && time.source === known.timeSource;
  const sameAddress = page.address === null || known.address !== null;
  const current = await articleDigest(strapi, known.article);
  if (current === null) return { kind: 'conflict', time, known, reason: 'bài đã bị xóa; không tạo lại' };
  // A text capture has lost the pictures, tables and links that the saved page gave the article.
  if (known.form === 'html' && page.form === 'text') return { kind: 'unchanged', time: knownTime(known) };
  if (sameText && sameTime && sameAddress) return { kind: 'unchanged', time };
  if (current === known.articleDigest) return { kind: 'update', time, known };
  if (sameText) return { kind: 'unchanged', time: knownTime(known) };
  return { kind: 'conflict', time, known, reason: 'bài đã được biên tập sau khi nhập; giữ cả hai bản' };
}
