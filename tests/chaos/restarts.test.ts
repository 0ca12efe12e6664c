import { LONG, report, Stage, TIMES } from './stage';

let stage: Stage;
afterAll(() => stage?.site.stop(), 120_000);

it(
  'loses no read and no write while its nodes are restarted in turn',
  async () => {
    stage = await Stage.open({ nodes: 2 });
    const answers = await stage.work(async () => {
      for (let turn = 0; turn < TIMES; turn += 1) {
        for (const node of stage.site.nodes) {
          expect(await stage.site.endNode(node, 'SIGTERM')).toBe(0);
          await stage.site.startNode(node);
          await stage.site.ready();
        }
      }
    });
    report('restarts', answers, { turns: TIMES });
    expect(answers.reads.filter(({ status }) => status !== 200)).toEqual([]);
    expect(answers.writes.filter(({ status }) => status !== 200)).toEqual([]);
    await stage.check();
  },
  LONG,
);
