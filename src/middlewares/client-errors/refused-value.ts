/** character_not_in_repertoire, untranslatable_character: PostgreSQL stores no NUL in text, for example. */
const NOT_TEXT = new Set(['22021', '22P05']);
const TOO_LONG = '22001';
const NO_SUCH_ROW = '23503';
/** data_exception: a number out of range, a text that is no number or no date, a text too long for its column. */
const DATA_EXCEPTION = /^22[0-9A-Z]{3}$/;

/** Names of types, which PostgreSQL does not translate, and what they take. */
const ACCEPTED: readonly [type: RegExp, accepted: string][] = [
  [/\b(?:smallint|integer|bigint)\b/, 'cần một số nguyên không quá lớn'],
  [/\b(?:numeric|real|double precision)\b/, 'cần một số'],
  [/\b(?:date|time|timestamp)\b/, 'cần ngày, giờ có thật'],
];

const LONGEST = 1_000;
const NAME = /^[\w$-]{1,50}$/;

/** What a request gives, by where it stands there. */
type Given = { params?: unknown; query?: unknown; body?: unknown };

/**
 * Why the database refused a value of a request: a sentence that names where the value stands there and what is accepted;
 * null for an error that the values of the request did not cause.
 *
 * @param error of PostgreSQL, as its driver and knex report it: `message` is the statement, ` - ` and what the server said
 */
export function refusedValue(
  error: { code?: unknown; message?: unknown; detail?: unknown },
  given: Given,
): string | null {
  const code = String(error.code);
  const said = lastSentence(String(error.message));
  if (NOT_TEXT.has(code)) {
    const name = nameOf(given, (value) => value.includes('\0'));
    return name
      ? `${name}: có ký tự không lưu được (NUL), hãy bỏ ký tự đó`
      : 'Dữ liệu gửi lên có ký tự không lưu được (NUL). Hãy bỏ ký tự đó.';
  }
  if (code === TOO_LONG) {
    const limit = Number(/\((\d+)\)/.exec(said)?.[1] ?? NaN);
    // In code points, each of one or two units.
    const name = nameOf(given, (value) => value.length > 2 * limit || [...value].length > limit);
    if (name) return `${name}: chỉ nhận nhiều nhất ${limit} ký tự`;
  }
  if (code === NO_SUCH_ROW) {
    const detail = lastSentence(String(error.detail));
    const name = nameOf(given, (value) => detail.includes(`=(${value})`));
    return name && `${name}: không có mục này`;
  }
  if (!DATA_EXCEPTION.test(code)) return null;
  const name = nameOf(given, (value) => value !== '' && said.includes(`"${value}"`));
  if (!name) return 'Một giá trị gửi lên không đúng kiểu, quá lớn hoặc quá dài.';
  const [, accepted = 'giá trị không đúng kiểu'] = ACCEPTED.find(([type]) => type.test(said)) ?? [];
  return `${name}: ${accepted}`;
}

/** Nothing of one that repeats more than a message could name; each value of the request is looked for in it. */
function lastSentence(message: string): string {
  const said = message.slice(message.lastIndexOf(' - ') + 1);
  return said.length > LONGEST ? '' : said;
}

/** A value of a request, by its name in what has it. */
type Place = { value: unknown; key: string; within: Place | null };

/** The path of the first value that fits, without names that a sender made up to be shown. */
function nameOf({ params, query, body }: Given, fits: (value: string) => boolean): string | null {
  const waiting: Place[] = [body, query, params].map((value) => ({ value, key: '', within: null }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value } = next;
    if (typeof value === 'object' && value !== null) {
      const values = value as Record<string, unknown>;
      for (const key of Object.keys(values)) waiting.push({ value: values[key], key, within: next });
    } else if ((typeof value === 'string' || typeof value === 'number') && fits(String(value))) {
      return pathOf(next).join('.') || null;
    }
  }
  return null;
}

function pathOf(place: Place): string[] {
  const path: string[] = [];
  for (let at: Place | null = place; at; at = at.within) if (NAME.test(at.key)) path.unshift(at.key);
  return path;
}
