/** How many levels of blocks may lie within each other. */
const MAX_LEVELS = 32;
/** How many nodes and marks a body may hold. */
const MAX_NODES = 50_000;
/** How many bytes of UTF-8 the strings and keys of a body may hold together. */
const MAX_BYTES = 5_000_000;
/** The most code points in a figure's caption, credit or text alternative. */
export const MAX_CAPTION = 1000;

// A level is a node and its list of content; the innermost adds a mark, its attributes and their values.
const MAX_DEPTH = MAX_LEVELS * 2 + 5;

const encoder = new TextEncoder();
const bytesOf = (text: string) => (text.length > MAX_BYTES ? text.length : encoder.encode(text).length);

/**
 * What is too deep, too big or too many about a value of any shape, in Vietnamese, or null. It walks without recursion,
 * so that neither hostile depth nor a circle can overflow the stack of those who come after it.
 */
export function exceededLimit(value: unknown): string | null {
  const waiting: { part: unknown; depth: number }[] = [{ part: value, depth: 1 }];
  let nodes = 0;
  let bytes = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { part, depth } = next;
    if (depth > MAX_DEPTH) return `nội dung lồng nhau quá sâu; nhiều nhất là ${MAX_LEVELS} cấp`;
    if (typeof part === 'string') bytes += bytesOf(part);
    if (Array.isArray(part)) nodes += part.length;
    if (nodes > MAX_NODES) return 'nội dung quá dài; nhiều nhất là 50.000 phần tử';
    if (typeof part === 'object' && part !== null) {
      for (const [key, child] of Object.entries(part)) {
        if (!Array.isArray(part)) bytes += bytesOf(key);
        waiting.push({ part: child, depth: depth + 1 });
      }
    }
    if (bytes > MAX_BYTES) return 'nội dung quá lớn; nhiều nhất là 5 MB';
  }
  return null;
}
