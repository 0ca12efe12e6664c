import type { EncodedAnswer } from './answer';
import type { ContentEncoding } from './content-encoding';

/** Seconds. A retraction has to be gone from a client's cache this soon. */
const MAX_AGE = 5;
/**
 * Seconds for which a client's cache may serve the answer while the server fails (RFC 5861), never past that instant. Few
 * values, since the headers of each are composed once.
 */
const STALE_IF_ERROR = [600, 300, 60, 30, 10, 5];

/** Whole seconds for which clients may keep an answer: never past the instant at which time changes it. */
export const maxAge = (secondsLeft: number | null): number =>
  Math.max(0, Math.min(MAX_AGE, Math.floor(secondsLeft ?? MAX_AGE)));

/**
 * `Cache-Control` of what is not there, or no longer: as long as that of an answer, and never past the instant at which it
 * may be there. Not at all while that is not known.
 */
export const absenceCacheControl = (secondsLeft: number | null): string =>
  `public, max-age=${maxAge(secondsLeft ?? 0)}`;

const staleIfError = (secondsLeft: number | null): number =>
  STALE_IF_ERROR.find((seconds) => seconds <= (secondsLeft ?? Infinity)) ?? 0;

/**
 * Whether a 304 may be sent for a matching entity tag. Not in the last second before a change: a cache in between takes a
 * 304 without a lifetime for a confirmation of what it has, and nginx goes on with the lifetime that it had stored.
 */
export const mayConfirm = (secondsLeft: number | null): boolean => maxAge(secondsLeft) > 0;

/** The headers that differ between answers; for a 304 (`isNotModified`) only those that it may have. */
export function answerHeaders(
  { bytes, type, etag }: EncodedAnswer,
  encoding: ContentEncoding,
  secondsLeft: number | null,
  isNotModified: boolean,
): Record<string, string> {
  return {
    'Cache-Control': `public, max-age=${maxAge(secondsLeft)}, stale-if-error=${staleIfError(secondsLeft)}`,
    ETag: etag,
    Vary: 'Accept-Encoding',
    ...(!isNotModified && {
      'Content-Type': type,
      ...(encoding !== 'identity' && { 'Content-Encoding': encoding }),
      'Content-Length': String(bytes.length),
    }),
  };
}

/** What distinguishes the headers of answerHeaders by time. */
export const lifetimeOf = (secondsLeft: number | null): string => `${maxAge(secondsLeft)} ${staleIfError(secondsLeft)}`;
