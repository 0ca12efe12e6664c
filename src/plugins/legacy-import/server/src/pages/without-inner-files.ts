const SCHEME = 'data:';
const ENDS = new Set(['"', "'", '>', ')', ' ', '\t', '\n', '\r']);
// Shorter ones do not matter, and prose may contain the word.
const SHORTEST = 200;

/**
 * The page with the files that it carries in `data:` addresses emptied: they are megabytes that no reader sees. Not by
 * a regular expression, whose stack a long address overflows.
 */
export function withoutInnerFiles(html: string): string {
  const parts: string[] = [];
  let from = 0;
  for (let at = html.indexOf(SCHEME); at >= 0; at = html.indexOf(SCHEME, from)) {
    let end = at + SCHEME.length;
    while (end < html.length && !ENDS.has(html.charAt(end))) end += 1;
    const kept = end - at < SHORTEST ? end : at + SCHEME.length;
    parts.push(html.slice(from, kept));
    from = end;
  }
  return parts.join('') + html.slice(from);
}
