import { portalDay, searchKey } from '../../../../../../vietnamese';
import type { ListLine } from '../captured-page';
import { isControl, isListHeading, isSiteName } from '../boilerplate';
import { titleMatcher } from '../same-title';
import { headingTagLevel } from '../../../../../../body/read-html/elements';
import { classWords } from '../../../../../../body/read-html/html-tree';
import type { DateLine } from './find-date-line';
import { firstOrder, type PageLine } from './page-lines';
import { ancestors, type ElementNode, type TextNode } from './page-tree';
import { partsOfTitle, withoutSiteName } from './site-title';

/** The title and the nodes that show it, which are no part of the body. */
type FoundTitle = { text: string; nodes: TextNode[] };
type Candidate = FoundTitle & { heading: boolean; named: boolean; near: number };

const TITLE_WORDS = new Set(['title', 'tieude', 'tieu', 'headline', 'heading', 'subject']);
const SPECIFIC_WORDS = 7;

const headingOf = (line: PageLine): ElementNode | null => {
  for (const element of ancestors(line.block)) if (headingTagLevel(element.name)) return element;
  return null;
};

/** Lines as candidates, those of one heading or block (a title broken by `<br>`) also put together. */
function candidatesOf(lines: PageLine[], date: DateLine): Candidate[] {
  const groups = new Map<ElementNode, PageLine[]>();
  for (const line of lines) {
    const holder = headingOf(line) ?? line.block;
    const group = groups.get(holder) ?? [];
    groups.set(holder, group);
    group.push(line);
  }
  return [...groups].flatMap(([holder, group]) => {
    const common = {
      heading: headingTagLevel(holder.name) !== null,
      named: classWords(holder).some((word) => TITLE_WORDS.has(word)),
    };
    const candidate = (members: PageLine[]): Candidate => ({
      ...common,
      text: members.map(({ text }) => text).join(' '),
      nodes: members.flatMap(({ nodes }) => nodes),
      near: Math.abs(date.start - (members[0] ? firstOrder(members[0]) : 0)),
    });
    const together = group.length > 1 && group.length < 5 ? [candidate(group)] : [];
    // A heading that was never closed also holds what follows it: each line of it may be the title.
    const apart = common.heading && holder.closed && together.length > 0 ? [] : group.map((line) => candidate([line]));
    return holder.closed ? [...together, ...apart] : [...apart, ...together];
  });
}

const words = (text: string) => text.split(/\s+/).length;

/**
 * The page's title. The element that says what `<title>` says without the site's name; else the one that the page's own
 * list names on that day; else `<title>` where it is specific; else the nearest heading or block before the date.
 *
 * @param rawTitle what `<title>` holds
 * @param before the lines before the date line
 * @param after the few lines after it, where some pages have their title
 */
export function findTitle(
  rawTitle: string,
  before: PageLine[],
  after: PageLine[],
  list: ListLine[],
  date: DateLine,
): FoundTitle | null {
  const wanted = (line: PageLine) => !isControl(line.text) && !isListHeading(line.text);
  const usable = candidatesOf([...before, ...after].filter(wanted), date);
  // Headings first, then what lies nearest to the date.
  usable.sort((one, other) => Number(other.heading) - Number(one.heading) || one.near - other.near);

  const stated = withoutSiteName(rawTitle);
  const isStatedTitle = titleMatcher([stated]);
  const statedIsSpecific = stated !== '' && !isSiteName(stated);
  const byKey = new Map<string, Candidate>();
  for (const candidate of usable) {
    const key = searchKey(candidate.text);
    if (!byKey.has(key)) byKey.set(key, candidate);
  }
  const sameAs = (text: string) => byKey.get(searchKey(text));
  if (statedIsSpecific) {
    const same = sameAs(stated) ?? usable.find(({ text }) => isStatedTitle(text));
    if (same) return same;
  }
  const listed = list.filter(({ on }) => portalDay(on) === date.day).map(({ title }) => title);
  const isListedTitle = titleMatcher(listed);
  const inList = usable.find(({ text }) => isListedTitle(text));
  if (inList) return inList;
  const partly = partsOfTitle(rawTitle)
    .filter((part) => words(part) >= SPECIFIC_WORDS && !isSiteName(part))
    .map(sameAs)
    .find(Boolean);
  if (partly) return partly;
  if (isListedTitle(stated)) return { text: stated, nodes: [] };

  const own = usable.filter(({ text, nodes }) => !isSiteName(text) && (nodes[0]?.order ?? 0) < date.start);
  const heading = own.find((candidate) => candidate.heading || candidate.named);
  if (statedIsSpecific && (words(stated) >= SPECIFIC_WORDS || !heading || words(heading.text) <= words(stated))) {
    return { text: stated, nodes: [] };
  }
  if (heading) return heading;
  return own[0] ?? usable.find((candidate) => candidate.heading && !isSiteName(candidate.text)) ?? null;
}
