export type Encoding = 'identity' | 'gzip' | 'br';

/** What is offered, the smallest last. */
const OFFERED: readonly Encoding[] = ['identity', 'gzip', 'br'];

/**
 * The encoding for a request by its Accept-Encoding (RFC 9110, 12.5.3): of those with the highest weight the smallest.
 * Without the field, or when it leaves nothing, the bytes as they are.
 */
export function encodingFor(acceptEncoding: string | undefined): Encoding {
  if (!acceptEncoding) return 'identity';
  const weights = weightsIn(acceptEncoding);
  const weightOf = (encoding: Encoding): number =>
    weights.get(encoding) ?? weights.get('*') ?? (encoding === 'identity' ? Number.MIN_VALUE : 0);
  let best: Encoding = 'identity';
  for (const encoding of OFFERED) {
    if (weightOf(encoding) > 0 && weightOf(encoding) >= weightOf(best)) best = encoding;
  }
  return best;
}

function weightsIn(acceptEncoding: string): Map<string, number> {
  const weights = new Map<string, number>();
  for (const one of acceptEncoding.toLowerCase().split(',', 32)) {
    const [name = '', ...parameters] = one.split(';').map((part) => part.trim());
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
    weights.set(name === 'x-gzip' ? 'gzip' : name, /^[01](\.\d{0,3})?$/.test(weight) ? Math.min(Number(weight), 1) : 0);
  }
  return weights;
}

/**
 * Whether an If-None-Match names the entity tag, by the weak comparison that RFC 9110, 13.1.2 prescribes. Koa's `fresh`
 * would not do: it sends everything again to a client that says `no-cache`, as fetch does with this header.
 */
export function names(ifNoneMatch: string | undefined, etag: string): boolean {
  if (!ifNoneMatch) return false;
  return ifNoneMatch.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag);
}
