import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { percentile, table } from '../bench/table';
import { eventually, get } from '../helpers/cache';
import { picture } from '../helpers/file-bytes';
import { brokenRules } from './check';
import { createDocument, edit, Panel, type Document } from './editors';
import { Random } from './random';
import { Site } from './site';

const BIN = process.env.CHAOS_BIN ?? '';
const MINUTES = Number(process.env.CHAOS_MINUTES ?? 2);
const TIMES = Number(process.env.CHAOS_TIMES ?? 2);
const EDITORS = Number(process.env.CHAOS_EDITORS ?? 10);
const SEED = Number(process.env.CHAOS_SEED ?? 1);
const SCENARIOS = (process.env.CHAOS_SCENARIOS ?? 'mixed').split(',');

const LATEST = '/api/portal/v1/latest-news';
const LONG = 24 * 3_600_000;

type Answers = { status: number; milliseconds: number }[];

/** Scenarios that were asked for; a run of one says nothing of the others. */
const scenario = (name: string, run: () => Promise<void>) => SCENARIOS.includes(name) && it(name, run, LONG);

describe(`a newsroom whose parts fail (seed ${SEED})`, () => {
  const random = new Random(SEED);
  let site: Site;
  let panel: Panel;
  let documents: Document[];
  let canary: string;
  let relations: object;

  afterEach(() => site?.stop(), 120_000);

  async function open(options: { nodes: number; withReplica?: boolean }): Promise<void> {
    site = await Site.start({ bin: BIN, withReplica: false, ...options });
    for (const node of site.nodes) await site.startNode(node);
    await site.startNginx();
    await site.ready();
    panel = await Panel.register(site.url);
    const agencies = [];
    for (const name of ['Sở Thử nghiệm', 'Ban Thử nghiệm']) {
      agencies.push(await panel.create('plugin::directory.agency', { name }));
    }
    const officials = [];
    for (const name of ['Nguyễn Thử', 'Trần Thử'])
      officials.push(await panel.create('plugin::directory.official', { name }));
    const category = await panel.create('plugin::newsroom.category', { name: 'Thử nghiệm' });
    const connect = (made: { documentId: string }[]) => ({ connect: made.map(({ documentId }) => ({ documentId })) });
    const cover = await panel.upload(await picture('png'));
    relations = {
      cover,
      agencies: connect(agencies),
      officials: connect(officials),
      agency: connect(agencies.slice(0, 1)),
      category: connect([category]),
    };
    documents = [];
    for (let number = 0; number < EDITORS; number += 1) {
      documents.push(await createDocument(panel, `Bài ${number}`, relations));
    }
    const embargoed = await panel.create('plugin::newsroom.article?locale=vi', {
      title: 'Bài hẹn giờ',
      summary: 'Tóm tắt.',
      publishedOn: '2099-01-01T00:00:00.000Z',
      ...relations,
    });
    canary = embargoed.slug;
    const published = await panel.ask(
      'POST',
      `/content-manager/collection-types/plugin::newsroom.article/${embargoed.documentId}/actions/publish?locale=vi`,
      {},
      { 'X-Desk-Base': String(embargoed.revision) },
    );
    expect(published.status).toBe(200);
  }

  /** Editors, each on a document of their own, and readers, until `faults` settles. */
  async function work(faults: () => Promise<unknown>, through = () => site.url) {
    const state = { isOver: false, leaks: 0 };
    const writes: Answers = [];
    const reads: Answers = [];
    const editors = documents.map((document) =>
      edit(
        panel,
        document,
        new Random(random.next() * 2 ** 31),
        () => state.isOver,
        (answer) => writes.push(answer),
      ),
    );
    const readers = Array.from({ length: 4 }, async () => {
      const own = new Random(random.next() * 2 ** 31);
      while (!state.isOver) {
        const since = performance.now();
        const isCanary = own.next() < 0.2;
        const path = isCanary ? `/api/portal/v1/articles/${canary}` : LATEST;
        const status = await get(through() + path).then(
          (answer) => answer.status,
          () => 0,
        );
        if (isCanary && status === 200) state.leaks += 1;
        if (!isCanary) reads.push({ status, milliseconds: performance.now() - since });
        await pause(own.between(5, 50));
      }
    });
    try {
      await faults();
    } finally {
      state.isOver = true;
      await Promise.all([...editors, ...readers]);
    }
    expect(state.leaks).toBe(0);
    return { writes, reads };
  }

  function report(name: string, { writes, reads }: { writes: Answers; reads: Answers }, also: object = {}): void {
    const row = (what: string, answers: Answers) => {
      const times = answers.map(({ milliseconds }) => milliseconds);
      const by: Record<string, number> = {};
      for (const { status } of answers) by[status || 'lost'] = (by[status || 'lost'] ?? 0) + 1;
      const [p50, p99, most] = [50, 99, 100].map((share) => percentile(times, share));
      return { what, answered: answers.length, p50: p50!, p99: p99!, most: most!, answers: JSON.stringify(by) };
    };
    const rows = table([row('writes', writes), row('reads', reads)]);
    console.log(`${name} (seed ${SEED}) ${JSON.stringify(also)}\n${rows}`);
  }

  async function check(): Promise<void> {
    site.proxy.become('open');
    await site.ready();
    expect(await brokenRules(site, documents)).toEqual([]);
  }

  const faults: Record<string, () => Promise<void>> = {
    async 'a node is killed'() {
      const node = random.pick(site.nodes);
      await site.endNode(node, 'SIGKILL');
      await pause(random.between(0, 1_000));
      await site.startNode(node);
    },
    async 'PostgreSQL stops at once'() {
      site.primary.stop('immediate');
      await pause(random.between(0, 2_000));
      site.primary.start();
    },
    async 'all other connection slots are taken'() {
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
    async 'every connection is reset'() {
      site.proxy.become('away');
      await pause(random.between(0, 1_500));
      site.proxy.become('open');
    },
    async 'connections go silent'() {
      site.proxy.become('silent');
      await pause(random.between(500, 3_000));
      site.proxy.become('open');
    },
    async 'a node stands still'() {
      const { pid } = random.pick(site.nodes).process;
      process.kill(pid, 'SIGSTOP');
      await pause(random.between(200, 3_000));
      process.kill(pid, 'SIGCONT');
    },
    async 'a node is restarted'() {
      const node = random.pick(site.nodes);
      expect(await site.endNode(node, 'SIGTERM')).toBe(0);
      await site.startNode(node);
    },
  };

  scenario('mixed', async () => {
    await open({ nodes: 2 });
    const done: Record<string, number> = {};
    const figures = await work(async () => {
      for (const end = Date.now() + MINUTES * 60_000; Date.now() < end;) {
        await pause(random.between(300, 2_500));
        const name = random.pick(Object.keys(faults));
        await faults[name]!();
        done[name] = (done[name] ?? 0) + 1;
      }
    });
    report('mixed', figures, done);
    await check();
  });

  scenario('outage', async () => {
    await open({ nodes: 1 });
    const node = site.nodes[0]!;
    await get(node.url + LATEST);
    let back = 0;
    const figures = await work(
      async () => {
        await pause(2_000);
        site.primary.stop('immediate');
        await pause(60_000);
        site.primary.start();
        const since = performance.now();
        await eventually(
          async () => figuresSoFar(),
          (recent) => recent,
          30,
        );
        back = performance.now() - since;
      },
      () => node.url,
    );
    async function figuresSoFar() {
      const answer = await panel.ask(
        'GET',
        `/content-manager/collection-types/plugin::newsroom.article/${documents[0]!.documentId}?locale=vi`,
      );
      return answer.status === 200 && (await get(`${node.url}/readyz`)).status === 200;
    }
    report('outage', figures, { backAfterMilliseconds: Math.round(back) });
    expect(figures.reads.filter(({ status }) => status !== 200)).toEqual([]);
    expect(figures.writes.filter(({ status }) => status >= 500 && status !== 503)).toEqual([]);
    expect(back).toBeLessThan(5_000);
    await check();
  });

  scenario('restarts', async () => {
    await open({ nodes: 2 });
    const figures = await work(async () => {
      for (let turn = 0; turn < TIMES; turn += 1) {
        for (const node of site.nodes) {
          expect(await site.endNode(node, 'SIGTERM')).toBe(0);
          await site.startNode(node);
          await site.ready();
        }
      }
    });
    report('restarts', figures, { turns: TIMES });
    expect(figures.reads.filter(({ status }) => status !== 200)).toEqual([]);
    expect(figures.writes.filter(({ status }) => status !== 200)).toEqual([]);
    await check();
  });

  scenario('boots', async () => {
    await open({ nodes: 2 });
    const [, other] = site.nodes;
    await site.endNode(other!, 'SIGTERM');
    const alone = await work(() => pause(10_000));
    const holder = new Client({ connectionString: site.primary.url() });
    await holder.connect();
    const beside = await work(async () => {
      for (let turn = 0; turn < TIMES; turn += 1) {
        const held = turn % 3;
        await holder.query('BEGIN');
        if (held === 1) await holder.query('UPDATE agencies SET name = name');
        if (held === 2) await holder.query(`INSERT INTO desk.audit (actor, action) VALUES ('{}', 'thu')`);
        await site.startNode(other!);
        await holder.query('ROLLBACK');
        expect(await site.endNode(other!, 'SIGTERM')).toBe(0);
      }
    });
    await holder.end();
    report('saves alone', alone);
    report('saves beside boots', beside, { boots: TIMES });
    expect(beside.writes.filter(({ status }) => status !== 200)).toEqual([]);
    await site.startNode(other!);
    await check();
  });

  scenario('kills', async () => {
    await open({ nodes: 1 });
    const node = site.nodes[0]!;
    const [document] = documents;
    documents = [document!];
    const holder = new Client({ connectionString: site.primary.url() });
    await holder.connect();
    const unreached: string[] = [];
    for (const point of POINTS) {
      for (let turn = 0; turn < TIMES; turn += 1) {
        await holder.query('BEGIN');
        if (point === DOCUMENT_LOCK) {
          await holder.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
            `plugin::newsroom.article ${document!.documentId}`,
          ]);
        } else await holder.query(`LOCK TABLE ${point} IN SHARE MODE`);
        const title = `${point} ${turn}`;
        const path = `/content-manager/collection-types/plugin::newsroom.article/${document!.documentId}`;
        const base = { 'X-Desk-Base': String(document!.revision) };
        const publishing = panel.ask('POST', `${path}/actions/publish?locale=vi`, { title }, base);
        const waiting = `SELECT FROM pg_stat_activity WHERE pg_blocking_pids(pid) @> ARRAY[pg_backend_pid()]`;
        const isWaiting = await eventually(
          () => holder.query(waiting),
          ({ rowCount }) => rowCount !== 0,
          4,
        ).then(
          () => true,
          () => false,
        );
        if (!isWaiting) {
          unreached.push(point);
          await holder.query('ROLLBACK');
          document!.revision = Number((await publishing).body.data?.revision);
          document!.acknowledged.publish += 1;
          document!.possible = [{ draft: title, published: title }];
          continue;
        }
        await site.endNode(node, 'SIGKILL');
        expect((await publishing).status).toBeGreaterThanOrEqual(500);
        await holder.query('ROLLBACK');
        await site.startNode(node);
        expect([point, await brokenRules(site, documents)]).toEqual([point, []]);
      }
    }
    await holder.end();
    expect(unreached).toEqual([]);
    console.log(`kills (seed ${SEED}): ${POINTS.length} points, ${TIMES} times each, all whole`);
  });

  scenario('first-boot', async () => {
    for (let turn = 0; turn < TIMES; turn += 1) {
      site = await Site.start({ bin: BIN, nodes: 2, withReplica: false });
      await Promise.all(site.nodes.map((node) => site.startNode(node)));
      await site.ready();
      expect(site.ended).toEqual([]);
      if (turn < TIMES - 1) await site.stop();
    }
    console.log(`first-boot: two nodes at once on an empty database, ${TIMES} times, no error`);
  });

  scenario('failover', async () => {
    await open({ nodes: 2, withReplica: true });
    site.primary.configure(`synchronous_standby_names = '*'`);
    await eventually(
      () => site.primary.sql<{ state: string }>('SELECT sync_state AS state FROM pg_stat_replication'),
      ([row]) => row?.state === 'sync',
    );
    await get(site.url + LATEST);
    const replica = site.replica!;
    const figures = await work(async () => {
      await pause(5_000);
      site.primary.stop('immediate');
      replica.promote();
      for (const node of site.nodes) {
        node.settings.DATABASE_URL = replica.url();
        delete node.settings.DATABASE_READ_URL;
        await site.endNode(node, 'SIGTERM');
        await site.startNode(node);
      }
      await pause(5_000);
    });
    report('failover', figures);
    expect(figures.reads.filter(({ status }) => status !== 200)).toEqual([]);
    await site.ready();
    expect(await brokenRules({ primary: replica, nodes: site.nodes, ended: site.ended }, documents)).toEqual([]);
  });
});

/** The lock of the document, before anything is read. */
const DOCUMENT_LOCK = 'the lock of the document';

/** Where a publish is held and killed: that lock, and the tables that it writes. */
const POINTS = [
  DOCUMENT_LOCK,
  'articles',
  'articles_agencies_lnk',
  'articles_officials_lnk',
  'articles_category_lnk',
  'articles_agency_lnk',
  'files_related_mph',
  'newsroom.article_listing',
  'newsroom.addresses',
  'newsroom.retractions',
  'desk.audit',
  'desk.versions',
];
