import { bodyFigures } from '../../../../../body/figures';

type StoredFile = { documentId?: unknown; mime?: unknown };

/** Document ids of the pictures that a form shows, each once: those of its media fields, then those of its body. */
export function formPictures({ body, ...values }: Record<string, unknown>): string[] {
  const chosen = Object.values(values)
    .flat()
    .filter((value): value is { documentId: string; mime: string } => {
      const { documentId, mime } = Object(value) as StoredFile;
      return typeof documentId === 'string' && typeof mime === 'string' && mime.startsWith('image/');
    });
  return [...new Set([...chosen.map(({ documentId }) => documentId), ...bodyFigures(parsed(body))])];
}

/** A form has a body as it was stored, or as the JSON of a value that another part of the panel wrote. */
function parsed(body: unknown): unknown {
  if (typeof body !== 'string') return body;
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
