const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/**
 * The text as HTML content or as the value of a quoted attribute. A combining mark at the beginning becomes a
 * reference, or NFC would melt it with the `>` of the tag before it.
 */
export function escapeHtml(text: string): string {
  return text
    .replace(/[&<>"']/g, (character) => ENTITIES[character] as string)
    .replace(/^\p{M}/u, (mark) => `&#${mark.codePointAt(0)};`);
}
