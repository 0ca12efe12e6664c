import type { Site } from './site';
import { LONG, startSite, TIMES } from './stage';

let site: Site | undefined;
afterEach(() => site?.stop(), 120_000);

it(
  'has one schema when two nodes boot at once on an empty database',
  async () => {
    for (let turn = 0; turn < TIMES; turn += 1) {
      await site?.stop();
      site = await startSite({ nodes: 2 });
      await Promise.all(site.nodes.map((node) => site!.startNode(node)));
      await site.ready();
      expect(site.ended).toEqual([]);
    }
    console.log(`first-boot: two nodes at once on an empty database, ${TIMES} times, no error`);
  },
  LONG,
);
