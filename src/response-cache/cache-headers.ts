import type { EncodedAnswer } from './answer';
import type { ContentEncoding } from './content-encoding';

/** Seconds. A retraction has to be gone from a client's cache this soon. */
const MAX_AGE = 5;
/** Seconds for which a client's cache may serve the answer while the server fails (RFC 5861). */
const STALE_IF_ERROR = 600;

/** Whole seconds for which clients may keep an answer: never past the instant at which time changes it. */
export const maxAge = (secondsLeft: number | null): number =>
  Math.max(0, Math.min(MAX_AGE, Math.floor(secondsLeft ?? MAX_AGE)));

/** The headers that differ between answers; for a 304 (`isNotModified`) only those that it may have. */
export function answerHeaders(
  { bytes, type, etag }: EncodedAnswer,
  encoding: ContentEncoding,
  seconds: number,
  isNotModified: boolean,
): Record<string, string> {
  return {
    'Cache-Control': `public, max-age=${seconds}, stale-if-error=${STALE_IF_ERROR}`,
    ETag: etag,
    Vary: 'Accept-Encoding',
    ...(!isNotModified && {
      'Content-Type': type,
      ...(encoding !== 'identity' && { 'Content-Encoding': encoding }),
      'Content-Length': String(bytes.length),
    }),
  };
}
