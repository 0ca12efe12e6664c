type Node = { type?: unknown; attrs?: { file?: unknown } | null; content?: unknown };

/** Document ids of the files that the figures of a body name. */
export function bodyFigures(body: unknown): string[] {
  const { type, attrs, content } = (body ?? {}) as Node;
  const own = type === 'figure' && typeof attrs?.file === 'string' ? [attrs.file] : [];
  return [...own, ...(Array.isArray(content) ? content.flatMap(bodyFigures) : [])];
}
