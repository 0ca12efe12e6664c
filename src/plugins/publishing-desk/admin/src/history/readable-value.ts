type Node = { type?: string; text?: string; content?: Node[]; attrs?: { caption?: string } };

/** How a person reads instants, and what the parts of a field's value, and the values of these parts, are called. */
export type ValueWords = {
  when: (instant: string) => string;
  /** By the path below the field: `received`, `funding.year`, `qualifier.exact`; in the order in which they are read. */
  names: ReadonlyMap<string, string>;
};

const isDocument = (value: object): value is Node => (value as Node).type === 'doc';

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** An instant as a version keeps it: in UTC, without its offset. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?$/;

/**
 * A field's value as a person reads it: a body by its paragraphs, an instant by `when`, a list of rows by a line for each with
 * its parts by their names, links by their ids, anything else as it is.
 */
export function readableValue(value: unknown, words: ValueWords, path = ''): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) {
    if (path !== '' || !value.some(isObject)) {
      return value.map((one) => (isObject(one) ? `(${parts(one, words, path)})` : String(one))).join(', ');
    }
    return value.map((row, index) => `${index + 1}. ${readableValue(row, words)}`).join('\n');
  }
  if (isObject(value)) return isDocument(value) ? paragraphs(value).join('\n') : parts(value, words, path);
  if (typeof value === 'string' && INSTANT.test(value)) return words.when(`${value}Z`);
  return (path && words.names.get(`${path}.${String(value)}`)) || String(value);
}

/** The parts that are not empty, each after its name; those without a name come last. */
function parts(row: object, words: ValueWords, path: string): string {
  const order = [...words.names.keys()];
  const place = (below: string) => (words.names.has(below) ? order.indexOf(below) : order.length);
  return Object.entries(row)
    .map(([key, value]) => ({ key, value: value as unknown, below: path === '' ? key : `${path}.${key}` }))
    .sort((one, other) => place(one.below) - place(other.below))
    .map(({ key, value, below }) => {
      const text = readableValue(value, words, below);
      return text && `${words.names.get(below) ?? key}: ${text}`;
    })
    .filter(Boolean)
    .join('; ');
}

const paragraphs = (node: Node): string[] =>
  (node.content ?? [])
    .flatMap((child) => (child.content?.some(({ type }) => type !== 'text') ? paragraphs(child) : [wordsOf(child)]))
    .filter(Boolean);

const wordsOf = ({ text, content = [], attrs }: Node): string =>
  text ?? (content.map(wordsOf).join('') || attrs?.caption || '');
