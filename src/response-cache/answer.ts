import type { IncomingMessage } from 'node:http';
import { type ContentEncoding, encode } from './content-encoding';
import { strongEtag } from './etag';

/** Bytes in one encoding as they are sent, their content type, and their strong entity tag. */
export type EncodedAnswer = { readonly bytes: Buffer; readonly type: string; readonly etag: string };
export type EncodedAnswers = Readonly<Record<ContentEncoding, EncodedAnswer>>;

/** Seconds. A retraction has to be gone from a client's cache this soon. */
const MAX_AGE = 5;
/** Seconds for which a client's cache may serve the answer while the server fails (RFC 5861). */
const STALE_IF_ERROR = 600;

/** An answer with status 200: its bytes, encoded once for each encoding, and the time until it changes by itself. */
export class Answer {
  private readonly encoded = new Map<ContentEncoding, Promise<EncodedAnswer>>();

  /**
   * @param type the content type, such as `application/json; charset=utf-8`
   * @param secondsToNextChange until time alone changes what is visible; null when it never does
   */
  constructor(
    private readonly bytes: Buffer,
    private readonly type: string,
    readonly secondsToNextChange: number | null,
  ) {}

  in(encoding: ContentEncoding): Promise<EncodedAnswer> {
    const known = this.encoded.get(encoding) ?? encodeAnswer(this.bytes, this.type, encoding);
    this.encoded.set(encoding, known);
    return known;
  }

  async inAllEncodings(): Promise<EncodedAnswers> {
    const [identity, gzip, br] = await Promise.all([this.in('identity'), this.in('gzip'), this.in('br')]);
    return { identity, gzip, br };
  }
}

async function encodeAnswer(bytes: Buffer, type: string, encoding: ContentEncoding): Promise<EncodedAnswer> {
  const encoded = await encode(bytes, encoding);
  return { bytes: encoded, type, etag: strongEtag(encoded) };
}

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

/** On the request, under a name that every copy of this library knows: packed plugins have one each. */
const SENT = Symbol.for('portal-newsroom.response-cache.sent-answer');

type WithSentAnswer = IncomingMessage & { [SENT]?: Answer };

/** The answer that a request was sent, for the cache. */
export const sentAnswer = (request: IncomingMessage): Answer | undefined => (request as WithSentAnswer)[SENT];

export function recordSentAnswer(request: IncomingMessage, answer: Answer): void {
  (request as WithSentAnswer)[SENT] = answer;
}
