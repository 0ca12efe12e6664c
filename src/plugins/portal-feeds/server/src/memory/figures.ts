import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What is known at the moment of asking. */
export type Standing = {
  bytes: number;
  entries: number;
  seen: number;
  isTrusted: boolean;
  pool: { total: number; idle: number; waiting: number; refused: number };
};

export type Figures = ReturnType<typeof createFigures>;

/** The figures of the memory and the read pool, in Prometheus' text. All labels are of a fixed few. */
export function createFigures(standing: () => Standing) {
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

  // Counted by hand: the library's own way costs a third of an answer.
  const asked = { hit: 0, joined: 0, miss: 0 };
  new Counter({
    name: 'portal_feeds_requests_total',
    help: 'Requests for what the memory may hold: found there, joined to one that was being built, or built.',
    labelNames: ['result'] as const,
    registers,
    collect() {
      this.reset();
      for (const [result, count] of Object.entries(asked)) this.inc({ result }, count);
    },
  });
  const generations = new Counter({
    name: 'portal_feeds_generations_total',
    help: 'Generations begun: a change, its time, a doubt about the listener, or trust in it.',
    labelNames: ['reason'] as const,
    registers,
  });
  const stale = new Counter({
    name: 'portal_feeds_stale_total',
    help: 'Answers that were the last known bytes, marked as stale.',
    registers,
  });
  const build = new Histogram({
    name: 'portal_feeds_build_seconds',
    help: 'How long an answer took that the memory did not hold.',
    buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers,
  });
  new Counter({
    name: 'portal_feeds_reads_refused_total',
    help: 'Reads refused with a 503, since as many waited for a connection as may.',
    registers,
    collect() {
      this.reset();
      this.inc(standing().pool.refused);
    },
  });
  gauge('portal_feeds_memory_bytes', 'Bytes kept.', () => standing().bytes);
  gauge('portal_feeds_memory_entries', 'Answers kept.', () => standing().entries);
  gauge('portal_feeds_memory_seen_keys', 'Free keys asked once, remembered.', () => standing().seen);
  gauge('portal_feeds_listener_trusted', 'Whether changes are heard of.', () => Number(standing().isTrusted));
  gauge('portal_feeds_pool_connections', 'Connections of the read pool.', () => standing().pool.total);
  gauge('portal_feeds_pool_idle', 'Of these, those that wait for work.', () => standing().pool.idle);
  gauge('portal_feeds_pool_waiting', 'Reads that wait for a connection.', () => standing().pool.waiting);

  return {
    asked: (result: keyof typeof asked) => void (asked[result] += 1),
    began: (reason: 'change' | 'time' | 'doubt' | 'trust') => generations.inc({ reason }),
    stale: () => stale.inc(),
    built: (milliseconds: number) => build.observe(milliseconds / 1_000),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
