import type { NamedOfficial, NamedThings } from './named-things';

/** A title that a text gives to a person. */
type GivenTitle = { key: string; written: string };

type TextRange = { start: number; end: number };
type Item = TextRange & ({ official: NamedOfficial | null } | { title: GivenTitle });
type Title = Extract<Item, { title: GivenTitle }>;

/** How far around a title the words stand that change what it says, in UTF-16 units. */
const NEAR = 60;
// Spaces but not line breaks: the end of a paragraph separates a title from a name.
const OF_ANOTHER_RANK = /(?:phó|nguyên|cựu|trợ lý|thư ký|deputy|vice|former)[ \u00a0]+$/iu;
const BEFORE_A_NAME = /^[ \u00a0]+(?:(?:đồng chí|đ\/c|ông|bà|Mr\.?|Ms\.?|Mrs\.?)[ \u00a0]+)?$/iu;
const AFTER_A_NAME = /^[ \u00a0]*[,(:–—-][ \u00a0]*$/u;
const BETWEEN_TITLES = /^[ \u00a0]*(?:[,–—-]|kiêm|và|and)[ \u00a0]*$/iu;
// Three capitals are a person who is not in the directory; two may be a place: UBND tỉnh Thanh Hóa.
const SOMEBODY = /^[ \u00a0]+(?:(?:đồng chí|ông|bà)[ \u00a0]|(?:\p{Lu}\p{Ll}*[ \u00a0]+){2}\p{Lu})/u;

/**
 * Who is given which title: those in a row that touch a name, right before it ("Chủ tịch UBND tỉnh Lê Văn Bình") or
 * after it ("Lê Văn Bình, Chủ tịch UBND tỉnh"). In a row between two people only the outer titles are certain.
 */
export function titledPeople(text: string, named: NamedThings): [NamedOfficial, GivenTitle][] {
  const items = itemsOf(named);
  return items.flatMap((item, at) => {
    if (!isTitle(item) || follows(text, items[at - 1], item)) return [];
    const row = rowFrom(text, items, at);
    return givenIn(text, items[at - 1], row, items[at + row.length]);
  });
}

function itemsOf({ officials, titles }: NamedThings): Item[] {
  const people = officials.map(({ start, end, bearers }) => ({ start, end, official: bearers[0] ?? null }));
  const posts = titles.map(({ start, end, written, bearers }) => ({
    start,
    end,
    title: { key: bearers[0]!.key, written },
  }));
  return [...people, ...posts].sort((a, b) => a.start - b.start);
}

const isTitle = (item: Item): item is Title => 'title' in item;

const gap = (text: string, left: TextRange, right: TextRange) => text.slice(left.end, right.start);

/** Whether a title goes on with the row of the title before it. */
const follows = (text: string, before: Item | undefined, title: Item): boolean =>
  before !== undefined && isTitle(before) && BETWEEN_TITLES.test(gap(text, before, title));

function rowFrom(text: string, items: Item[], at: number): Title[] {
  let end = at + 1;
  for (let item = items[end]; item && isTitle(item) && follows(text, items[end - 1], item); item = items[end]) end += 1;
  return items.slice(at, end) as Title[];
}

function givenIn(text: string, before: Item | undefined, row: Title[], after: Item | undefined) {
  const [first, last] = [row[0]!, row.at(-1)!];
  const left = before && !isTitle(before) && AFTER_A_NAME.test(gap(text, before, first)) ? before : undefined;
  const right = after && !isTitle(after) && BEFORE_A_NAME.test(gap(text, last, after)) ? after : undefined;
  const lastIsAnothers = right !== undefined || SOMEBODY.test(text.slice(last.end, last.end + NEAR));
  return row
    .filter((title) => !OF_ANOTHER_RANK.test(text.slice(Math.max(title.start - NEAR, 0), title.start)))
    .flatMap((title): [NamedOfficial, GivenTitle][] => {
      const toRight = right && (!left || title === last);
      const toLeft = left && (!lastIsAnothers || (title === first && title !== last));
      const official = toRight ? right.official : toLeft ? left.official : null;
      return official ? [[official, title.title]] : [];
    });
}
