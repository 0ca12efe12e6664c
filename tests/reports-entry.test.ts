import { procedures, writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { agencyTree } from './helpers/newsroom-staff';
import type { Session } from './helpers/sign-in';
import { staff } from './helpers/staff';

const TYPE = 'plugin::public-record.procedure-report';
const FORM = '/public-record/reports/procedure-progress/form';

type Row = { field: string | null };
type Form = {
  previous: { period: string; rows: Row[]; isPublished: boolean } | null;
  fields: string[];
  editions: { on: string; note: string | null }[];
};

describe('entering a report', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;
  let agencies: Awaited<ReturnType<typeof agencyTree>>;
  let reporter: Session;
  let stranger: Session;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
    agencies = await agencyTree(newsroom);
    reporter = await staff(newsroom, 'desk-reporter', agencies.A);
    stranger = await staff(newsroom, 'desk-reporter', agencies.B);
  });
  afterAll(() => newsroom.stop());

  const form = async (who: Session, query: string): Promise<Form> => {
    const answer = await who.ask('GET', `${FORM}?${query}`);
    expect(answer.status).toBe(200);
    return ((await answer.json()) as { data: Form }).data;
  };
  const found = async (who: Session, values: object, documentId: string | null = null) => {
    const answer = await who.ask('POST', `/publishing-desk/checks/${TYPE}?locale=vi`, { documentId, values });
    expect(answer.status).toBe(200);
    return ((await answer.json()) as { data: { message: string; values: object }[] }).data;
  };

  it('has the last period of the own agency beside it: what is published, else the draft', async () => {
    const agency = agencies.A;
    expect(await form(reporter, 'period=2022-02')).toEqual({ previous: null, fields: [], editions: [] });
    await write.procedureReport(
      { agency, period: '2022-01', rows: [procedures({ field: 'Đất đai' })] },
      { status: 'draft' },
    );
    expect((await form(reporter, 'period=2022-02')).previous).toMatchObject({
      period: '2022-01',
      isPublished: false,
      rows: [{ field: 'Đất đai', received: 10 }],
    });
    await write.procedureReport({ agency, period: '2021-12', rows: [procedures({ field: 'Y tế' })] });
    const { previous, fields } = await form(reporter, 'period=2022-01');
    expect([previous, fields]).toMatchObject([{ period: '2021-12', isPublished: true }, ['Y tế']]);
    // Of another kind of period there is none.
    expect((await form(reporter, 'period=2022-Q1')).previous).toBeNull();
  });

  it('shows of another agency what is published, and no draft, nor its editions', async () => {
    const query = `agency=${agencies.A}&period=`;
    expect((await form(stranger, `${query}2022-02`)).previous).toBeNull();
    expect((await form(stranger, `${query}2022-01`)).previous).toMatchObject({ rows: [{ field: 'Y tế' }] });
    const { documentId } = await write.procedureReport({ agency: agencies.A, period: '2019-03' });
    expect((await form(reporter, `document=${documentId}`)).editions).toEqual([
      { on: expect.any(String) as string, note: null },
    ]);
    expect(await form(stranger, `document=${documentId}&period=2022-01`)).toEqual({
      ...{ previous: null, fields: [], editions: [] },
    });
  });

  it('asks for a kind and parameters that there are', async () => {
    const status = async (path: string) => (await reporter.ask('GET', path)).status;
    expect(await status('/public-record/reports/programmes/form')).toBe(404);
    expect(await status(`${FORM}?period=2022-13`)).toBe(400);
    expect(await status(`${FORM}?agency=a%27b`)).toBe(400);
    expect(await status(`${FORM}?filters=1`)).toBe(400);
    expect((await fetch(newsroom.url + FORM)).status).toBe(401);
  });

  it('is advised where another number is carried over than the last published period left', async () => {
    const agency = agencies.B;
    const pending = { pendingInTime: 3, received: 13 };
    const { documentId: last } = await write.procedureReport({
      agency,
      period: '2020-01',
      rows: [procedures({ field: 'Đất đai', ...pending }), procedures({ field: 'Y tế' })],
    });
    const values = (carriedOver: number) => ({
      period: '2020-02',
      rows: [procedures({ field: 'Đất  đai', carriedOver, received: 10 - carriedOver })],
    });
    expect(await found(stranger, values(3))).toEqual([]);
    const difference = {
      message: 'public-record.checks.carried-over',
      values: { field: 'Đất đai', carriedOver: '2', pending: '3', by: '1' },
    };
    expect(await found(stranger, values(2))).toMatchObject([difference]);
    // Of the agency that the form names, and of the report's own.
    expect(await found(reporter, values(2))).toEqual([]);
    const chosen = { connect: [{ id: 1, apiData: { documentId: agency } }] };
    expect(await found(reporter, { ...values(2), agency: chosen })).toMatchObject([difference]);
    expect(await found(stranger, { ...values(2), agency: { connect: [] } }, last)).toMatchObject([difference]);
    expect(await found(stranger, { period: '2020-02', rows: [procedures({ received: 11 })] })).toEqual([]);
    expect(await found(stranger, { period: '2020-02', rows: [procedures()] })).toMatchObject([
      { message: 'public-record.checks.carried-over-in-all', values: { carriedOver: '0', pending: '3', by: '3' } },
    ]);
  });

  type Gaps = {
    unreported: { agency: string; draft: string | null; mayCreate: boolean }[];
    unequal: { period: string; parts: string; whole: Record<string, number>; sum: Record<string, number> }[];
  };
  const gaps = async (who: Session, period: string): Promise<Gaps> => {
    const answer = await who.ask('GET', `/public-record/reports/procedure-progress/gaps?period=${period}`);
    expect(answer.status).toBe(200);
    return ((await answer.json()) as { data: Gaps }).data;
  };

  it('shows each person the agencies that they may read which have not published a period', async () => {
    const editor = await staff(newsroom, 'desk-editor', agencies.parent);
    const branch = [agencies.parent, agencies.A, agencies.child];
    const missing = async (who: Session) =>
      (await gaps(who, '2018-05')).unreported.filter(({ agency }) => [...branch, agencies.B].includes(agency));
    expect((await missing(editor)).map(({ agency }) => agency).sort()).toEqual([...branch].sort());
    expect(await missing(reporter)).toMatchObject([{ agency: agencies.A, draft: null, mayCreate: true }]);

    const { documentId } = await write.procedureReport({ agency: agencies.A, period: '2018-05' }, { status: 'draft' });
    expect(await missing(reporter)).toMatchObject([{ draft: documentId }]);
    await write.procedureReport({ agency: agencies.child, period: '2018-05' });
    // A year has its months.
    await write.procedureReport({ agency: agencies.parent, period: '2018' });
    expect((await missing(editor)).map(({ agency }) => agency)).toEqual([agencies.A]);
    expect((await reporter.ask('GET', '/public-record/reports/procedure-progress/gaps')).status).toBe(400);
  });

  it('shows quarters and years that are not the sums of their parts, where all of these are there', async () => {
    const agency = agencies.A;
    const month = (number: number, received = 10) =>
      write.procedureReport({
        agency,
        period: `2017-${String(number).padStart(2, '0')}`,
        rows: [
          procedures({ field: 'Đất đai', received, resolvedOnTime: received, receivedOnline: number === 5 ? null : 1 }),
        ],
      });
    const quarter = (number: number, received: number) =>
      write.procedureReport({
        agency,
        period: `2017-Q${number}`,
        rows: [
          procedures({ field: 'Y tế', received: 10, resolvedOnTime: 10 }),
          procedures({ field: 'Đất đai', received: received - 10, resolvedOnTime: received - 10, receivedOnline: 2 }),
        ],
      });
    for (const number of [1, 2, 3, 4, 5]) await month(number);
    await quarter(1, 30);
    await quarter(2, 40);
    // What is left out of one row is unknown of the quarter, and one of the months of the second is not there.
    expect((await gaps(reporter, '2017-02')).unequal).toEqual([]);
    await month(6);
    expect((await gaps(reporter, '2017-02')).unequal).toMatchObject([
      { period: '2017-Q2', parts: 'month', whole: { received: 40 }, sum: { received: 30, receivedOnline: null } },
    ]);
    expect((await gaps(stranger, '2017-02')).unequal).toEqual([]);
    await quarter(3, 30);
    await quarter(4, 30);
    await write.procedureReport({
      agency,
      period: '2017',
      rows: [procedures({ received: 129, resolvedOnTime: 127, pendingInTime: 2 })],
    });
    expect((await gaps(reporter, '2017')).unequal.at(0)).toMatchObject({
      ...{ period: '2017', parts: 'quarter', whole: { received: 129, pendingInTime: 2 } },
      sum: { received: 130, pendingInTime: 0, carriedOver: 0 },
    });
  });
});
