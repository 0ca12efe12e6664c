import { setTimeout as pause } from 'node:timers/promises';
import { eventually, get } from '../helpers/cache';
import { brokenRules } from './check';
import { LATEST, LONG, report, Stage } from './stage';

let stage: Stage;
afterAll(() => stage?.site.stop(), 120_000);

it(
  'loses nothing when its synchronous replica takes over',
  async () => {
    stage = await Stage.open({ nodes: 2, withReplica: true });
    stage.site.primary.configure(`synchronous_standby_names = '*'`);
    await eventually(
      () => stage.site.primary.sql<{ state: string }>('SELECT sync_state AS state FROM pg_stat_replication'),
      ([row]) => row?.state === 'sync',
    );
    await get(stage.site.url + LATEST);
    const replica = stage.site.replica!;
    const answers = await stage.work(async () => {
      await pause(5_000);
      stage.site.primary.stop('immediate');
      replica.promote();
      for (const node of stage.site.nodes) {
        node.settings.DATABASE_URL = replica.url();
        delete node.settings.DATABASE_READ_URL;
        await stage.site.endNode(node, 'SIGTERM');
        await stage.site.startNode(node);
      }
      await pause(5_000);
    });
    report('failover', answers);
    expect(answers.reads.filter(({ status }) => status !== 200)).toEqual([]);
    await stage.site.ready();
    expect(
      await brokenRules({ primary: replica, nodes: stage.site.nodes, ended: stage.site.ended }, stage.documents),
    ).toEqual([]);
  },
  LONG,
);
