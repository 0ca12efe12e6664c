import path from 'node:path';
import sharp from 'sharp';
import { writers } from '../helpers/content';
import { startNewsroom, type Newsroom } from '../helpers/newsroom';
import { cleanUp, freshSettings, NewsroomProcess, script } from '../helpers/newsroom-process';
import { uploader } from '../helpers/uploads';
import { Comparison } from './reading/comparison';
import { table } from './table';

const SECONDS = Number(process.env.BENCH_SECONDS ?? 1);
/** Far below what is measured: it notices only a fault. */
const LEAST = 0.1;

/** What the question whether the public sees a picture costs its readers: the guard beside koa-static alone, one file. */
describe('a picture of 200 kB', () => {
  let newsroom: Newsroom;

  beforeAll(async () => {
    newsroom = await startNewsroom();
  });
  afterAll(async () => {
    await cleanUp();
    await newsroom.stop();
  });

  async function start(command: string[], also: Record<string, string>): Promise<string> {
    const settings = { ...process.env, ...(await freshSettings({ HOST: '127.0.0.1', ...also })) };
    const started = new NewsroomProcess(command, { ...settings, NODE_ENV: 'production' } as never);
    await started.says('đang phục vụ');
    return `http://127.0.0.1:${settings.PORT}`;
  }

  it('is served by the guard, beside koa-static alone', async () => {
    await newsroom.strapi.plugin('upload').service('upload').setSettings({ sizeOptimization: false });
    const noise = { type: 'gaussian' as const, mean: 128, sigma: 30 };
    const bytes = await sharp({ create: { width: 770, height: 550, channels: 3, background: '#888', noise } })
      .jpeg({ quality: 85 })
      .toBuffer();
    expect(Math.abs(bytes.length - 200_000)).toBeLessThan(20_000);
    const [file] = (await (await uploader(newsroom)).send({ name: 'ảnh.jpg', bytes })).files;
    const address = file!.url.replace(/\?.*/, '');
    await writers(newsroom.strapi).article({ cover: file!.id });

    const { DATABASE_URL = '' } = process.env;
    const folder = newsroom.strapi.dirs.static.public;
    const guard = await start(script('serve.mjs'), { DATABASE_URL, DATA_DIR: path.dirname(folder) });
    const alone = await start([process.execPath, path.join(__dirname, 'serve-static.mjs')], { STATIC_FOLDER: folder });

    const comparison = new Comparison(SECONDS);
    for (const connections of [1, 32]) {
      const what = `${Math.round(bytes.length / 1000)} kB, ${connections} connections`;
      const other = ['koa-static', alone + address] as [string, string];
      expect(await comparison.beside(what, guard + address, other, connections)).toBeGreaterThan(LEAST);
    }
    console.log(table(comparison.rows as never));
  }, 600_000);
});
