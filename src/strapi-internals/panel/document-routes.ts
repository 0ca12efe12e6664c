const DOCUMENT =
  /\/content-manager\/collection-types\/([^/?]+)(?:\/([^/?]+))?(?:\/actions\/(?:publish|discard))?(?:\?|$)/;

const SINGLE = /\/content-manager\/single-types\/([^/?]+)(?:\/actions\/(?:publish|discard))?(?:\?|$)/;

/**
 * The content type and the document of a request by which the panel reads, saves, publishes or discards a document;
 * null for any other address. A document that the request creates has no id, also when it is published at once; neither
 * has the one of a single type.
 */
export function documentOfRequest(url: string): { type: string; id: string | undefined } | null {
  const [, single] = SINGLE.exec(url) ?? [];
  if (single) return { type: single, id: undefined };
  const [, type, id] = DOCUMENT.exec(url) ?? [];
  return type ? { type, id } : null;
}
