import type { IncomingMessage, ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';
import { answerHeaders, lifetimeOf, mayConfirm } from './cache-headers';
import type { CacheEntry } from './cache-store';
import { type ContentEncoding, negotiateEncoding } from './content-encoding';
import { crossOriginHeaders } from './cross-origin';
import { etagMatches } from './etag';

type RespondFromCache = (
  entry: CacheEntry,
  request: IncomingMessage,
  response: ServerResponse,
  additionalHeaders?: Record<string, string>,
) => void;

/** Browsers of a kind all send the same Accept-Encoding. */
const encodings = new LRUCache<string, ContentEncoding>({ max: 256 });
const MAX_KEPT_LENGTH = 256;

function encodingFor(acceptEncoding: string | undefined): ContentEncoding {
  if (acceptEncoding === undefined || acceptEncoding.length > MAX_KEPT_LENGTH) return negotiateEncoding(acceptEncoding);
  const known = encodings.get(acceptEncoding) ?? negotiateEncoding(acceptEncoding);
  encodings.set(acceptEncoding, known);
  return known;
}

/**
 * Responds from a cache entry. The headers are composed once for each of the few ways in which they can differ, since
 * that takes longer than all the rest.
 *
 * @param origins whose scripts may read cross-origin answers; `*` for any
 */
export function createRespondFromCache(origins: readonly string[]): RespondFromCache {
  const isForAnybody = origins.includes('*');

  function headersFor(
    entry: CacheEntry,
    encoding: ContentEncoding,
    secondsLeft: number,
    isNotModified: boolean,
    origin: string | undefined,
  ): string[] {
    const listed = isForAnybody ? undefined : origins.find((one) => one === origin);
    const variant = `${encoding} ${lifetimeOf(secondsLeft)} ${isNotModified} ${listed}`;
    const known = entry.sentHeaders.get(variant);
    if (known) return known;
    const own = answerHeaders(entry.encoded[encoding], encoding, secondsLeft, isNotModified);
    const { Vary, ...crossOrigin } = entry.isCrossOrigin ? crossOriginHeaders(origins, origin) : {};
    const all = { ...entry.headers, ...own, ...crossOrigin, ...(Vary && { Vary: `${own.Vary}, ${Vary}` }) };
    const headers = Object.entries(all).flat();
    entry.sentHeaders.set(variant, headers);
    return headers;
  }

  return (entry, request, response, additionalHeaders) => {
    const { headers } = request;
    const encoding = encodingFor(headers['accept-encoding'] as string | undefined);
    const { bytes, etag } = entry.encoded[encoding];
    const secondsLeft = (entry.endsAt - performance.now()) / 1_000;
    const isNotModified = mayConfirm(secondsLeft) && etagMatches(headers['if-none-match'], etag);
    const own = headersFor(entry, encoding, secondsLeft, isNotModified, headers.origin);
    const also = additionalHeaders ? Object.entries(additionalHeaders).flat() : [];
    response.writeHead(isNotModified ? 304 : 200, also.length > 0 ? [...own, ...also] : own);
    response.end(isNotModified || request.method === 'HEAD' ? undefined : bytes);
    entry.onSent?.();
  };
}
