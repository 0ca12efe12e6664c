const ESCAPED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPED[sign] ?? sign);

/**
 * A template with its `{{names}}` filled: first from `parts`, which are HTML and may hold names themselves, then from
 * `words`, which are text.
 * @throws Error with each name that neither defines, so that an incomplete page stops the boot.
 */
export function fillTemplate(template: string, parts: Record<string, string>, words: Record<string, string>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    if (parts[name] !== undefined) return fillTemplate(parts[name], parts, words);
    if (words[name] !== undefined) return escapeHtml(words[name]);
    throw new Error(`The portal page's “${name}” is neither a part nor a word.`);
  });
}
