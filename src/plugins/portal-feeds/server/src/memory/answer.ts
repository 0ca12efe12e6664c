import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Encoding } from './negotiate';

/** Bytes as they are sent, of which type, and a strong entity tag of exactly these. */
export type Form = { readonly bytes: Buffer; readonly type: string; readonly etag: string };
export type Forms = Readonly<Record<Encoding, Form>>;

const MAX_AGE = 5;

/** Compressed at once, while somebody waits: the quality that costs a millisecond or two, not the best one. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

const encoders: Record<Encoding, (bytes: Buffer) => Promise<Buffer>> = {
  identity: async (bytes) => bytes,
  gzip: promisify(gzip),
  br: (bytes) => promisify(brotliCompress)(bytes, BROTLI),
};

/** An answer: its bytes, each encoding of which is made once, and how long time leaves it true. */
export class Answer {
  private readonly made = new Map<Encoding, Promise<Form>>();

  /** @param secondsToNextChange until time alone changes what is visible; null when it never does */
  constructor(
    private readonly bytes: Buffer,
    private readonly type: string,
    readonly secondsToNextChange: number | null,
  ) {}

  in(encoding: Encoding): Promise<Form> {
    const known = this.made.get(encoding) ?? encode(this.bytes, this.type, encoding);
    this.made.set(encoding, known);
    return known;
  }

  async inAll(): Promise<Forms> {
    const [identity, gzip, br] = await Promise.all([this.in('identity'), this.in('gzip'), this.in('br')]);
    return { identity, gzip, br };
  }
}

async function encode(bytes: Buffer, type: string, encoding: Encoding): Promise<Form> {
  const encoded = await encoders[encoding](bytes);
  return { bytes: encoded, type, etag: `"${createHash('sha256').update(encoded).digest('base64url').slice(0, 27)}"` };
}

/** Whole seconds for which an answer may be kept elsewhere: never past the instant at which time changes it. */
export const maxAgeOf = (secondsLeft: number | null): number =>
  Math.max(0, Math.min(MAX_AGE, Math.floor(secondsLeft ?? MAX_AGE)));

/** The fields by which an answer differs from others; those of a 304 for whoever has these bytes already. */
export function fieldsOf(form: Form, encoding: Encoding, maxAge: number, isKnown: boolean): Record<string, string> {
  return {
    'Cache-Control': `public, max-age=${maxAge}, stale-if-error=600`,
    ETag: form.etag,
    Vary: 'Accept-Encoding',
    ...(!isKnown && {
      'Content-Type': form.type,
      ...(encoding !== 'identity' && { 'Content-Encoding': encoding }),
      'Content-Length': String(form.bytes.length),
    }),
  };
}

const answers = new WeakMap<IncomingMessage, Answer>();

/** What a request was answered with, for whoever keeps it. */
export const answerOf = (request: IncomingMessage): Answer | undefined => answers.get(request);

export const answered = (request: IncomingMessage, answer: Answer): void => void answers.set(request, answer);
