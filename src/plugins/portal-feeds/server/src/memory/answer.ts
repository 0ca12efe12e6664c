import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { names, type Encoding } from './negotiate';

/** Bytes as they are sent, and a strong entity tag of exactly these. */
export type Form = { readonly bytes: Buffer; readonly etag: string };
export type Forms = Readonly<Record<Encoding, Form>>;

const MAX_AGE = 5;

/** Compressed at once, while somebody waits: the quality that costs a millisecond or two, not the best one. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

const encoders: Record<Encoding, (bytes: Buffer) => Promise<Buffer>> = {
  identity: async (bytes) => bytes,
  gzip: promisify(gzip),
  br: (bytes) => promisify(brotliCompress)(bytes, BROTLI),
};

/** An answer of the contract: its bytes, each encoding of which is made once, and how long time leaves it true. */
export class Answer {
  private readonly made = new Map<Encoding, Promise<Form>>();

  /** @param secondsToNextChange until time alone changes what is visible; null when it never does */
  constructor(
    private readonly bytes: Buffer,
    readonly secondsToNextChange: number | null,
  ) {}

  in(encoding: Encoding): Promise<Form> {
    const known = this.made.get(encoding) ?? encode(this.bytes, encoding);
    this.made.set(encoding, known);
    return known;
  }

  async inAll(): Promise<Forms> {
    const [identity, gzip, br] = await Promise.all([this.in('identity'), this.in('gzip'), this.in('br')]);
    return { identity, gzip, br };
  }
}

async function encode(bytes: Buffer, encoding: Encoding): Promise<Form> {
  const encoded = await encoders[encoding](bytes);
  return { bytes: encoded, etag: `"${createHash('sha256').update(encoded).digest('base64url').slice(0, 27)}"` };
}

/**
 * The status and the fields by which an answer differs from others: those of a 304 for whoever has these bytes.
 *
 * @param secondsLeft until time changes it: `max-age` never goes past that instant
 */
export function represent(form: Form, encoding: Encoding, asked: IncomingHttpHeaders, secondsLeft: number | null) {
  const isKnown = names(asked['if-none-match'], form.etag);
  const maxAge = Math.max(0, Math.min(MAX_AGE, Math.floor(secondsLeft ?? MAX_AGE)));
  const headers: Record<string, string> = {
    'Cache-Control': `public, max-age=${maxAge}, stale-if-error=600`,
    ETag: form.etag,
    Vary: 'Accept-Encoding',
  };
  if (!isKnown) {
    headers['Content-Type'] = 'application/json; charset=utf-8';
    if (encoding !== 'identity') headers['Content-Encoding'] = encoding;
    headers['Content-Length'] = String(form.bytes.length);
  }
  return { status: isKnown ? 304 : 200, headers };
}

const answers = new WeakMap<IncomingMessage, Answer>();

/** What a request was answered with, for whoever keeps it. */
export const answerOf = (request: IncomingMessage): Answer | undefined => answers.get(request);

export const answered = (request: IncomingMessage, answer: Answer): void => void answers.set(request, answer);
