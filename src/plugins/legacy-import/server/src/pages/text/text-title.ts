import { portalDay } from '../../../../../../vietnamese';
import type { ListLine } from '../captured-page';
import { isControl, isFootHeading, isListHeading, isSiteName } from '../boilerplate';
import { readStamp } from '../list-line';
import { titleMatcher } from '../same-title';

/**
 * The title among the lines before the date: the one (or all together, a title broken over lines) that the page's own
 * list shows on that day; else the first that is neither a button, a breadcrumb nor the name of the site.
 */
export function findTextTitle(before: string[], list: ListLine[], day: string): string | null {
  // A list above the date may have its stamps on lines of their own.
  const isListed = (line: string, index: number) =>
    readStamp(line) !== null || readStamp(before[index + 1] ?? '')?.before === '';
  const lines = before.filter(
    (line, index) =>
      line !== '' && !isControl(line) && !isListHeading(line) && !isFootHeading(line) && !isListed(line, index),
  );
  const own = lines.filter((line) => !isSiteName(line));
  const listed = list.filter(({ on }) => portalDay(on) === day).map(({ title }) => title);
  const isListedTitle = titleMatcher(listed);
  const inList = [...lines, own.join(' ')].find((line) => isListedTitle(line));
  return inList ?? own[0] ?? lines.at(-1) ?? null;
}
