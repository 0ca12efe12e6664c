import type { Inline } from '../schema';
import { paragraph } from '../nodes';

/** Plain text as paragraphs: blank lines part them, a single line end is a line break within. */
export function readPlainText(text: string) {
  const paragraphs = text
    .replace(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*(?:\n[^\S\n]*)+/u)
    .map((part) => part.replace(/^\n+|\n+$/g, ''));
  return paragraphs
    .filter((part) => part.trim() !== '')
    .map((part) =>
      paragraph(
        part
          .split('\n')
          .flatMap((line, index): Inline[] => [
            ...(index > 0 ? [{ type: 'hardBreak' as const }] : []),
            ...(line === '' ? [] : [{ type: 'text' as const, text: line }]),
          ]),
      ),
    );
}
