/** In code points, with the ellipsis. */
const LENGTH = 300;

/** The beginning of a plain text in one line, cut at a space; null where there is none. */
export function excerpt(text: string): string | null {
  const letters = Array.from(text.replace(/\s+/g, ' ').trim());
  if (letters.length <= LENGTH) return letters.join('') || null;
  const lastSpace = letters.lastIndexOf(' ', LENGTH - 1);
  return `${letters.slice(0, lastSpace > 0 ? lastSpace : LENGTH - 1).join('')}…`;
}
