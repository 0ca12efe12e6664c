import type { Body } from '../../../../../body/schema';

/** One line of a captured list of latest news: `on` is the instant it shows, `address` where it leads. */
export type ListLine = { title: string; on: Date; address: string | null };

/** What the reader had to guess and an editor should look at. */
export type Guess = { kind: 'caption' | 'author' | 'table'; text: string };

/** A picture of the page: `src` as written in it, `figure` the index of its figure among the body's figures. */
export type Picture = { src: string; figure: number };

/** One old page, as read: nothing of it has been looked up or stored. */
export type CapturedPage = {
  form: 'text' | 'html';
  title: string;
  /** The civil day of the date line, `YYYY-MM-DD`. */
  day: string;
  /** The instant that the page's own line in its list shows, on the same day. */
  ownTime: Date | null;
  /** Path and query on the old portal, as written. */
  address: string | null;
  author: string | null;
  body: Body;
  list: ListLine[];
  pictures: Picture[];
  guesses: Guess[];
};
