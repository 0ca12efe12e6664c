import { setTimeout as pause } from 'node:timers/promises';
import { percentile, table } from '../bench/table';
import { get } from '../helpers/cache';
import { picture } from '../helpers/file-bytes';
import { brokenRules } from './check';
import { createDocument, edit, Panel, type Document } from './editors';
import { Random } from './random';
import { Site, type SiteParts } from './site';

export const MINUTES = Number(process.env.CHAOS_MINUTES ?? 2);
export const TIMES = Number(process.env.CHAOS_TIMES ?? 2);
const EDITORS = Number(process.env.CHAOS_EDITORS ?? 10);
const SEED = Number(process.env.CHAOS_SEED ?? 1);

export const LATEST = '/api/portal/v1/latest-news';
/** Milliseconds: a scenario takes as long as its options say. */
export const LONG = 24 * 3_600_000;

type Answers = { status: number; milliseconds: number }[];
type Work = { writes: Answers; reads: Answers };

type Parts = Omit<SiteParts, 'bin'>;

/** Nodes and nothing in them yet. */
export const startSite = (parts: Parts): Promise<Site> => Site.start({ ...parts, bin: process.env.CHAOS_BIN ?? '' });

/** A site with one document for each editor, and an article that is published but must not be seen yet. */
export class Stage {
  readonly random = new Random(SEED);

  private constructor(
    readonly site: Site,
    readonly panel: Panel,
    readonly documents: Document[],
    private readonly embargoed: string,
  ) {}

  static async open({ editors = EDITORS, ...parts }: Parts & { editors?: number }): Promise<Stage> {
    const site = await startSite(parts);
    try {
      return await Stage.fill(site, editors);
    } catch (error) {
      await site.stop();
      throw error;
    }
  }

  private static async fill(site: Site, editors: number): Promise<Stage> {
    for (const node of site.nodes) await site.startNode(node);
    await site.startNginx();
    await site.ready();
    const panel = await Panel.register(site.url);
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
    const relations = {
      cover,
      agencies: connect(agencies),
      officials: connect(officials),
      agency: connect(agencies.slice(0, 1)),
      category: connect([category]),
    };
    const documents = [];
    for (let number = 0; number < editors; number += 1) {
      documents.push(await createDocument(panel, `Bài ${number}`, relations));
    }
    const embargoed = await panel.create('plugin::newsroom.article?locale=vi', {
      title: 'Bài hẹn giờ',
      summary: 'Tóm tắt.',
      publishedOn: '2099-01-01T00:00:00.000Z',
      ...relations,
    });
    const published = await panel.ask(
      'POST',
      `/content-manager/collection-types/plugin::newsroom.article/${embargoed.documentId}/actions/publish?locale=vi`,
      {},
      { 'X-Desk-Base': String(embargoed.revision) },
    );
    expect(published.status).toBe(200);
    return new Stage(site, panel, documents, embargoed.slug);
  }

  /** Editors, each on a document of their own, and readers, until what happens meanwhile has happened. */
  async work(meanwhile: () => Promise<unknown>, url = this.site.url): Promise<Work> {
    const state = { isOver: false, leaks: 0 };
    const writes: Answers = [];
    const reads: Answers = [];
    const { panel, random } = this;
    const editors = this.documents.map((document) =>
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
        const isEmbargoed = own.next() < 0.2;
        const path = isEmbargoed ? `/api/portal/v1/articles/${this.embargoed}` : LATEST;
        const status = await get(url + path).then(
          (answer) => answer.status,
          () => 0,
        );
        if (isEmbargoed && status === 200) state.leaks += 1;
        if (!isEmbargoed) reads.push({ status, milliseconds: performance.now() - since });
        await pause(own.between(5, 50));
      }
    });
    try {
      await meanwhile();
    } finally {
      state.isOver = true;
      await Promise.all([...editors, ...readers]);
    }
    expect(state.leaks).toBe(0);
    return { writes, reads };
  }

  /** Waits until the parts work again, and looks for what is left. */
  async check(): Promise<void> {
    this.site.proxy.become('open');
    await this.site.ready();
    expect(await brokenRules(this.site, this.documents)).toEqual([]);
  }
}

/** Prints how many writes and reads were answered by what, and in how many milliseconds. */
export function report(name: string, { writes, reads }: Work, also: object = {}): void {
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
