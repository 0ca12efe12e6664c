import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { LONG, MINUTES, report, Stage } from './stage';

const FAULTS: Record<string, (stage: Stage) => Promise<void>> = {
  async 'a node is killed'({ site, random }) {
    const node = random.pick(site.nodes);
    await site.endNode(node, 'SIGKILL');
    await pause(random.between(0, 1_000));
    await site.startNode(node);
  },
  async 'PostgreSQL stops at once'({ site, random }) {
    site.primary.stop('immediate');
    await pause(random.between(0, 2_000));
    site.primary.start();
  },
  async 'all other connection slots are taken'({ site, random }) {
    const taken: Client[] = [];
    for (;;) {
      const client = new Client({ connectionString: site.primary.url() });
      client.on('error', () => undefined);
      try {
        await client.connect();
      } catch {
        break;
      }
      taken.push(client);
    }
    await pause(random.between(500, 2_000));
    await Promise.allSettled(taken.map((client) => client.end()));
  },
  async 'every connection is reset'({ site, random }) {
    site.proxy.become('away');
    await pause(random.between(0, 1_500));
    site.proxy.become('open');
  },
  async 'connections go silent'({ site, random }) {
    site.proxy.become('silent');
    await pause(random.between(500, 3_000));
    site.proxy.become('open');
  },
  async 'a node stands still'({ site, random }) {
    const { pid } = random.pick(site.nodes).process;
    process.kill(pid, 'SIGSTOP');
    await pause(random.between(200, 3_000));
    process.kill(pid, 'SIGCONT');
  },
  async 'a node is restarted'({ site, random }) {
    const node = random.pick(site.nodes);
    expect(await site.endNode(node, 'SIGTERM')).toBe(0);
    await site.startNode(node);
  },
};

let stage: Stage;
afterAll(() => stage?.site.stop(), 120_000);

it(
  'keeps every rule while nodes, connections and PostgreSQL fail at random',
  async () => {
    stage = await Stage.open({ nodes: 2 });
    const { random } = stage;
    const done: Record<string, number> = {};
    const answers = await stage.work(async () => {
      for (const end = Date.now() + MINUTES * 60_000; Date.now() < end;) {
        await pause(random.between(300, 2_500));
        const name = random.pick(Object.keys(FAULTS));
        await FAULTS[name]!(stage);
        done[name] = (done[name] ?? 0) + 1;
      }
    });
    report('mixed', answers, done);
    await stage.check();
  },
  LONG,
);
