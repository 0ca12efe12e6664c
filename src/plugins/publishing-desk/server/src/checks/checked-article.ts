import type { Core } from '@strapi/strapi';
import type { Body } from '../../../../../body/schema';
import { portalDay, toNfc } from '../../../../../vietnamese';

type BodyService = {
  check(value: unknown): { ok: true; body: Body } | { ok: false };
  text(body: Body): string;
};

/** What is written of an article; `publishedOn` is an instant, and `officials` and `agencies` are linked document ids. */
export type WrittenArticle = {
  title: string;
  summary: string;
  body: unknown;
  publishedOn: string | null;
  officials: string[];
  agencies: string[];
  locale: string;
};

/** An article as the checks see it: `text` is all of its prose in NFC; `day` the portal's day on which it is dated. */
export type CheckedArticle = {
  title: string;
  summary: string;
  body: Body | null;
  text: string;
  day: string;
  locale: string;
  officials: ReadonlySet<string>;
  agencies: ReadonlySet<string>;
};

/** What a check found: the key and values of a text of the panel, and the link that the panel offers to add. */
export type Finding = {
  message: string;
  values?: Record<string, string | number>;
  link?: RelationLink | TextLink;
};

/** A document that a relation of the article can connect. */
export type RelationLink = { field: 'officials' | 'agencies'; id: number; documentId: string; name: string };

/** Words of the body that can be linked to a page of the portal, whose path is `href`. */
export type TextLink = { words: string; href: string; name: string };

/** The article for the checks; null for a body that is not valid. Without a date it is dated today. */
export function checkedArticle(strapi: Core.Strapi, written: WrittenArticle): CheckedArticle | null {
  const service: BodyService = strapi.plugin('body-editor').service('body');
  const read = written.body === null ? null : service.check(written.body);
  if (read && !read.ok) return null;
  const body = read?.body ?? null;
  const { title, summary, publishedOn, locale } = written;
  const parts = [title, summary, body ? service.text(body) : ''];
  return {
    title,
    summary,
    body,
    text: toNfc(parts.filter((part) => part.trim() !== '').join('\n\n')),
    day: portalDay(publishedOn ? new Date(publishedOn) : new Date()),
    locale,
    officials: new Set(written.officials),
    agencies: new Set(written.agencies),
  };
}
