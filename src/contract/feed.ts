/** How many entries a feed has at most; for how many of the portal's days it announces what was removed, and how many of it. */
export const FEED_ENTRIES = 50;
export const TOMBSTONE_DAYS = 30;
export const MAX_TOMBSTONES = 1_000;
/** One model of a feed, which each format renders its own way. Texts are plain, addresses absolute, dates instants. */
export type Feed = {
  /** Never changes, whatever becomes of the slug. */
  id: string;
  title: string;
  description: string | null;
  /** `vi`, `en` … */
  language: string;
  /** Where the feed is, without the `.` and the name of its format. */
  address: string;
  /** `?…` of the feed's address, or empty. */
  query: string;
  /** The page of what the feed is about. */
  page: string;
  publisher: string;
  /** When the newest of its entries was published or changed, or the last removed. Never goes back. */
  updatedOn: Date;
  entries: FeedEntry[];
  removed: { id: string; on: Date }[];
};

export type FeedEntry = {
  /** Never changes, whatever becomes of the slug. */
  id: string;
  url: string;
  title: string;
  summary: string | null;
  /** The beginning of the text, for formats that want a description where there is no summary; null without a text. */
  excerpt?: string | null;
  /** What was corrected and when, and the whole body, sanitised, its links and pictures absolute. */
  html: string;
  publishedOn: Date;
  /** Moved only by a change that the editor marked as major, and by the end of a withdrawal. */
  updatedOn: Date;
  /** The author, else the agency that owns it; null where neither is known. */
  author: string | null;
  category: { slug: string; name: string; url: string } | null;
  /** `credit` is who made it. */
  image: (Enclosure & { credit: string | null }) | null;
  attachments: Enclosure[];
};

/** A file beside an entry; `size` is in bytes. */
export type Enclosure = { url: string; type: string; size: number; title: string | null };

export const FEED_FORMATS = ['rss', 'atom', 'json'] as const;

export type FeedFormat = (typeof FEED_FORMATS)[number];

/** The address of a feed itself in a format. */
export const feedAddress = ({ address, query }: Feed, format: FeedFormat): string => `${address}.${format}${query}`;
