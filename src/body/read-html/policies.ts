/** How markup of one source is read where sources mean different things by the same markup. */
export type Policy = {
  /** Unclosed elements as the parser built them, or as their author meant them: emphasis, headings, lists end early. */
  unclosedTags: 'parsed' | 'meant';
  /** A single `<br>` is a line of its paragraph, or ends one after a sentence and outside `<p>`, as old editors wrote. */
  singleBreaks: 'lines' | 'paragraphs';
  /** Runs of no-break spaces are layout and become a space, or stay character for character. */
  noBreakSpaces: 'layout' | 'text';
  /** Headings by their order within what is read, or by their level on a page whose title is its `<h1>`. */
  headings: 'ranked' | 'fixed';
  /** Captions only where the markup marks them, or also by the length, look and position of a text under a picture. */
  captions: 'marked' | 'guessed';
  /** Links without trackers and the pages that send on, or as they are written. */
  links: 'cleaned' | 'written';
  /** Whether a table of at most four cells with a picture among them is a table, or places the picture. */
  smallPictureTables: 'table' | 'layout';
  /** Rules at the edges belong to what was copied, or part the article from its page. */
  edgeRules: 'kept' | 'dropped';
  /** A last line that is only names in bold is text, or the article's author. */
  signature: 'text' | 'author';
};

/**
 * The policy of each source. Word's, Google Docs' and old editors' own markup is read alike under all of them: it is
 * pasted, and it stands in old pages into which it was pasted years ago.
 */
export const POLICIES = {
  /** What an editor pastes or drops: the editor sees the result and mends it. */
  clipboard: {
    unclosedTags: 'parsed',
    singleBreaks: 'lines',
    noBreakSpaces: 'layout',
    headings: 'ranked',
    captions: 'marked',
    links: 'cleaned',
    smallPictureTables: 'table',
    edgeRules: 'kept',
    signature: 'text',
  },
  /** The article of a captured page of the old portal: nobody looks, and every character and address is a record. */
  importedPage: {
    unclosedTags: 'meant',
    singleBreaks: 'paragraphs',
    noBreakSpaces: 'text',
    headings: 'fixed',
    captions: 'guessed',
    links: 'written',
    smallPictureTables: 'layout',
    edgeRules: 'dropped',
    signature: 'author',
  },
} as const satisfies Record<string, Policy>;
