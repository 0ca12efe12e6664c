import '../helpers/property-seed';
import fc from 'fast-check';
import { documentExchange, procedureProgress, type ProcedureProgress } from '../../src/contract';
import { PERIOD_KINDS } from '../../src/reports';
import { writers } from '../helpers/content';
import { documentsOf } from '../helpers/documents';
import { naiveRows, naiveTotals, type NaiveReport } from '../helpers/naive-reports';
import { startNewsroom, type Newsroom } from '../helpers/newsroom';
import { cases, tell, timeFor } from './cases';

const TYPE = 'plugin::public-record.procedure-report';
const AGENCIES = 4;
/** Reports of one newsroom, after which it is compared. */
const REPORTS = 20;
const ROUNDS = Math.ceil(cases(200) / REPORTS);

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

  it('are nought where nothing is reported', async () => {
    const answer = await fetch(`${newsroom.url}/api/portal/v1/document-exchange`);
    const { data, meta } = documentExchange.parse(await answer.json());
    expect([data, meta.totals.sent, meta.totals.onTimeShare, meta.missing]).toEqual([[], 0, null, []]);
  });
});
