import { setTimeout as pause } from 'node:timers/promises';
import { eventually, get } from '../helpers/cache';
import { LATEST, LONG, report, Stage } from './stage';

let stage: Stage;
afterAll(() => stage?.site.stop(), 120_000);

it(
  'answers readers from memory while PostgreSQL is away for a minute, and is whole soon after',
  async () => {
    stage = await Stage.open({ nodes: 1 });
    const node = stage.site.nodes[0]!;
    await get(node.url + LATEST);
    let back = 0;
    const answers = await stage.work(async () => {
      await pause(2_000);
      stage.site.primary.stop('immediate');
      await pause(60_000);
      stage.site.primary.start();
      const since = performance.now();
      await eventually(worksAgain, (works) => works, 30);
      back = performance.now() - since;
    }, node.url);
    async function worksAgain(): Promise<boolean> {
      const answer = await stage.panel.ask(
        'GET',
        `/content-manager/collection-types/plugin::newsroom.article/${stage.documents[0]!.documentId}?locale=vi`,
      );
      return answer.status === 200 && (await get(`${node.url}/readyz`)).status === 200;
    }
    report('outage', answers, { backAfterMilliseconds: Math.round(back) });
    expect(answers.reads.filter(({ status }) => status !== 200)).toEqual([]);
    expect(answers.writes.filter(({ status }) => status >= 500 && status !== 503)).toEqual([]);
    expect(back).toBeLessThan(5_000);
    await stage.check();
  },
  LONG,
);
