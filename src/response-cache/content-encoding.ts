import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type ContentEncoding = 'identity' | 'gzip' | 'br';

/** The smallest last. */
const SUPPORTED: readonly ContentEncoding[] = ['identity', 'gzip', 'br'];

/** A client waits while the answer is compressed: this quality costs a millisecond or two, the best one a hundred. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

const encoders: Record<ContentEncoding, (bytes: Buffer) => Promise<Buffer>> = {
  identity: async (bytes) => bytes,
  gzip: promisify(gzip),
  br: (bytes) => promisify(brotliCompress)(bytes, BROTLI),
};

export const encode = (bytes: Buffer, encoding: ContentEncoding): Promise<Buffer> => encoders[encoding](bytes);

/**
 * The encoding for a request by its Accept-Encoding (RFC 9110, 12.5.3): of those with the highest weight the smallest.
 * Without the field, or when it excludes all, `identity`.
 */
export function negotiateEncoding(acceptEncoding: string | undefined): ContentEncoding {
  if (!acceptEncoding) return 'identity';
  const weights = parseWeights(acceptEncoding);
  const weightOf = (encoding: ContentEncoding): number =>
    weights.get(encoding) ?? weights.get('*') ?? (encoding === 'identity' ? Number.MIN_VALUE : 0);
  let best: ContentEncoding = 'identity';
  for (const encoding of SUPPORTED) {
    if (weightOf(encoding) > 0 && weightOf(encoding) >= weightOf(best)) best = encoding;
  }
  return best;
}

function parseWeights(acceptEncoding: string): Map<string, number> {
  const weights = new Map<string, number>();
  for (const one of acceptEncoding.toLowerCase().split(',', 32)) {
    const [name = '', ...parameters] = one.split(';').map((part) => part.trim());
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
    weights.set(name === 'x-gzip' ? 'gzip' : name, /^[01](\.\d{0,3})?$/.test(weight) ? Math.min(Number(weight), 1) : 0);
  }
  return weights;
}
