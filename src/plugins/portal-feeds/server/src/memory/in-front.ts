import type { IncomingMessage, OutgoingHttpHeaders, RequestListener, ServerResponse } from 'node:http';
import { answerOf } from './answer';
import type { Entries, Entry } from './entries';
import type { Figures } from './figures';
import type { Generations } from './generations';
import { askedOf, type Asked } from './key';
import { lastKnown, STALE } from './last-known';
import { respondFrom } from './respond';

type Flight = { generation: number; entry: Promise<Entry | undefined> };

export type Front = {
  entries: Entries;
  generations: Generations;
  origins: readonly string[];
  /** Answers what is not in memory; settles when it has. */
  passOn(request: IncomingMessage, response: ServerResponse): unknown;
  /** While a write of this node is being heard of. */
  catchingUp(): Promise<void> | undefined;
  /** Whether the database is known to be away, until it has come back. */
  isAway(): boolean;
  /** Whether what is read may be kept at all. */
  mayKeep(): boolean;
  figures: Pick<Figures, 'asked' | 'built' | 'stale'>;
  failed(error: unknown): void;
};

/** Of the answer that an entry is made from, what belongs to that one request or is said anew each time. */
const PASSING =
  /^(access-control-.*|cache-control|connection|content-(type|length|encoding)|date|etag|keep-alive|vary)$/;

/**
 * The request listener in front of Koa's: what is in memory is answered from there, with the fields that the answer had
 * from which it was made; all else passes on, and a 200 of the contract is kept as it comes back.
 */
export function inFront(front: Front): RequestListener {
  const { entries, figures, generations, passOn } = front;
  const respond = respondFrom(front.origins);
  const flights = new Map<string, Flight>();

  return (request, response) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const asked = isRead ? askedOf(request.url!) : null;
    if (!asked) return void passOn(request, response);
    const waiting = front.catchingUp();
    if (!waiting) return answer(asked, request, response);
    waiting.then(() => answer(asked, request, response)).catch(front.failed);
  };

  function answer(asked: Asked, request: IncomingMessage, response: ServerResponse): void {
    const entry = entries.get(asked.key);
    if (entry && generations.isCurrent(entry.generation) && performance.now() < entry.endsAt) {
      figures.asked('hit');
      return respond(entry, request, response);
    }
    if (front.isAway() && entry && generations.isUnrefuted(entry.generation) && performance.now() < entry.endsAt) {
      figures.stale();
      return respond(entry, request, response, STALE);
    }
    if (entry && generations.isUnrefuted(entry.generation)) lastKnown.set(request, entry);
    const flight = flights.get(asked.key);
    if (!flight || !generations.isCurrent(flight.generation)) return build(asked, request, response);
    figures.asked('joined');
    entries.admits(asked);
    flight.entry
      .then((made) => (made ? respond(made, request, response) : void passOn(request, response)))
      .catch(front.failed);
  }

  function build(asked: Asked, request: IncomingMessage, response: ServerResponse): void {
    figures.asked('miss');
    const begunAt = performance.now();
    const generation = generations.current;
    const entry = Promise.resolve(passOn(request, response))
      .then(() => keep(asked, generation, begunAt, request, response))
      .catch((error: unknown) => void front.failed(error))
      .finally(() => flights.get(asked.key) === flight && flights.delete(asked.key));
    const flight: Flight = { generation, entry };
    flights.set(asked.key, flight);
  }

  async function keep(
    asked: Asked,
    generation: number,
    begunAt: number,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<Entry | undefined> {
    const made = answerOf(request);
    if (!made || response.hasHeader('Set-Cookie') || !entries.admits(asked)) return undefined;
    figures.built(performance.now() - begunAt);
    const { secondsToNextChange } = made;
    const entry: Entry = {
      forms: await made.inAll(),
      headers: lasting(response.getHeaders()),
      generation,
      written: new Map(),
      // From before the query, so that it is never too late.
      endsAt: secondsToNextChange === null ? Infinity : begunAt + secondsToNextChange * 1_000,
    };
    if (front.mayKeep() && generation === generations.current) entries.set(asked.key, entry);
    return entry;
  }
}

const lasting = (headers: OutgoingHttpHeaders): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !PASSING.test(name))) as Record<string, string>;
