const DOCUMENT =
  /\/content-manager\/collection-types\/([^/?]+)(?:\/([^/?]+))?(?:\/actions\/(publish|discard))?(?:\?|$)/;

const SINGLE = /\/content-manager\/single-types\/([^/?]+)(?:\/actions\/(publish|discard))?(?:\?|$)/;

/**
 * The content type and the document of a request by which the panel reads, saves, publishes or discards a document;
 * null for any other address. A document that the request creates has no id, also when it is published at once; neither
 * has the one of a single type. Without an action, it is read or saved.
 */
export function documentOfRequest(
  url: string,
): { type: string; id: string | undefined; action: string | undefined } | null {
  const [, single, ofSingle] = SINGLE.exec(url) ?? [];
  if (single) return { type: single, id: undefined, action: ofSingle };
  const [, type, id, action] = DOCUMENT.exec(url) ?? [];
  return type ? { type, id, action } : null;
}
