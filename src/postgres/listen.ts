import { randomBytes } from 'node:crypto';
import { Client, type ClientConfig } from 'pg';

export type Listener = {
  /** Notified on the channel, by whatever committed. */
  heard(): void;
  /** All that commits from now on will be heard. What committed before, or since a doubt, may not have been. */
  trusted(): void;
  /** Something may have been missed: the connection is lost, or did not bring back what was sent through it. */
  doubted(why: Error): void;
};

export type Listening = {
  /** Settles when all that had committed before the call has been heard, or has come into doubt. */
  catchUp(): Promise<void>;
  /** Rows of a statement, on the connection that listens: no pool's queue is in its way. */
  query<Row extends object>(text: string): Promise<Row[]>;
  close(): void;
};

const BEAT_EVERY = 1_000;
const PATIENCE = 2_000;
const LONGEST_PAUSE = 5_000;

/**
 * Listens to a channel on a connection of its own, which is made again whenever it is lost. NOTIFY is a hint and no
 * promise: a connection can be dead without a word, or a pooler can hand it on. So each second a notification to itself
 * has to come back within two; notifications come in the order of their commits, so whatever committed before has then
 * been heard as well.
 *
 * @param config where to connect, as `pg` takes it: the database that is written to
 */
export function listen(config: ClientConfig, channel: string, listener: Listener): Listening {
  const own = `${channel}_${randomBytes(8).toString('hex')}`;
  const awaited = new Map<string, () => void>();
  let client: Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let turns = 0;
  let pause = 100;
  let closed = false;

  function lose(lost: Client, why: Error): void {
    if (client !== lost) return;
    client = undefined;
    cut(lost);
    for (const settle of awaited.values()) settle();
    awaited.clear();
    listener.doubted(why);
    again();
  }

  function again(): void {
    if (closed) return;
    clearTimeout(timer);
    timer = setTimeout(() => void connect(), pause).unref();
    pause = Math.min(pause * 2, LONGEST_PAUSE);
  }

  async function connect(): Promise<void> {
    const made = new Client({ ...config, keepAlive: true, connectionTimeoutMillis: PATIENCE, query_timeout: PATIENCE });
    made.on('error', (error) => lose(made, error));
    made.on('end', () => lose(made, new Error('The connection that listens has ended.')));
    made.on('notification', ({ channel: on, payload = '' }) => (on === own ? comeBack(payload) : listener.heard()));
    client = made;
    try {
      await made.connect();
      await made.query(`LISTEN ${made.escapeIdentifier(channel)}`);
      await made.query(`LISTEN ${made.escapeIdentifier(own)}`);
    } catch (error) {
      return lose(made, error as Error);
    }
    await beat(made);
    if (client !== made) return;
    pause = 100;
    listener.trusted();
    keepBeating(made);
  }

  function keepBeating(over: Client): void {
    if (closed || client !== over) return;
    timer = setTimeout(() => void beat(over).then(() => keepBeating(over)), BEAT_EVERY).unref();
  }

  function comeBack(turn: string): void {
    awaited.get(turn)?.();
    awaited.delete(turn);
  }

  async function beat(over: Client): Promise<void> {
    const turn = String((turns += 1));
    const back = new Promise<void>((resolve) => awaited.set(turn, resolve));
    // A process that stood still finds the timer due before it has read what came meanwhile: that is read first.
    const impatience = setTimeout(
      () => setImmediate(() => awaited.has(turn) && lose(over, new Error('A notification did not come back.'))),
      PATIENCE,
    ).unref();
    over.query('SELECT pg_notify($1, $2)', [own, turn]).catch((error: Error) => lose(over, error));
    await back.finally(() => clearTimeout(impatience));
  }

  void connect();
  return {
    catchUp: async () => client && beat(client),
    query: async <Row extends object>(text: string) => {
      if (!client) throw new Error('Not connected.');
      return (await client.query<Row>(text)).rows;
    },
    close() {
      closed = true;
      clearTimeout(timer);
      const last = client;
      client = undefined;
      for (const settle of awaited.values()) settle();
      awaited.clear();
      if (last) cut(last);
    },
  };
}

/** Not `end()`, which waits for an answer that a dead connection never gives. */
function cut(client: Client): void {
  (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
}
