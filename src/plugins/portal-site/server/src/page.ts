import type { VNode } from 'preact';
import type { z } from 'zod';
import type { Article, ContractAnswers, RecordAnswers, SearchAnswers, TimedAnswer } from '../../../../contract';
import type { Locale } from './locales';
import type { Portal, SECTIONS } from './portal';
import type { ArchiveMonthsModel } from './queries/archive-months';
import type { ReportChoicesModel, ReportSource } from './queries/report-choices';
import type { SitePicture } from './site';

export type PageRequest = {
  portal: Portal;
  answers: ContractAnswers;
  /** Null where public-record is not installed. */
  records: RecordAnswers | null;
  /** Null where portal-search is not installed. */
  search: SearchAnswers | null;
  /** The portal's months (`2021-02`) that have news in a language, the newest first. */
  archive(locale: Locale): Promise<ArchiveMonthsModel>;
  /** What the filters of a kind of report can ask for; where public-record is installed. */
  reportChoices(source: ReportSource, locale: Locale): Promise<ReportChoicesModel>;
  /** Of the thing that the page shows; empty where the path has none. */
  slug: string;
  /** As it came, to be read with `readKnownParameters`. */
  querystring: string;
};

/** What the `<head>` of a page says of it. Addresses are absolute. */
export type Head = {
  /** Without the portal's name. */
  title: string;
  description: string | null;
  /** None for a page that search engines must not keep: withdrawn, secret, missing, or one of many in a list. */
  canonical: string | null;
  /** The same page in each language that has it, its own among them. */
  alternates?: readonly { locale: string; url: string }[];
  /** Its own feed: a path without the format, and the name by which readers are offered it. */
  feed?: { path: string; title: string };
  image?: SitePicture | null;
  article?: Pick<Article, 'publishedOn' | 'updatedOn' | 'category' | 'author'>;
  jsonLd?: readonly object[];
  isHome?: true;
};

/** A page as it is sent: its head, all between masthead and colophon, and when time alone changes it. */
export type ShownPage = {
  head: Head;
  body: VNode;
  secondsToNextChange: number | null;
  /** Is called for each request that it answers, also from the cache. */
  onSent?: (() => void) | undefined;
  /** Whether it has a form of search of its own, so that the masthead needs none. */
  hasSearchForm?: true;
  /** Its path in the other language, if that is not its own path there. */
  otherLanguage?: string;
};

export type Page = {
  /** The plugin without which there is no such page. */
  plugin?: 'public-record' | 'portal-search';
  /** The part of the navigation that leads here; null where none does. */
  section: (typeof SECTIONS)[number] | null;
  /** The parameters that change it; all others are ignored. */
  parameters?: z.ZodObject;
  /** Whether people type one of them: what it shows is cached apart, so that a flood of queries evicts no other page. */
  isTyped?: true;
  /** Null where nothing is at the address: a 301, 404 or 410. */
  show(request: PageRequest): Promise<ShownPage | null>;
};

/** Seconds until time alone changes the first of some answers; null when it never does. */
export function secondsToFirstChange(answers: readonly (TimedAnswer<unknown> | null)[]): number | null {
  const seconds = answers.flatMap((timed) => timed?.secondsToNextChange ?? []);
  return seconds.length > 0 ? Math.min(...seconds) : null;
}
