import type { IncomingMessage } from 'node:http';
import { type ContentEncoding, encode } from './content-encoding';
import { strongEtag } from './etag';

/** Bytes in one encoding as they are sent, their content type, and their strong entity tag. */
export type EncodedAnswer = { readonly bytes: Buffer; readonly type: string; readonly etag: string };
export type EncodedAnswers = Readonly<Record<ContentEncoding, EncodedAnswer>>;

/** An answer with status 200: its bytes, encoded once for each encoding, and the time until it changes by itself. */
export class Answer {
  private readonly encoded = new Map<ContentEncoding, Promise<EncodedAnswer>>();

  /**
   * @param type the content type, such as `application/json; charset=utf-8`
   * @param secondsToNextChange until time alone changes what is visible; null when it never does
   * @param onSent is called for each request that it answers, also for those that the cache answers with it
   */
  constructor(
    private readonly bytes: Buffer,
    private readonly type: string,
    readonly secondsToNextChange: number | null,
    readonly onSent?: () => void,
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

/** On the request, under a name that every copy of this library knows: packed plugins have one each. */
const SENT = Symbol.for('portal-newsroom.response-cache.sent-answer');

type WithSentAnswer = IncomingMessage & { [SENT]?: Answer };

/** The answer that a request was sent, for the cache. */
export const sentAnswer = (request: IncomingMessage): Answer | undefined => (request as WithSentAnswer)[SENT];

export function recordSentAnswer(request: IncomingMessage, answer: Answer): void {
  (request as WithSentAnswer)[SENT] = answer;
}
