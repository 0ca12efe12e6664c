import { performance } from 'node:perf_hooks';
import { directoryOfChecks } from '../helpers/checks';
import { body, paragraph } from '../helpers/content';
import { startNewsroom, type Newsroom } from '../helpers/newsroom';
import { signIn, type Session } from '../helpers/sign-in';
import { table } from './table';

const CHECKS = '/publishing-desk/checks/article?locale=vi';
const KILOBYTES = (process.env.BENCH_KILOBYTES ?? '1000,4900').split(',').map(Number);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
/** Milliseconds of CPU of the newsroom, by the kilobytes up to which they hold. */
const LIMITS = [
  { kilobytes: 1_000, most: 200 },
  { kilobytes: 5_000, most: 1_000 },
];

const differentWords = (bytes: number): string => {
  const words: string[] = [];
  for (let length = 0, word = 0; length < bytes; word += 1) {
    words.push(`òa${word.toString(36)}oà`);
    length += Buffer.byteLength(words.at(-1)!) + 1;
  }
  return words.slice(0, -1).join(' ');
};
const repeated = (unit: string) => (bytes: number) => unit.repeat(Math.floor(bytes / Buffer.byteLength(unit)));

const TEXTS: Record<string, (bytes: number) => string> = {
  'repeated names': repeated('Sở Kế hoạch và Đầu tư '),
  'capitalised words': repeated('Nguyễn Văn An '),
  'both tone styles': repeated('hòa hoà '),
  'different words': differentWords,
};

/**
 * What the checks of an article cost the one thread of the newsroom, by the request that the panel sends: reading it,
 * the query for names, every check and the answer. The newsroom runs in this process, which only sends and receives
 * besides.
 */
describe('the checks of a long article', () => {
  let newsroom: Newsroom;
  let editor: Session;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    editor = await signIn(newsroom, 'strapi-super-admin', 'lan@example.vn');
    await directoryOfChecks(newsroom);
  });
  afterAll(() => newsroom.stop());

  async function measure(form: object): Promise<{ status: number; cpu: number; wall: number }> {
    const from = performance.now();
    const before = process.cpuUsage();
    const answer = await editor.ask('POST', CHECKS, form);
    await answer.text();
    const { user, system } = process.cpuUsage(before);
    return { status: answer.status, cpu: (user + system) / 1_000, wall: performance.now() - from };
  }

  it('cost a fifth of a second of CPU for a megabyte, and a second for five', async () => {
    const rows: { kilobytes: number; text: string; cpu: number; wall: number }[] = [];
    for (const kilobytes of KILOBYTES) {
      for (const [text, make] of Object.entries(TEXTS)) {
        const form = { title: 'Tin', summary: 'Tóm tắt.', body: body(paragraph(make(kilobytes * 1_000))) };
        const runs = [];
        for (let round = 0; round < ROUNDS; round += 1) runs.push(await measure(form));
        expect([text, ...new Set(runs.map(({ status }) => status))]).toEqual([text, 200]);
        const [best] = runs.sort((one, other) => one.cpu - other.cpu);
        rows.push({ kilobytes, text, cpu: best!.cpu, wall: best!.wall });
      }
    }
    console.log(table(rows));
    const over = rows.filter(({ kilobytes, cpu }) => cpu > LIMITS.find((limit) => kilobytes <= limit.kilobytes)!.most);
    expect(over).toEqual([]);
  }, 1_800_000);

  it('are refused for more than five megabytes', async () => {
    expect(await measure({ title: 'Tin', body: body(paragraph('a'.repeat(5_000_001))) })).toMatchObject({
      status: 413,
    });
  });
});
