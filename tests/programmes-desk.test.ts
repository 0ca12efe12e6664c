import { unique, writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import type { Session } from './helpers/sign-in';
import { staff } from './helpers/staff';
import { id, usesReader } from './helpers/uses';

const PROGRAMME = 'plugin::public-record.programme';
const DIRECTIVE = 'plugin::public-record.directive';
const AGENCY = 'plugin::directory.agency';
const CM = '/content-manager/collection-types';

type Data = Record<string, unknown>;

const target = (data: Data = {}) => ({
  name: 'Thu ngân sách',
  unit: 'tỷ đồng',
  value: '118800',
  dueYear: 2023,
  ...data,
});

describe('a programme at the desk', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;
  let manager: Session;
  let reporter: Session;
  let agency: string;

  const create = (by: Session, data: Data) => by.ask('POST', `${CM}/${PROGRAMME}?locale=vi`, data);
  const remove = (uid: string, documentId: string) => manager.ask('DELETE', `${CM}/${uid}/${documentId}`);
  const refused = async (answer: Promise<Response>) => {
    const response = await answer;
    const { error } = (await response.json()) as { error: { message: string } };
    return [response.status, error.message] as const;
  };

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
    agency = await id(write.agency({ name: 'Sở Tài chính' }));
    manager = await staff(newsroom, 'desk-manager');
    reporter = await staff(newsroom, 'desk-reporter', agency);
  });
  afterAll(() => newsroom.stop());

  it('is written by people of its agency, who do not publish it', async () => {
    const created = await create(reporter, { name: unique('Chương trình'), periodFrom: 2021, periodTo: 2023 });
    expect(created.status).toBe(201);
    const { data } = (await created.json()) as { data: { documentId: string } };
    const publish = await reporter.ask('POST', `${CM}/${PROGRAMME}/${data.documentId}/actions/publish?locale=vi`, {});
    expect(publish.status).toBe(403);
    const foreign = await id(write.programme());
    expect((await reporter.ask('GET', `${CM}/${PROGRAMME}/${foreign}?locale=vi`)).status).toBe(403);
  });

  it('is refused in words, with what is wrong at its field', async () => {
    const answer = await create(reporter, {
      ...{ name: unique('Chương trình'), periodFrom: 2021, periodTo: 2023 },
      targets: [target({ actual: [{ year: 2022, value: '1', asOf: '2022-12-31', source: '' }] })],
    });
    const { error } = (await answer.json()) as { error: { details: { errors: object[] } } };
    const message = 'Mục tiêu 1 “Thu ngân sách”, thực hiện năm 2022, nguồn: còn trống.';
    expect([answer.status, error.details.errors]).toEqual([
      400,
      [expect.objectContaining({ path: ['targets'], message })],
    ]);
  });

  it('offers the agencies that it can name, to whoever is signed in', async () => {
    const answer = await reporter.ask('GET', '/public-record/agencies');
    const { data } = (await answer.json()) as { data: object[] };
    expect(data).toContainEqual({ documentId: agency, name: 'Sở Tài chính', parent: null });
    expect((await fetch(`${newsroom.url}/public-record/agencies`)).status).toBe(401);
  });

  it('is advised on targets without figures for a year gone by', async () => {
    const reported = { year: 2022, value: '1', asOf: '2022-12-31', source: 'Cục Thuế' };
    const values = { periodFrom: 2021, periodTo: 2023, targets: [target({ actual: [reported] })] };
    const check = async (changed: Data = {}) => {
      const form = { documentId: null, values: { ...values, ...changed } };
      const answer = await reporter.ask('POST', `/publishing-desk/checks/${PROGRAMME}?locale=vi`, form);
      return ((await answer.json()) as { data: object[] }).data;
    };
    expect(await check()).toEqual([
      {
        ...{ check: 'unreported-years', severity: 'advice', message: 'public-record.checks.unreported-years' },
        values: { target: 'Thu ngân sách', years: '2021, 2023' },
      },
    ]);
    const all = [2021, 2022, 2023].map((year) => ({ ...reported, year, asOf: `${year}-12-31` }));
    expect(await check({ targets: [target({ actual: all })] })).toEqual([]);
    expect(await check({ targets: [target({ value: { typed: 'x' } })] })).toEqual([]);
  });

  it('is named where an agency or directive that it names would be deleted', async () => {
    const [used, directive] = [await id(write.agency()), await id(write.directive())];
    await write.programme({
      name: 'Chương trình cảng',
      targets: [target({ agencies: [used] })],
      documents: [directive],
    });
    for (const [uid, documentId] of [
      [AGENCY, used],
      [DIRECTIVE, directive],
    ] as const) {
      const [status, message] = await refused(remove(uid, documentId));
      expect([status, message.includes('Chương trình cảng')]).toEqual([409, true]);
    }
    const { uses } = await usesReader(newsroom, manager).usesOf(AGENCY, used);
    expect(uses).toEqual([expect.objectContaining({ type: PROGRAMME, title: 'Chương trình cảng' })]);
  });

  it('names the agency that takes the place of another, in drafts and in what readers see', async () => {
    const [old, next] = [await id(write.agency()), await id(write.agency({ name: 'Sở mới', slug: 'so-moi' }))];
    const named = { targets: [target({ agencies: [old, next] })], projects: [{ name: 'Cầu', agency: old }] };
    const programme = await write.programme({ ...named, slug: 'thay-co-quan' });
    const answer = await manager.ask('POST', `/publishing-desk/uses/${AGENCY}/${old}/replace`, { replacement: next });
    expect(answer.status).toBe(200);
    const rows = await newsroom.sql('SELECT targets, projects FROM programmes WHERE document_id = $1', [
      programme.documentId,
    ]);
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toContain(old);
    const shown = await fetch(`${newsroom.url}/api/portal/v1/programmes/thay-co-quan`);
    const { data } = (await shown.json()) as { data: { targets: { agencies: object[] }[]; projects: object[] } };
    const reference = { id: next, slug: 'so-moi', name: 'Sở mới' };
    expect(data.targets[0]!.agencies).toEqual([reference]);
    expect(data.projects).toEqual([expect.objectContaining({ agency: reference })]);
  });
});
