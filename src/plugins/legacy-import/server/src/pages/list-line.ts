import { parsePortalDateTime } from '../../../../../vietnamese';

const STAMP =
  /\(?\s*(\d{1,2})\/(\d{1,2})\/(\d{4})[\s\u00a0,-]+(\d{1,2}:\d{2})(?::\d{2})?[\s\u00a0]*(SA|CH|AM|PM)\s*\)?[\s\u00a0]*$/i;
const LONGEST_STAMP = 60;
const HALVES: Record<string, string> = { AM: 'SA', PM: 'CH' };

/** The end of a line in a list of latest news: what stands before the stamp, and the instant that it shows. */
type Stamped = { before: string; on: Date };

/** Reads `Ký kết Biên bản…(19/02/2021 3:09 CH)`, the title and its stamp touching or not; null without a stamp. */
export function readStamp(line: string): Stamped | null {
  const tail = Math.max(line.length - LONGEST_STAMP, 0);
  const match = STAMP.exec(line.slice(tail));
  if (!match) return null;
  const [, day = '', month = '', year, time, half = ''] = match;
  const sides = HALVES[half.toUpperCase()] ?? half.toUpperCase();
  const on = parsePortalDateTime(`${day.padStart(2, '0')}/${month.padStart(2, '0')}/${year} ${time} ${sides}`);
  return on && { before: line.slice(0, tail + match.index).trim(), on };
}
