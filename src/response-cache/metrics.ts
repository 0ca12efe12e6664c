import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { GenerationReason } from './generations';

/** Values that are read when the metrics are. */
type CacheState = {
  bytes: number;
  entries: number;
  seen: number;
  isTrusted: boolean;
  pool: { total: number; idle: number; waiting: number; refused: number };
};

export type Metrics = ReturnType<typeof createMetrics>;

/** The metrics of the cache and the read pool, in Prometheus' text format. Every label has a fixed few values. */
export function createMetrics(state: () => CacheState) {
  const registry = new Registry();
  const registers = [registry];
  const gauge = (name: string, help: string, value: () => number): void => {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(value());
      },
    });
  };

  // Plain numbers: the library's own counting costs a third of an answer.
  const requests = { hit: 0, joined: 0, miss: 0 };
  new Counter({
    name: 'portal_feeds_requests_total',
    help: 'Requests for cacheable answers: cached (hit), joined to one that was being built, or built (miss).',
    labelNames: ['result'] as const,
    registers,
    collect() {
      this.reset();
      for (const [result, count] of Object.entries(requests)) this.inc({ result }, count);
    },
  });
  const generations = new Counter({
    name: 'portal_feeds_generations_total',
    help: 'Generations begun: by a change, by time, by a suspected listener (doubt), by a trusted one.',
    labelNames: ['reason'] as const,
    registers,
  });
  const stale = new Counter({
    name: 'portal_feeds_stale_total',
    help: 'Answers that were served stale.',
    registers,
  });
  const survived = new Counter({
    name: 'portal_feeds_rejections_survived_total',
    help: 'Promises that nobody awaited and that the database failed; the process went on.',
    registers,
  });
  const build = new Histogram({
    name: 'portal_feeds_build_seconds',
    help: 'How long an answer took that was not cached.',
    buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers,
  });
  new Counter({
    name: 'portal_feeds_reads_refused_total',
    help: 'Reads refused with a 503, because too many waited for a connection.',
    registers,
    collect() {
      this.reset();
      this.inc(state().pool.refused);
    },
  });
  gauge('portal_feeds_memory_bytes', 'Bytes of cached answers.', () => state().bytes);
  gauge('portal_feeds_memory_entries', 'Cached answers.', () => state().entries);
  gauge('portal_feeds_memory_seen_keys', 'Freely invented keys that were requested once.', () => state().seen);
  gauge('portal_feeds_listener_trusted', 'Whether changes are notified to this node.', () => Number(state().isTrusted));
  gauge('portal_feeds_pool_connections', 'Connections of the read pool.', () => state().pool.total);
  gauge('portal_feeds_pool_idle', 'Idle connections of the read pool.', () => state().pool.idle);
  gauge('portal_feeds_pool_waiting', 'Reads that wait for a connection.', () => state().pool.waiting);

  return {
    request: (result: keyof typeof requests) => void (requests[result] += 1),
    generation: (reason: GenerationReason) => generations.inc({ reason }),
    stale: () => stale.inc(),
    survived: () => survived.inc(),
    built: (milliseconds: number) => build.observe(milliseconds / 1_000),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
