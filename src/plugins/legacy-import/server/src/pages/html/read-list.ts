import { portalPath } from '../address-key';
import type { ListLine } from '../captured-page';
import { isControl } from '../boilerplate';
import { readStamp } from '../list-line';
import { searchKey } from '../../../../../../vietnamese';
import { blockText } from '../../../../../../body/read-html/white-space';
import type { PageLine } from './page-lines';

// The link's own title carries the whole of a title that the list shows shortened.
function wholeTitle(shown: string, line: PageLine): string {
  const whole = blockText(line.link?.attributes.title ?? '');
  const beginning = searchKey(shown);
  return whole !== '' && searchKey(whole).startsWith(beginning) ? whole : shown;
}

/** A stamp with the line that has its title: its own, or the one before. */
type Entry = { stamp: PageLine; titled: PageLine; shown: string; on: Date };

/**
 * What the page's lists of news hold: all lines that end in a stamp `(02/03/2021 11:46 SA)`, wherever the list stands.
 * The title may stand on the line before its stamp.
 */
export function listEntries(lines: PageLine[]): Entry[] {
  return lines.flatMap((line, index) => {
    const stamp = readStamp(line.text);
    if (!stamp) return [];
    const titled = stamp.before === '' ? lines[index - 1] : line;
    if (!titled || (titled !== line && (isControl(titled.text) || readStamp(titled.text)))) return [];
    return [{ stamp: line, titled, shown: stamp.before || titled.text, on: stamp.on }];
  });
}

/**
 * The entries as the lines of a captured list.
 * @param address the page's own address, to resolve links against
 */
export const readList = (entries: Entry[], address: string | null): ListLine[] =>
  entries.map(({ titled, shown, on }) => {
    const href = titled.link?.attributes.href;
    return { title: wholeTitle(shown, titled), on, address: href ? portalPath(href, address) : null };
  });
