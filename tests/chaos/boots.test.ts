import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { LONG, report, Stage, TIMES } from './stage';

let stage: Stage;
afterAll(() => stage?.site.stop(), 120_000);

it(
  'saves as before while a node boots beside editors and open transactions',
  async () => {
    stage = await Stage.open({ nodes: 2 });
    const [, other] = stage.site.nodes;
    await stage.site.endNode(other!, 'SIGTERM');
    const alone = await stage.work(() => pause(10_000));
    const holder = new Client({ connectionString: stage.site.primary.url() });
    await holder.connect();
    const beside = await stage.work(async () => {
      for (let turn = 0; turn < TIMES; turn += 1) {
        const held = turn % 3;
        await holder.query('BEGIN');
        if (held === 1) await holder.query('UPDATE agencies SET name = name');
        if (held === 2) await holder.query(`INSERT INTO desk.audit (actor, action) VALUES ('{}', 'thu')`);
        await stage.site.startNode(other!);
        await holder.query('ROLLBACK');
        expect(await stage.site.endNode(other!, 'SIGTERM')).toBe(0);
      }
    });
    await holder.end();
    report('saves alone', alone);
    report('saves beside boots', beside, { boots: TIMES });
    expect(beside.writes.filter(({ status }) => status !== 200)).toEqual([]);
    await stage.site.startNode(other!);
    await stage.check();
  },
  LONG,
);
