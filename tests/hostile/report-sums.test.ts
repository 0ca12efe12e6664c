import '../helpers/property-seed';
import fc from 'fast-check';
import { documentExchange, procedureProgress, type ProcedureProgress } from '../../src/contract';
import { PERIOD_KINDS } from '../../src/reports';
import { writers } from '../helpers/content';
import { documentsOf } from '../helpers/documents';
import { naiveReported, naiveRows, naiveTotals, type NaiveReport } from '../helpers/naive-reports';
import { startNewsroom, type Newsroom } from '../helpers/newsroom';
import { cases, tell, timeFor } from './cases';

const TYPE = 'plugin::public-record.procedure-report';
const AGENCIES = 4;
/** Days of no whole years, of which the reports within are added up. */
const SPANS = [
  ['2021-01-01', '2021-03-31'],
  ['2021-02-01', '2021-12-31'],
  ['2020-11-15', '2022-01-31'],
  ['2021-03-01', '2021-06-29'],
] as const;
/** Reports of one newsroom, after which it is compared. */
const REPORTS = 20;
const ROUNDS = Math.ceil(cases(100) / REPORTS);

const periods = fc.constantFrom(
  ...[
    '2021-01',
    '2021-02',
    '2021-03',
    '2021-04',
    '2021-12',
    '2022-01',
    '2021-Q1',
    '2021-Q2',
    '2021-Q4',
    '2021',
    '2022',
  ],
);
const count = fc.nat({ max: 50 });

/** A row that adds up, but for what is added to one of its counts. */
const row = (unit: string | null, field = unit) =>
  fc
    .record({
      ...{ inPerson: count, online: fc.option(count), early: count, onTime: count, late: count },
      ...{ inTime: count, overdue: count, returned: count, carried: count },
      off: fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }) }),
    })
    .map(({ inPerson, online, early, onTime, late, inTime, overdue, returned, carried, off }) => {
      const gone = early + onTime + late + inTime + overdue + returned;
      const received = Math.max(0, gone - carried);
      return {
        isGood: off === 0,
        unit,
        row: {
          field,
          received,
          receivedOnline: online === null ? null : Math.min(online, received),
          receivedInPerson:
            online === null ? (inPerson > received ? null : inPerson) : received - Math.min(online, received),
          ...{ carriedOver: gone - received + off, resolvedEarly: early, resolvedOnTime: onTime, resolvedLate: late },
          ...{ pendingInTime: inTime, pendingOverdue: overdue, returned },
        },
      };
    });

/** Of each field. What is typed decomposed is stored composed. */
const SPELLINGS: Record<string, string[]> = {
  land: ['Đất đai', 'ĐẤT  ĐAI', 'Ðất đai', 'đất đai '.normalize('NFD')],
  culture: ['Văn hóa, thể thao', 'Văn hoá, thể thao', 'VĂN HOÁ - THỂ THAO', 'Văn hoá , thể thao'.normalize('NFD')],
  trade: ['Thủy sản', 'thuỷ sản', 'Thuỷ sản.', 'THỦY\u00a0SẢN'],
};

const rows = fc.oneof(
  row(null).map((one) => [one]),
  fc
    .uniqueArray(fc.constantFrom(...Object.keys(SPELLINGS)), { minLength: 1 })
    .chain((units) =>
      fc.tuple(...units.map((unit) => fc.constantFrom(...SPELLINGS[unit]!).chain((field) => row(unit, field)))),
    ),
);

const storedField = (field: string | null) => field && field.normalize('NFC').replace(/\s+/gu, ' ').trim();

const step = fc.record({
  agency: fc.nat({ max: AGENCIES - 1 }),
  period: periods,
  rows,
  then: fc.constantFrom('publish', 'publish', 'publish', 'unpublish', 'delete'),
});

/** A year of an agency, each quarter as a whole or by month; each report with fields or without, or none. */
const history = fc.tuple(
  ...[1, 2, 3, 4].map((quarter) =>
    fc.record({
      quarter: fc.constant(quarter),
      isWhole: fc.boolean(),
      reports: fc.array(
        fc.record({
          form: fc.constantFrom('fields', 'fields', 'whole', 'none'),
          counts: fc.array(fc.record({ received: count, left: fc.nat({ max: 9 }), returned: fc.nat({ max: 3 }) }), {
            minLength: 2,
            maxLength: 2,
          }),
        }),
        { minLength: 3, maxLength: 3 },
      ),
    }),
  ),
);

type History = typeof history extends fc.Arbitrary<infer Value> ? Value : never;

/** The reports of a history, each of which carries over what the one before it left. */
function chained(quarters: History): { period: string; rows: object[] }[] {
  const names = ['Đất đai', 'Hộ tịch'];
  let pending = [0, 0];
  return quarters.flatMap(({ quarter, isWhole, reports: given }) =>
    given.slice(0, isWhole ? 1 : 3).flatMap(({ form, counts }, index): { period: string; rows: object[] }[] => {
      if (form === 'none') return [];
      const period = isWhole ? `2021-Q${quarter}` : `2021-${String(quarter * 3 - 2 + index).padStart(2, '0')}`;
      const rows = counts.map(({ received, left, returned: sentBack }, field) => {
        const there = received + pending[field]!;
        const pendingInTime = Math.min(left, there);
        const returned = Math.min(sentBack, there - pendingInTime);
        return {
          field: names[field]!,
          received,
          carriedOver: pending[field]!,
          pendingInTime,
          returned,
          resolvedOnTime: there - pendingInTime - returned,
        };
      });
      pending = rows.map((one) => one.pendingInTime);
      // A field in which nothing is left and nothing came is left out now and then.
      const kept = rows.filter((one) => one.received + one.carriedOver > 0);
      const others = {
        receivedOnline: null,
        receivedInPerson: null,
        resolvedEarly: 0,
        resolvedLate: 0,
        pendingOverdue: 0,
      };
      if (form === 'fields' && kept.length > 0) return [{ period, rows: kept.map((one) => ({ ...one, ...others })) }];
      const sum = (name: keyof (typeof rows)[number]) => rows.reduce((all, one) => all + Number(one[name]), 0);
      const whole = Object.fromEntries(
        (['received', 'carriedOver', 'pendingInTime', 'returned', 'resolvedOnTime'] as const).map((name) => [
          name,
          sum(name),
        ]),
      );
      return [{ period, rows: [{ field: null, ...whole, ...others }] }];
    }),
  );
}

describe('the sums of reports', () => {
  let newsroom: Newsroom;
  let documents: Record<string, (params: object) => Promise<{ documentId: string }>>;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    documents = documentsOf(newsroom.strapi)(TYPE) as unknown as typeof documents;
  });
  afterAll(() => newsroom.stop());

  const ask = async (query: string): Promise<ProcedureProgress> => {
    const answer = await fetch(`${newsroom.url}/api/portal/v1/procedure-progress?limit=50&${query}`);
    return procedureProgress.parse(await answer.json());
  };

  async function all(query: string): Promise<ProcedureProgress> {
    const first = await ask(query);
    for (let { nextCursor } = first.meta; nextCursor !== null;) {
      const next = await ask(`${query}&cursor=${nextCursor}`);
      first.data.push(...next.data);
      nextCursor = next.meta.nextCursor;
    }
    return first;
  }

  it(
    'are those of a naive replay, whatever was published, corrected, refused and withdrawn',
    async () => {
      const refused: string[] = [];
      let written = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: REPORTS, maxLength: REPORTS }), async (steps) => {
          const agencies = await Promise.all(
            Array.from({ length: AGENCIES }, () => writers(newsroom.strapi).agency({ level: 'unit' })),
          );
          const ids = agencies.map(({ documentId }) => documentId);
          const reports = new Map<string, NaiveReport & { id: string }>();
          for (const [index, { agency, period, rows: given, then }] of steps.entries()) {
            written += 1;
            const key = `${agency} ${period}`;
            const known = reports.get(key);
            const data = { agency: ids[agency], period, rows: given.map((one) => one.row), correction: `Lần ${index}` };
            const write = known
              ? documents.update!({ documentId: known.id, status: 'published', data })
              : documents.create!({ status: 'published', data });
            const saved = await write.then(
              ({ documentId }) => ({ documentId, message: null }),
              ({ message }: Error) => ({ documentId: null, message }),
            );
            const isGood = given.every((one) => one.isGood);
            expect(saved.message).toEqual(isGood ? null : expect.stringMatching(/lệch \d+/));
            if (saved.documentId === null) refused.push(saved.message);
            else {
              const stored = given.map(({ unit, row: { field, ...counts } }) => ({
                unit,
                field: storedField(field),
                counts,
              }));
              reports.set(key, { id: saved.documentId, agency: ids[agency]!, period, rows: stored });
            }
            const id = reports.get(key)?.id;
            if (!id || then === 'publish') continue;
            // A report that was unpublished is gone for the sums, and is deleted so that its place is free again.
            if (then === 'unpublish') await documents.unpublish!({ documentId: id });
            await documents.delete!({ documentId: id });
            reports.delete(key);
          }
          await compare(ids, [...reports.values()]);
          await compareSpans(ids, [...reports.values()]);
          for (const { id } of reports.values()) await documents.delete!({ documentId: id });
        }),
        // A failure names its seed; to shrink twenty reports takes longer than to read them.
        { numRuns: ROUNDS, endOnFailure: true },
      );
      tell(`${written} báo cáo, ${refused.length} bị từ chối`);
      expect(refused.length).toBeGreaterThan(0);
    },
    timeFor(ROUNDS * REPORTS, 1_000),
  );

  async function compare(ids: readonly string[], reports: readonly NaiveReport[]): Promise<void> {
    const pick = (counts: object, names: readonly string[]) =>
      names.map((name) => (counts as Record<string, unknown>)[name]);
    for (const kind of PERIOD_KINDS) {
      const expected = naiveRows(reports, kind);
      const names = Object.keys(expected[0]?.counts ?? {}).sort();
      const got = await all(`by=${kind}`);
      const sorted = (list: unknown[][]) => list.map((one) => JSON.stringify(one)).sort();
      expect(sorted(got.data.map((one) => [one.agency!.id, one.field, one.period.from, ...pick(one, names)]))).toEqual(
        sorted(expected.map(({ agency, field, from, counts }) => [agency, field, from, ...pick(counts, names)])),
      );
      if (expected.length === 0) continue;
      expect(pick(got.meta.totals, names)).toEqual(pick(naiveTotals(expected), names));
      for (const id of ids) {
        const own = expected.filter(({ agency }) => agency === id);
        if (own.length === 0) continue;
        const { meta } = await ask(`by=${kind}&agency=${id}`);
        expect(pick(meta.totals, names)).toEqual(pick(naiveTotals(own), names));
      }
      const { data: series } = await all(`by=${kind}&series=true`);
      expect(series.map(({ period, ...counts }) => [period.from, ...pick(counts, names)])).toEqual(
        [...new Set(expected.map(({ from }) => from))]
          .sort()
          .reverse()
          .map((from) => [from, ...pick(naiveTotals(expected.filter((one) => one.from === from)), names)]),
      );
    }
  }

  async function compareSpans(ids: readonly string[], reports: readonly NaiveReport[]): Promise<void> {
    for (const [from, to] of SPANS) {
      const expected = naiveReported(reports, from, to);
      for (const id of [null, ...ids]) {
        const rows = expected.filter(({ agency }) => id === null || agency === id);
        if (rows.length === 0) continue;
        const totals = naiveTotals(rows);
        const { meta } = await ask(`from=${from}&to=${to}${id === null ? '' : `&agency=${id}`}`);
        expect(meta.totals).toMatchObject(totals);
      }
    }
  }

  it(
    'balance over any days where each report carries over what the last one left',
    async () => {
      const rounds = Math.ceil(ROUNDS / 5);
      await fc.assert(
        fc.asyncProperty(fc.array(history, { minLength: 3, maxLength: 3 }), async (histories) => {
          const written: string[] = [];
          const ids: string[] = [];
          for (const one of histories) {
            const { documentId: agency } = await writers(newsroom.strapi).agency({ level: 'unit' });
            ids.push(agency);
            for (const data of chained(one)) {
              written.push((await documents.create!({ status: 'published', data: { ...data, agency } })).documentId);
            }
          }
          for (const filter of ['', ...ids.map((id) => `&agency=${id}`)]) {
            for (const span of ['', 'from=2021-02-01', 'to=2021-10-31', 'from=2021-03-01&to=2021-08-31']) {
              for (const by of ['', '&by=quarter', '&by=year']) {
                const { received, carriedOver, resolved, pending, returned } = (await ask(`${span}${by}${filter}`)).meta
                  .totals;
                expect([span, by, received + carriedOver]).toEqual([span, by, resolved + pending + returned]);
              }
            }
          }
          for (const id of written) await documents.delete!({ documentId: id });
        }),
        { numRuns: rounds, endOnFailure: true },
      );
    },
    timeFor(ROUNDS * REPORTS, 1_000),
  );

  it('are nought where nothing is reported', async () => {
    const answer = await fetch(`${newsroom.url}/api/portal/v1/document-exchange`);
    const { data, meta } = documentExchange.parse(await answer.json());
    expect([data, meta.totals.sent, meta.totals.onTimeShare, meta.missing]).toEqual([[], 0, null, []]);
  });
});
