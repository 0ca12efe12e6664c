import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { writers } from '../helpers/content';
import { startNewsroom, type Newsroom } from '../helpers/newsroom';
import { signIn } from '../helpers/sign-in';
import { type WrittenCell, xlsx } from '../helpers/xlsx';
import { table } from './table';

const AGENCIES = Number(process.env.BENCH_AGENCIES ?? 20);
const FIELDS = Number(process.env.BENCH_FIELDS ?? 12);
/** Seconds for a month of 200 agencies with 12 fields on two cores. */
const MOST = 60;

const HEAD = ['Cơ quan', 'Kỳ báo cáo', 'Lĩnh vực', 'Tiếp nhận trong kỳ', 'Tiếp nhận trực tuyến', 'Tiếp nhận trực tiếp, bưu chính', 'Kỳ trước chuyển sang', 'Giải quyết trước hạn', 'Giải quyết đúng hạn', 'Giải quyết quá hạn', 'Đang giải quyết trong hạn', 'Đang giải quyết quá hạn', 'Trả lại, rút hồ sơ']; // prettier-ignore

/** A month of all agencies and fields, through every rule of a write, by a person of the panel and by the command. */
describe(`a month of ${AGENCIES} agencies and ${FIELDS} fields`, () => {
  let newsroom: Newsroom;
  let folder: string;
  let agencies: string[];

  beforeAll(async () => {
    newsroom = await startNewsroom();
    folder = await mkdtemp(path.join(os.tmpdir(), 'reports-'));
    const write = writers(newsroom.strapi);
    agencies = [];
    for (let at = 0; at < AGENCIES; at += 1) {
      const name = `Cơ quan đo ${at}`;
      await write.agency({ name });
      agencies.push(name);
    }
  }, 1_800_000);
  afterAll(async () => {
    await rm(folder, { recursive: true });
    await newsroom.stop();
  });

  const fileOf = (period: string, more = 0): Buffer => {
    const rows = agencies.flatMap((agency, at) =>
      Array.from({ length: FIELDS }, (_, field): WrittenCell[] => {
        const [online, inPerson, late] = [(at * 7 + field * 3) % 900, (at + field) % 90, (at * field) % 5];
        const received = online + inPerson + more;
        return [agency, period, `Lĩnh vực ${field + 1}`, received, online + more, inPerson, late, 0, received, late, 0, 0, 0]; // prettier-ignore
      }),
    );
    return xlsx([{ rows: [HEAD, ...rows] }]);
  };
  const seconds = async (work: () => Promise<unknown>): Promise<number> => {
    const from = performance.now();
    await work();
    return (performance.now() - from) / 1_000;
  };
  const figures = () =>
    newsroom.sql(`SELECT count(DISTINCT report_id)::int AS reports, count(*)::int AS rows, sum(received)::int AS received
                    FROM public_record.procedure_rows`);

  it('is loaded in time, twice with the same result', async () => {
    const person = await signIn(newsroom, 'desk-manager', 'lan@example.vn');
    const ask = async (bytes: Buffer, isTrial: boolean) => {
      const answer = await person.ask('POST', '/public-record/report-imports', {
        file: bytes.toString('base64'),
        isTrial,
      });
      const { data } = (await answer.json()) as { data: Record<string, unknown[]> };
      return [data.created!.length, data.changed!.length, data.unchanged!.length, data.problems];
    };
    const cli = path.resolve(__dirname, '../../dist/src/plugins/public-record/server/src/report-import/cli.js');
    const { importFile } = requireApp(cli) as { importFile(...given: unknown[]): Promise<number> };
    const byCommand = async (bytes: Buffer) => {
      const file = path.join(folder, 'so-lieu.xlsx');
      await writeFile(file, bytes);
      const quiet = { write: () => true };
      expect(await importFile(newsroom.strapi, file, {}, { stdout: quiet, stderr: quiet })).toBe(0);
    };

    const first = fileOf('2024-07');
    const times: { what: string; seconds: number; reports: number; rows: number }[] = [];
    const time = async (what: string, work: () => Promise<unknown>) =>
      times.push({ what, seconds: await seconds(work), reports: AGENCIES, rows: AGENCIES * FIELDS });
    await time('trial', async () => expect(await ask(first, true)).toEqual([AGENCIES, 0, 0, []]));
    await time('panel', async () => expect(await ask(first, false)).toEqual([AGENCIES, 0, 0, []]));
    const loaded = await figures();
    expect(loaded).toMatchObject([{ reports: AGENCIES, rows: AGENCIES * FIELDS }]);
    await time('again', async () => expect(await ask(first, false)).toEqual([0, 0, AGENCIES, []]));
    expect(await figures()).toEqual(loaded);
    await time('changed', async () => expect(await ask(fileOf('2024-07', 1), false)).toEqual([0, AGENCIES, 0, []]));
    await time('command', () => byCommand(fileOf('2024-08')));
    process.stdout.write(`\n${table(times)}\n`);
    for (const { seconds: taken } of times) expect(taken).toBeLessThan(MOST * Math.max(1, (AGENCIES * FIELDS) / 2_400));
  }, 1_800_000);
});
