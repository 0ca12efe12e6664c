import type { DocumentRow } from './document-rows';

/** A document in a locale: absent, only a draft, published without later changes, or published and changed since. */
export type State = 'absent' | 'draft' | 'published' | 'modified';

/** What a change did to a document in one locale. */
export type Change = {
  locale: string;
  before: { state: State; revision: number };
  after: { state: State; revision: number };
  /** Whether the text of the draft changed: any attribute but the times of publication and the review. */
  isOfText: boolean;
  /** JSON of the draft after the change, or of the row of a type without drafts; what was deleted when nothing is left. */
  content: string;
};

/** What differs between two readings of a document, by locale. Where anything does, the revision is one more. */
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
      content: (draftOf(now!) ?? draftOf(old!)!).content,
    };
  });
}

const NOT_TEXT = new Set(['publishedOn', 'expiresOn', 'reviewState']);

/** The draft, or the row of a type without drafts. */
const draftOf = (rows: DocumentRow[]): DocumentRow | undefined => rows.find(({ published }) => !published) ?? rows[0];

function textOf(rows: DocumentRow[]): string {
  const content = Object.entries(JSON.parse(draftOf(rows)?.content ?? '{}'));
  return JSON.stringify(content.filter(([name]) => !NOT_TEXT.has(name)));
}

/** The latest revision among the rows of one locale; 0 where there is none. */
export const revisionOf = (rows: DocumentRow[]): number => Math.max(0, ...rows.map(({ revision }) => revision));

function stateOf(rows: DocumentRow[]): State {
  const draft = rows.find(({ published }) => !published);
  const published = rows.find((row) => row.published);
  if (!published) return draft ? 'draft' : 'absent';
  return draft && draft.content !== published.content ? 'modified' : 'published';
}

const same = (one: DocumentRow[], other: DocumentRow[]): boolean => texts(one).join('\n') === texts(other).join('\n');

const texts = (rows: DocumentRow[]): string[] => rows.map((row) => `${row.published} ${row.content}`).sort();
