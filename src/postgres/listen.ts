import { randomBytes } from 'node:crypto';
import { Client, type ClientConfig } from 'pg';

type Listener = {
  /** A transaction that notified the channel has committed. */
  onNotify(): void;
  /** Every notification from now on will arrive. Those before, or since the last `onSuspect`, may be lost. */
  onTrusted(): void;
  /** Notifications may be lost: the connection is, or a heartbeat did not come back through it. */
  onSuspect(reason: Error): void;
};

export type Listening = {
  /** Settles when all that was notified before the call has arrived, or the connection has become suspect. */
  catchUp(): Promise<void>;
  /** Rows of a statement, on the listening connection: it waits in no pool's queue. */
  query<Row extends object>(text: string): Promise<Row[]>;
  close(): void;
};

/** All in milliseconds. */
const HEARTBEAT_INTERVAL = 1_000;
const HEARTBEAT_TIMEOUT = 2_000;
const FIRST_RETRY_DELAY = 100;
const MAX_RETRY_DELAY = 5_000;

/**
 * Listens to a channel on a connection of its own, and reconnects whenever it is lost. LISTEN alone is not reliable: a
 * connection can die silently, or a pooler can give it to another client. So every second a heartbeat, a notification
 * to itself, has to come back within two. Notifications arrive in the order of their commits: when a heartbeat is back,
 * all that was notified before it has arrived as well.
 *
 * @param config where to connect, as `pg` takes it: the database that is written to
 */
export function listen(config: ClientConfig, channel: string, listener: Listener): Listening {
  const ownChannel = `${channel}_${randomBytes(8).toString('hex')}`;
  const pending = new Map<string, () => void>();
  let client: Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let heartbeats = 0;
  let retryDelay = FIRST_RETRY_DELAY;
  let isClosed = false;

  function lose(lost: Client, reason: Error): void {
    if (client !== lost) return;
    client = undefined;
    destroySocket(lost);
    for (const settle of pending.values()) settle();
    pending.clear();
    listener.onSuspect(reason);
    reconnectLater();
  }

  function reconnectLater(): void {
    if (isClosed) return;
    clearTimeout(timer);
    timer = setTimeout(() => void connect(), retryDelay).unref();
    retryDelay = Math.min(retryDelay * 2, MAX_RETRY_DELAY);
  }

  async function connect(): Promise<void> {
    const made = new Client({
      ...config,
      keepAlive: true,
      connectionTimeoutMillis: HEARTBEAT_TIMEOUT,
      query_timeout: HEARTBEAT_TIMEOUT,
    });
    made.on('error', (error) => lose(made, error));
    made.on('end', () => lose(made, new Error('The listening connection has ended.')));
    made.on('notification', ({ channel: from, payload = '' }) =>
      from === ownChannel ? onHeartbeat(payload) : listener.onNotify(),
    );
    client = made;
    try {
      await made.connect();
      await made.query(`LISTEN ${made.escapeIdentifier(channel)}`);
      await made.query(`LISTEN ${made.escapeIdentifier(ownChannel)}`);
    } catch (error) {
      return lose(made, error as Error);
    }
    await heartbeat(made);
    if (client !== made) return;
    retryDelay = FIRST_RETRY_DELAY;
    listener.onTrusted();
    keepHeartbeats(made);
  }

  function keepHeartbeats(through: Client): void {
    if (isClosed || client !== through) return;
    timer = setTimeout(() => void heartbeat(through).then(() => keepHeartbeats(through)), HEARTBEAT_INTERVAL).unref();
  }

  function onHeartbeat(id: string): void {
    pending.get(id)?.();
    pending.delete(id);
  }

  async function heartbeat(through: Client): Promise<void> {
    const id = String((heartbeats += 1));
    const back = new Promise<void>((resolve) => pending.set(id, resolve));
    // A process that stood still finds the timer due before it has read its socket: setImmediate lets it read first.
    const timeout = setTimeout(
      () => setImmediate(() => pending.has(id) && lose(through, new Error('A heartbeat did not come back.'))),
      HEARTBEAT_TIMEOUT,
    ).unref();
    through.query('SELECT pg_notify($1, $2)', [ownChannel, id]).catch((error: Error) => lose(through, error));
    await back.finally(() => clearTimeout(timeout));
  }

  void connect();
  return {
    catchUp: async () => client && heartbeat(client),
    query: async <Row extends object>(text: string) => {
      if (!client) throw new Error('Not connected.');
      return (await client.query<Row>(text)).rows;
    },
    close() {
      isClosed = true;
      clearTimeout(timer);
      const last = client;
      client = undefined;
      for (const settle of pending.values()) settle();
      pending.clear();
      if (last) destroySocket(last);
    },
  };
}

/** Not `end()`, which waits for a reply that a dead connection never sends. */
function destroySocket(client: Client): void {
  (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
}
