type Node = { type?: string; text?: string; content?: Node[]; attrs?: { caption?: string } };

const isDocument = (value: object): value is Node => (value as Node).type === 'doc';

/** An instant as a version keeps it: in UTC, without its offset. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?$/;

/**
 * A field's value as a person reads it: a body by its paragraphs, an instant by `when`, links by their ids, anything else
 * as it is.
 */
export function readableValue(value: unknown, when: (instant: string) => string): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map((one) => readableValue(one, when)).join(', ');
  if (typeof value === 'object') return isDocument(value) ? paragraphs(value).join('\n') : JSON.stringify(value);
  return typeof value === 'string' && INSTANT.test(value) ? when(`${value}Z`) : String(value);
}

const paragraphs = (node: Node): string[] =>
  (node.content ?? [])
    .flatMap((child) => (child.content?.some(({ type }) => type !== 'text') ? paragraphs(child) : [words(child)]))
    .filter(Boolean);

const words = ({ text, content = [], attrs }: Node): string =>
  text ?? (content.map(words).join('') || attrs?.caption || '');
