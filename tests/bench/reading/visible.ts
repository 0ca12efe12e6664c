import { setTimeout as pause } from 'node:timers/promises';
import { signIn } from '../../helpers/sign-in';
import { Connection, load } from '../load';
import { documentOf } from '../seed-articles';
import { percentile } from '../table';
import { paths } from './addresses';
import type { Stage } from './stage';

/** Answers a second on each of two connections of each node meanwhile. */
const PACE = 100;

/** Milliseconds between the requests of a watcher, which are a load of their own. */
const WATCH_EVERY = 4;

/** Milliseconds after which a publication is given up. */
const LONGEST = 10_000;

/** What the triggers of portal-feeds notify. */
const CHANNEL = 'portal_feeds_changed';

type Seen = { delays: number[]; wentBack: number };

/**
 * Publishes one article repeatedly on one node, while both nodes are read: milliseconds from the commit, as a
 * listening connection is notified, to the first answer of a node that shows it; and how often a node has shown an
 * older one after a newer. The editor gets the response some milliseconds after the commit.
 */
export async function publishToVisible(
  { newsroom, database, at }: Stage,
  rounds: number,
  newest: number,
): Promise<Record<'here' | 'there', Seen & { p50: number; p99: number }>> {
  const editor = await signIn({ ...newsroom, url: at.hot }, 'strapi-super-admin', 'xuat-ban@example.vn');
  const article = `/content-manager/collection-types/plugin::newsroom.article/${documentOf(newest)}`;
  const isDone = { now: false };
  const watchers = { here: watch(at.hot, isDone), there: watch(at.other, isDone) };
  const reading = Promise.all(
    [at.hot, at.other].map(async (node) => {
      while (!isDone.now) await load(node + paths.latest, { seconds: 1, connections: 2, pace: PACE });
    }),
  );
  const committed: number[] = [];
  let heard = 0;
  database.on('notification', () => (heard = performance.now()));
  await database.query(`LISTEN ${CHANNEL}`);
  for (let round = 1; round <= rounds; round += 1) {
    const asked = performance.now();
    const answer = await editor.ask(
      'POST',
      `${article}/actions/publish?locale=vi`,
      { title: titleOf(round) },
      { 'X-Desk-Override': 'phep-do' },
    );
    if (answer.status !== 200) throw new Error(await answer.text());
    while (heard < asked) await pause(1);
    committed[round] = heard;
    while (!watchers.here.first.has(round) || !watchers.there.first.has(round)) {
      if (performance.now() - committed[round]! > LONGEST) throw new Error(`Publication ${round} is not seen.`);
      await pause(5);
    }
  }
  isDone.now = true;
  await database.query(`UNLISTEN ${CHANNEL}`);
  database.removeAllListeners('notification');
  await Promise.all([reading, watchers.here.ended, watchers.there.ended]);
  const of = ({ first, wentBack }: ReturnType<typeof watch>) => {
    const delays = [...first].map(([round, seen]) => Math.max(0, seen - committed[round]!));
    return { delays, wentBack: wentBack(), p50: percentile(delays, 50), p99: percentile(delays, 99) };
  };
  return { here: of(watchers.here), there: of(watchers.there) };
}

const titleOf = (round: number) => `Bản tin số ${round}`;

/** Reads the list of a node continuously, and records when each number was first seen. */
function watch(node: string, isDone: { now: boolean }) {
  const first = new Map<number, number>();
  let last = 0;
  let wentBack = 0;
  const ended = (async () => {
    const connection = await Connection.to(node);
    while (!isDone.now) {
      const { body } = await connection.get(node + paths.latest);
      const round = Number(/Bản tin số (\d+)/.exec(body.toString('utf8'))?.[1] ?? 0);
      if (round < last) wentBack += 1;
      if (round > last) first.set((last = round), performance.now());
      await pause(WATCH_EVERY);
    }
    connection.close();
  })();
  return { first, wentBack: () => wentBack, ended };
}
