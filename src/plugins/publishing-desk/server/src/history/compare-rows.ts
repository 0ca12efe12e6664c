import type { DocumentRow } from './document-rows';

/** A document in a language: never there, only a draft, published as drafted, or published and drafted anew. */
export type State = 'absent' | 'draft' | 'published' | 'modified';

/** What a change did to a document in one language. */
export type Change = {
  locale: string;
  before: { state: State; revision: number };
  after: { state: State; revision: number };
  /** Whether the draft's text is another: all of it but the times at which readers see it, and its review. */
  isOfText: boolean;
  /** JSON of what is worked on after the change: the draft, where the type has drafts; null when nothing is left. */
  content: string | null;
};

/** What differs between two readings of a document, by language; a revision is one more where anything does. */
export function compareRows(before: DocumentRow[], after: DocumentRow[]): Change[] {
  const locales = new Set([...before, ...after].map(({ locale }) => locale));
  return [...locales].flatMap((locale) => {
    const [old, now] = [before, after].map((rows) => rows.filter((row) => row.locale === locale));
    if (same(old!, now!)) return [];
    const revision = revisionOf(old!);
    return {
      locale,
      before: { state: stateOf(old!), revision },
      after: { state: stateOf(now!), revision: revision + 1 },
      isOfText: textOf(old!) !== textOf(now!),
      content: draftOf(now!)?.content ?? null,
    };
  });
}

const NOT_TEXT = new Set(['publishedOn', 'expiresOn', 'reviewState']);

/** What is worked on: the draft, where the type has drafts. */
const draftOf = (rows: DocumentRow[]): DocumentRow | undefined => rows.find(({ published }) => !published) ?? rows[0];

function textOf(rows: DocumentRow[]): string {
  const content = Object.entries(JSON.parse(draftOf(rows)?.content ?? '{}'));
  return JSON.stringify(content.filter(([name]) => !NOT_TEXT.has(name)));
}

/** The latest revision among the rows of one language; 0 of a document that has none. */
export const revisionOf = (rows: DocumentRow[]): number => Math.max(0, ...rows.map(({ revision }) => revision));

export function stateOf(rows: DocumentRow[]): State {
  const draft = rows.find(({ published }) => !published);
  const published = rows.find((row) => row.published);
  if (!published) return draft ? 'draft' : 'absent';
  return draft && draft.content !== published.content ? 'modified' : 'published';
}

const same = (one: DocumentRow[], other: DocumentRow[]): boolean => texts(one).join('\n') === texts(other).join('\n');

const texts = (rows: DocumentRow[]): string[] => rows.map((row) => `${row.published} ${row.content}`).sort();
