import fs from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { writers } from '../../helpers/content';
import { METRICS_TOKEN } from '../../helpers/cache';
import { startNewsroom, type Newsroom } from '../../helpers/newsroom';
import { cleanUp, freshSettings, NewsroomProcess, script } from '../../helpers/newsroom-process';
import { proseOf } from '../prose';
import { documentOf, seedArticles, type Targets } from '../seed-articles';

/** How many articles the sparse agency and the sparse official have. */
const FEW = 20;
const MODELS = 20;

/** The process that answers from its cache. */
export const OURS = 'this project';

export const AGENCIES = 200;
const OFFICIALS = 200;

/** Where the processes listen: this project with its cache, a second node of it, this project without; and the others. */
type Processes = 'hot' | 'other' | 'cold' | 'strapi';

/** A newsroom with many articles, and what it is compared with, each in a process of its own on one database. */
export type Stage = {
  newsroom: Newsroom;
  database: Client;
  at: Record<Processes, string>;
  /** Adds articles up to that number. */
  growTo(articles: number): Promise<void>;
  /** A bare Node server that sends what an address answers now. */
  serveBytesOf(url: string): Promise<string>;
  /** Resident megabytes of each process. */
  memory(): Promise<Record<string, number>>;
  stop(): Promise<void>;
};

export async function setStage(): Promise<Stage> {
  const newsroom = await startNewsroom();
  const { DATABASE_URL = '' } = process.env;
  const processes = new Map<string, NewsroomProcess>();

  async function start(name: string, command: string[], also: Record<string, string> = {}): Promise<string> {
    const settings = { ...process.env, ...(await freshSettings({ DATABASE_URL, HOST: '127.0.0.1', ...also })) };
    const started = new NewsroomProcess(command, { ...settings, NODE_ENV: 'production' } as never);
    processes.set(name, started);
    await started.says('đang phục vụ');
    return `http://127.0.0.1:${settings.PORT}`;
  }
  const ours = (name: string) => [process.execPath, path.join(__dirname, name)];

  const { targets, models, few } = await writeTargets(newsroom);
  const at = {
    hot: await start(OURS, script('serve.mjs'), { METRICS_TOKEN }),
    other: await start('this project, a second node', script('serve.mjs')),
    cold: await start('this project without memory', script('serve.mjs'), { PORTAL_MEMORY_BYTES: '0' }),
    strapi: await start('Strapi', ours('serve-strapi.mjs')),
  };
  const database = new Client({ connectionString: DATABASE_URL });
  await database.connect();
  let grown = 0;

  return {
    newsroom,
    database,
    at,
    async growTo(articles) {
      await seedArticles(newsroom, { table: 'articles', from: grown + 1, to: articles, targets, models, named: 2 });
      await giveFew(newsroom, few, articles);
      grown = articles;
    },
    serveBytesOf: async (url) => {
      const { pathname } = new URL(url);
      return (await start(`bytes of ${pathname}`, ours('serve-bytes.mjs'), { BENCH_BYTES_OF: url })) + pathname;
    },
    async memory() {
      const resident = [...processes].map(async ([name, { pid }]) => {
        const status = await fs.readFile(`/proc/${pid}/status`, 'utf8');
        return [name, Number(/VmRSS:\s+(\d+)/.exec(status)![1]) / 1_024] as const;
      });
      return Object.fromEntries(await Promise.all(resident));
    },
    async stop() {
      await database.end();
      await cleanUp();
      await newsroom.stop();
    },
  };
}

type Few = { agency: number; official: number };

/** A province's agencies, people and categories, and articles whose text the others copy. */
async function writeTargets({ strapi }: Newsroom): Promise<{ targets: Targets; models: string[]; few: Few }> {
  const write = writers(strapi);
  const rows = async (count: number, make: (n: number) => Promise<Record<string, unknown>>) => {
    const ids: number[] = [];
    for (let n = 1; n <= count; n += 1) ids.push(Number((await make(n)).id));
    return ids;
  };
  const seat = (await write.agency()).documentId;
  const position = (await write.position({ title: 'Phó Giám đốc', agency: seat })).documentId;
  const officialWithPost = async () => {
    const official = await write.official();
    await write.appointment({ official: official.documentId, position, kind: 'full', from: '2019-01-01' });
    return official;
  };
  const targets = {
    agencies: await rows(AGENCIES, (n) => write.agency({ slug: `co-quan-${n}` })),
    officials: await rows(OFFICIALS, async () => officialWithPost()),
    categories: await rows(20, () => write.category()),
  };
  const models: string[] = [];
  for (let number = 0; number < MODELS; number += 1) {
    models.push(
      (await write.article({ body: proseOf(number), summary: 'Tóm tắt của bài.', publishedOn: '2019-01-01T00:00:00Z' }))
        .documentId,
    );
  }
  const [[agency = 0], [official = 0]] = [
    await rows(1, () => write.agency({ slug: 'it-bai' })),
    await rows(1, () => write.official({ slug: 'it-ten' })),
  ];
  return { targets, models, few: { agency, official } };
}

/** Gives the sparse agency and the sparse official twenty articles from all years. */
async function giveFew({ sql }: Newsroom, few: Few, articles: number): Promise<void> {
  const documents = Array.from({ length: FEW }, (_, n) => documentOf(1 + Math.floor((n * articles) / FEW)));
  const rows = 'SELECT id FROM articles WHERE document_id = ANY($2)';
  await sql(`DELETE FROM articles_agency_lnk WHERE agency_id = $1 OR article_id IN (${rows})`, [few.agency, documents]);
  await sql('DELETE FROM articles_officials_lnk WHERE official_id = $1', [few.official]);
  await sql(`INSERT INTO articles_agency_lnk (article_id, agency_id) SELECT id, $1 FROM (${rows}) few`, [
    few.agency,
    documents,
  ]);
  await sql(
    `INSERT INTO articles_officials_lnk (article_id, official_id, official_ord) SELECT id, $1, 9 FROM (${rows}) few`,
    [few.official, documents],
  );
  await sql('ANALYZE');
}
