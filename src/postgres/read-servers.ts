import { setTimeout as pause } from 'node:timers/promises';
import type { Pool, QueryConfig, QueryResult, QueryResultRow } from 'pg';
import { isContention, isUnavailable } from './failures';

/** Milliseconds that reads wait for a replica to replay a change, after which the primary answers them. */
const PATIENCE = 200;
/** Milliseconds between two questions of how far a replica is, while reads wait for it and while they do not. */
const POLL = 10;
const PROBE = 500;

const POSITION = `
  SELECT CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() ELSE pg_current_wal_insert_lsn() END
           - '0/0'::pg_lsn AS position`;

/** Of the primary, in bytes of its write-ahead log; what was committed before is below it. */
export const WRITTEN_POSITION = `SELECT (pg_current_wal_insert_lsn() - '0/0'::pg_lsn)::text AS position`;

type Replica = {
  pool: Pool;
  /** What it is known to have replayed. */
  position: number;
  /** Left out: it is behind or did not answer. */
  isOut: boolean;
  waiting?: Promise<boolean>;
};

/**
 * Reads from the replicas that have replayed what has to be seen, in turn, and else from the primary: always from it
 * until `require` is first called. A replica that is behind or away is left out, and taken back once it has caught up.
 * While the primary is away, a replica answers that has all that is known to have been written.
 */
export class ReadServers {
  private readonly replicas: Replica[];
  private required: Promise<number> = Promise.resolve(Infinity);
  /** The last position that `require` was given. */
  private known = 0;
  private turn = 0;
  private probe: NodeJS.Timeout | undefined;

  constructor(
    private readonly primary: Pool,
    replicas: readonly Pool[] = [],
    private readonly onChange: (replica: number, isOut: boolean) => void = () => undefined,
  ) {
    this.replicas = replicas.map((pool) => ({ pool, position: 0, isOut: false }));
    if (replicas.length > 0) this.probe = setInterval(() => void this.takeBack(), PROBE).unref();
  }

  /**
   * What begins from now on sees what the primary had written at that position.
   *
   * @param position settles with it; while it does not, and if it fails, the primary answers
   */
  require(position: Promise<number>): void {
    this.required = position;
    position.then(
      (known) => (this.known = Math.max(this.known, known)),
      () => undefined,
    );
  }

  /** @throws what the server threw that was asked last */
  async query<Row extends QueryResultRow>(query: QueryConfig): Promise<QueryResult<Row>> {
    const replica = await this.currentReplica();
    if (replica) {
      try {
        return await replica.pool.query<Row>(query);
      } catch (error) {
        if (!isAnothersTurn(error)) throw error;
        if (!isContention(error)) this.setOut(replica, true);
      }
    }
    try {
      return await this.primary.query<Row>(query);
    } catch (error) {
      const other = isAnothersTurn(error) && (await this.completeReplica());
      if (!other) throw error;
      return other.pool.query<Row>(query);
    }
  }

  get connections(): { total: number; idle: number; waiting: number } {
    const pools = [this.primary, ...this.replicas.map(({ pool }) => pool)];
    const sum = (of: (pool: Pool) => number) => pools.reduce((total, pool) => total + of(pool), 0);
    return { total: sum((p) => p.totalCount), idle: sum((p) => p.idleCount), waiting: sum((p) => p.waitingCount) };
  }

  async end(): Promise<void> {
    clearInterval(this.probe);
    await Promise.all([this.primary, ...this.replicas.map(({ pool }) => pool)].map((pool) => pool.end()));
  }

  private async currentReplica(): Promise<Replica | undefined> {
    for (let tries = this.replicas.length; tries > 0; tries -= 1) {
      const replica = this.replicas[(this.turn += 1) % this.replicas.length]!;
      if (!replica.isOut && (await this.hasReplayed(replica))) return replica;
    }
    return undefined;
  }

  private async completeReplica(): Promise<Replica | undefined> {
    for (const replica of this.replicas) if ((await positionOf(replica.pool)) >= this.known) return replica;
    return undefined;
  }

  private async hasReplayed(replica: Replica): Promise<boolean> {
    const deadline = performance.now() + PATIENCE;
    const required = await Promise.race([this.required.catch(() => Infinity), pause(PATIENCE, Infinity)]);
    if (replica.position >= required) return true;
    if (required === Infinity) return false;
    replica.waiting ??= this.follow(replica, required, deadline).finally(() => (replica.waiting = undefined));
    return (await replica.waiting) && replica.position >= required;
  }

  private async follow(replica: Replica, required: number, deadline: number): Promise<boolean> {
    for (;;) {
      const left = deadline - performance.now();
      const position = left > 0 ? await Promise.race([positionOf(replica.pool), pause(left, -1)]) : -1;
      replica.position = Math.max(replica.position, position);
      if (replica.position >= required) return true;
      if (performance.now() >= deadline || position < 0) {
        this.setOut(replica, true);
        return false;
      }
      await pause(POLL);
    }
  }

  private async takeBack(): Promise<void> {
    const out = this.replicas.filter(({ isOut }) => isOut);
    const required = await this.required.catch(() => Infinity);
    for (const replica of out) {
      replica.position = Math.max(replica.position, await positionOf(replica.pool));
      if (replica.position >= required) this.setOut(replica, false);
    }
  }

  private setOut(replica: Replica, isOut: boolean): void {
    if (replica.isOut === isOut) return;
    replica.isOut = isOut;
    this.onChange(this.replicas.indexOf(replica) + 1, isOut);
  }
}

/** Whether another server may succeed: not after a statement that took too long, which it would there as well. */
const isAnothersTurn = (error: unknown): boolean =>
  (isUnavailable(error) || isContention(error)) && (error as { code?: string }).code !== '57014';

/** Negative where it cannot be had. */
const positionOf = (pool: Pool): Promise<number> =>
  pool.query<{ position: string }>(POSITION).then(
    ({ rows }) => Number(rows[0]!.position),
    () => -1,
  );
