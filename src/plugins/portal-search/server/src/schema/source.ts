/** A table whose rows a source is made of. */
export type SourcePart = {
  table: string;
  /** The columns whose change counts; without them, rows that come and go count too. */
  watched?: readonly string[];
  /** Which rows `here` of the source have a row of it. */
  affects: (row: string) => string;
  /**
   * Rows that a row of it leads to: tables with a condition. They are locked before they are read, since a transaction that
   * changes them may not see the row that leads there.
   */
  locks?: (row: string) => readonly string[];
};

/** A type of documents that are searched, and where it is kept. */
export type Source = {
  type: string;
  /** Of the content type. */
  table: string;
  /** Whether it has a row for each language; else the one row is for all of them. */
  isLocalised: boolean;
  /** Which rows `here` are published. */
  isPublished: string;
  /**
   * The states that a row `here` goes through as time goes on, as a SELECT of the day `since` which each lasts: a row of
   * what is searched for each, named `state`. Without it, the one state is since `-infinity`.
   */
  states?: string;
  /** Of a row `here`, as SQL expressions: `public_until` null without an end, `day` null where it has none. */
  columns: {
    public_from: string;
    public_until: string;
    day: string;
    closed_on: string;
    category: string;
    agency: string;
    names: string;
    summary: string;
    body: string;
  };
  /** The columns of the table whose change changes these. */
  watched: readonly string[];
  /** Other tables whose rows it is made of too. */
  parts: readonly SourcePart[];
  /** The text of a row `here` that an excerpt is taken of, as an SQL expression; in the language `$1`. */
  excerpted: string;
  /** What a suggestion says of a row `here`; `found.is_beginning` tells whether its first name begins like what was typed. */
  label: string;
};
