type Mark = { type: string; attrs?: { href: string } };
export type Inline = { type: 'text'; text: string; marks?: Mark[] };

const MARKED =
  /\*\*(?<bold>.+?)\*\*(?!\*)|\*(?<italic>[^*]+)\*|\[(?<link>[^\]]+)\]\((?<href>[^)]+)\)|~(?<subscript>[^~]+)~|\^(?<superscript>[^^]+)\^/gu;

/** One line of text with its marks: `**bold**`, `*italic*`, `[link](address)`, `~subscript~` and `^superscript^`. */
export function composeText(text: string, marks: Mark[] = []): Inline[] {
  const parts: Inline[] = [];
  let end = 0;
  const plain = (part: string) => {
    if (part) parts.push({ type: 'text', text: part, ...(marks.length > 0 && { marks }) });
  };
  for (const match of text.matchAll(MARKED)) {
    const { href, ...marked } = match.groups ?? {};
    const [type, inner] = Object.entries(marked).find(([, value]) => value !== undefined) ?? [];
    plain(text.slice(end, match.index));
    if (type && inner) parts.push(...composeText(inner, [...marks, href ? { type, attrs: { href } } : { type }]));
    end = match.index + match[0].length;
  }
  plain(text.slice(end));
  return parts;
}
