import type { IncomingMessage, ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';
import { crossOriginHeaders } from '../cross-origin';
import { fieldsOf, maxAgeOf } from './answer';
import type { Entry } from './entries';
import { encodingFor, names, type Encoding } from './negotiate';

export type Respond = (
  entry: Entry,
  request: IncomingMessage,
  response: ServerResponse,
  also?: Record<string, string>,
) => void;

/** Browsers of a kind all send the same. */
const encodings = new LRUCache<string, Encoding>({ max: 256 });
const LONGEST = 256;

function encodingOf(acceptEncoding: string | undefined): Encoding {
  if (acceptEncoding === undefined || acceptEncoding.length > LONGEST) return encodingFor(acceptEncoding);
  const known = encodings.get(acceptEncoding) ?? encodingFor(acceptEncoding);
  encodings.set(acceptEncoding, known);
  return known;
}

/**
 * Answers from an entry. The fields are put together once for each of the few ways in which they can differ, since that
 * would take longer than all the rest.
 */
export function respondFrom(origins: readonly string[]): Respond {
  const isForAnybody = origins.includes('*');

  function fields(entry: Entry, encoding: Encoding, maxAge: number, isKnown: boolean, origin: string | undefined) {
    const listed = isForAnybody ? undefined : origins.find((one) => one === origin);
    const way = `${encoding} ${maxAge} ${isKnown} ${listed}`;
    const written = entry.written.get(way);
    if (written) return written;
    const { Vary, ...crossOrigin } = crossOriginHeaders(origins, origin);
    const own = fieldsOf(entry.forms[encoding], encoding, maxAge, isKnown);
    const all = { ...entry.headers, ...own, ...crossOrigin, ...(Vary && { Vary: `${own.Vary}, ${Vary}` }) };
    entry.written.set(way, all);
    return all;
  }

  return (entry, request, response, also) => {
    const asked = request.headers;
    const encoding = encodingOf(asked['accept-encoding'] as string | undefined);
    const { bytes, etag } = entry.forms[encoding];
    const isKnown = names(asked['if-none-match'], etag);
    const maxAge = maxAgeOf((entry.endsAt - performance.now()) / 1_000);
    const own = fields(entry, encoding, maxAge, isKnown, asked.origin);
    response.writeHead(isKnown ? 304 : 200, also ? { ...own, ...also } : own);
    response.end(isKnown || request.method === 'HEAD' ? undefined : bytes);
  };
}
