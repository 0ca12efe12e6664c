import { limitDatabaseWaits } from '../../src/strapi-internals/database-limits';
import { expectedErrors } from '../helpers/log';
import { startNewsroom, type Newsroom } from '../helpers/newsroom';

const LIMITS = { connection: 2_000, lock: 700, statement: 800, answer: 1_500, idleTransaction: 600 };

describe('the waits of Strapi’s own connections', () => {
  let newsroom: Newsroom;
  let undo: () => void;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    undo = limitDatabaseWaits(newsroom.strapi, LIMITS);
  });
  afterAll(async () => {
    undo();
    await newsroom.stop();
  });

  const show = `SELECT name, setting::int FROM pg_settings
    WHERE name IN ('lock_timeout', 'statement_timeout', 'idle_in_transaction_session_timeout', 'tcp_user_timeout')`;
  const settings = (rows: { name: string; setting: number }[]) =>
    Object.fromEntries(rows.map(({ name, setting }) => [name, setting]));

  it('are limited on every connection, those of transactions among them', async () => {
    const { db } = newsroom.strapi;
    const plain = await db.connection.raw(show);
    const inTransaction = await db.transaction(({ trx }) => trx.raw(show));
    for (const { rows } of [plain, inTransaction]) {
      expect(settings(rows)).toMatchObject({
        lock_timeout: 700,
        statement_timeout: 800,
        idle_in_transaction_session_timeout: 600,
      });
    }
  });

  it('end: a statement, a transaction that idles, a full pool', async () => {
    const { db } = newsroom.strapi;
    await expect(db.connection.raw('SELECT pg_sleep(5)')).rejects.toMatchObject({ code: '57014' });
    const taken = await Promise.all(
      Array.from({ length: db.connection.client.pool.max }, () => db.connection.transaction()),
    );
    await expect(db.connection.raw('SELECT')).rejects.toThrow('Knex: Timeout acquiring a connection');
    await expect(taken[0]!.raw('SELECT')).rejects.toThrow();
    await Promise.allSettled(taken.map((trx) => trx.rollback()));
    await expect(db.connection.raw('SELECT')).resolves.toBeDefined();
  });

  it('close a connection whose server is silent, and use another', async () => {
    expectedErrors(newsroom);
    const { db } = newsroom.strapi;
    const { client } = db.connection;
    const connection = await client.acquireConnection();
    // What is sent no longer reaches the server.
    const { stream } = connection.connection;
    stream.write = () => true;
    // On this connection, which another statement of the newsroom could be lent otherwise.
    const silent = db.connection.raw('SELECT').connection(connection);
    await expect(silent).rejects.toThrow(/Query read timeout$/);
    expect(stream.destroyed).toBe(true);
    await client.releaseConnection(connection);
    await Promise.all(Array.from({ length: client.pool.max }, () => db.connection.raw('SELECT pg_sleep(0.1)')));
  });
});
