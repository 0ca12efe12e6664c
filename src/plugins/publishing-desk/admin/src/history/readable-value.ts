type Node = { type?: string; text?: string; content?: Node[]; attrs?: { caption?: string } };

const isDocument = (value: object): value is Node => (value as Node).type === 'doc';

/** A field's value as a person reads it: a body by its paragraphs, links by their ids, anything else as it is. */
export function readableValue(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(readableValue).join(', ');
  if (typeof value === 'object') return isDocument(value) ? paragraphs(value).join('\n') : JSON.stringify(value);
  return String(value);
}

const paragraphs = (node: Node): string[] =>
  (node.content ?? [])
    .flatMap((child) => (child.content?.some(({ type }) => type !== 'text') ? paragraphs(child) : [words(child)]))
    .filter(Boolean);

const words = ({ text, content = [], attrs }: Node): string =>
  text ?? (content.map(words).join('') || attrs?.caption || '');
