import { parseDateLine } from '../../../../../vietnamese';

// The line may stand in other markup and beside other boilerplate: "Đăng ngày: 02/03/2021 | Lượt xem: 15".
// Spaces are bounded, so that no run of them takes more than linear time.
const GAP = String.raw`\s{0,60}`;
const DATE_LINE = new RegExp(
  String.raw`(?:[đð]ăng\s{1,60}ngày|ngày\s{1,60}[đð]ăng)${GAP}:?${GAP}(\d{1,2})${GAP}[-–/.]${GAP}(\d{1,2})${GAP}[-–/.]${GAP}(\d{4})`,
  'iu',
);

/** A date line found in a text: `day` is null where the calendar has no such day. */
type FoundDate = { start: number; end: number; day: string | null };

/** The first date line in a text, wherever in it that stands; null when there is none. */
export function findDate(text: string): FoundDate | null {
  const match = DATE_LINE.exec(text);
  if (!match) return null;
  const [whole, day, month, year] = match;
  return {
    start: match.index,
    end: match.index + whole.length,
    day: parseDateLine(`Đăng ngày ${day} - ${month} - ${year}`),
  };
}

/** Whether a text is a date line and begins as one: boilerplate may follow it, but prose may not precede it. */
export const beginsWithDate = (text: string): boolean => (findDate(text)?.start ?? 1) === 0;
