import { agencies, officials, oneAgency, oneOfficial } from '../src/contract';
import { writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';

describe('the directory', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;

  const get = async (path: string) => {
    const answer = await fetch(`${newsroom.url}/api/portal/v1${path}`);
    expect([path, answer.status]).toEqual([path, 200]);
    return answer.json();
  };
  const names = (tree: { name: string; children: unknown[] }[]): unknown[] =>
    tree.map(({ name, children }) => [name, names(children as typeof tree)]);

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
    const province = await write.agency({
      slug: 'ubnd-tinh',
      name: 'UBND tỉnh',
      level: 'province',
      rank: 1,
      code: 'H56',
    });
    const inProvince = { parent: province.documentId, rank: 10 };
    const finance = await write.agency({
      ...inProvince,
      slug: 'so-tai-chinh',
      name: 'Sở Tài chính',
      nameEn: 'Finance',
    });
    const planning = await write.agency({
      ...inProvince,
      slug: 'so-ke-hoach',
      name: 'Sở Kế hoạch và Đầu tư',
      dissolvedOn: '2025-03-01',
    });
    await write.succession({
      predecessor: planning.documentId,
      successor: finance.documentId,
      part: 'full',
      on: '2025-03-01',
      basis: 'Hợp nhất',
    });
    const town = await write.agency({
      ...inProvince,
      slug: 'nghi-son',
      name: 'Thị xã Nghi Sơn',
      code: '407',
      rank: 20,
    });
    await write.agencyPeriod({ agency: town.documentId, name: 'Huyện Tĩnh Gia', to: '2020-05-31', code: '406' });
    await write.agency({ name: 'Cơ quan sắp lập', foundedOn: '2999-01-01', rank: 30 });

    const chair = await write.position({ title: 'Chủ tịch UBND tỉnh', rank: 10, agency: province.documentId });
    const deputy = await write.position({ title: 'Phó Chủ tịch UBND tỉnh', rank: 20, agency: province.documentId });
    const party = await write.position({ title: 'Ủy viên BTV Tỉnh ủy', rank: 5, branch: 'party' });
    const director = await write.position({ title: 'Giám đốc Sở Tài chính', rank: 10, agency: finance.documentId });
    const person = async (slug: string, name: string, ...held: [{ documentId: string }, object][]) => {
      const official = await write.official({ slug, name, phone: '0237 385 0000' });
      for (const [position, data] of held) {
        await write.appointment({ official: official.documentId, position: position.documentId, ...data });
      }
      return official;
    };
    const first = await person('a', 'Nguyễn Văn An', [chair, { to: '2025-09-16' }]);
    await person(
      'b',
      'Trần Thị Bình',
      [chair, { from: '2025-09-17', decision: '12/QĐ-TTg' }],
      [party, { from: '2025-01-01' }],
    );
    await person('c', 'Lê Văn Cường', [deputy, {}]);
    await person('d', 'Phạm Thị Ánh', [deputy, {}]);
    await person('e', 'Vũ Đình Dũng', [director, { kind: 'acting' }]);
    await person('f', 'Hoàng Văn Giang', [director, { from: '2999-01-01' }]);
    await person('g', 'Đỗ Văn Hải', [director, { from: '2999-01-01', announcedOn: '2026-01-05' }]);
    await write.article({ title: 'Về ông An', officials: [first.documentId], agency: province.documentId });
  });
  afterAll(() => newsroom.stop());

  it('has the tree of the agencies that exist today, in order', async () => {
    const { data } = agencies.parse(await get('/agencies'));
    expect(names(data)).toEqual([
      [
        'UBND tỉnh',
        [
          ['Sở Tài chính', []],
          ['Thị xã Nghi Sơn', []],
        ],
      ],
    ]);
  });

  it('limits max-age to the next instant at which time changes the directory', async () => {
    await write.article({ publishedOn: new Date(Date.now() + 4_500).toISOString() });
    for (const path of ['/agencies', '/officials', '/agencies/ubnd-tinh', '/officials/b']) {
      const answer = await fetch(`${newsroom.url}/api/portal/v1${path}`);
      const maxAge = Number(/max-age=(\d+)/.exec(answer.headers.get('cache-control') ?? '')?.[1]);
      expect([path, maxAge < 5]).toEqual([path, true]);
    }
  });

  it('has the tree as of a day, with the names of that day', async () => {
    const { data } = agencies.parse(await get('/agencies?at=2019-01-01'));
    expect(names(data)).toEqual([
      [
        'UBND tỉnh',
        [
          ['Sở Kế hoạch và Đầu tư', []],
          ['Sở Tài chính', []],
          ['Huyện Tĩnh Gia', []],
        ],
      ],
    ]);
  });

  it('has one agency with its parents, people in order, predecessors and latest articles', async () => {
    const { data } = oneAgency.parse(await get('/agencies/ubnd-tinh'));
    expect(data).toMatchObject({ parents: [], level: 'province', codes: [{ code: 'H56', from: null, to: null }] });
    expect(data.children.map(({ slug }) => slug)).toEqual(['so-tai-chinh', 'nghi-son']);
    expect(data.officials.map(({ name, title }) => [name, title])).toEqual([
      ['Trần Thị Bình', 'Ủy viên BTV Tỉnh ủy, Chủ tịch UBND tỉnh'],
      ['Phạm Thị Ánh', 'Phó Chủ tịch UBND tỉnh'],
      ['Lê Văn Cường', 'Phó Chủ tịch UBND tỉnh'],
    ]);
    expect(data.latest.map(({ title }) => title)).toEqual(['Về ông An']);

    const finance = oneAgency.parse(await get('/agencies/so-tai-chinh?locale=en')).data;
    expect(finance).toMatchObject({
      name: 'Finance',
      parents: [{ slug: 'ubnd-tinh', name: 'UBND tỉnh' }],
      predecessors: [{ slug: 'so-ke-hoach', part: 'full', on: '2025-03-01', basis: 'Hợp nhất' }],
      successors: [],
    });
    expect(oneAgency.parse(await get('/agencies/nghi-son')).data.codes).toEqual([
      { code: '407', from: '2020-06-01', to: null },
      { code: '406', from: null, to: '2020-05-31' },
    ]);
  });

  it('lists the people in office by agency, rank and given name, page by page', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: ReturnType<typeof officials.parse> = officials.parse(
        await get(`/officials?limit=2${cursor ? `&cursor=${cursor}` : ''}`),
      );
      seen.push(...page.data.map(({ name }) => name));
      cursor = page.meta.nextCursor;
    } while (cursor);
    expect(seen).toEqual(['Trần Thị Bình', 'Phạm Thị Ánh', 'Lê Văn Cường', 'Vũ Đình Dũng']);
    const then = officials.parse(await get('/officials?at=2025-09-16')).data;
    expect(then.map(({ name }) => name)).toContain('Nguyễn Văn An');
  });

  it('has one official with posts past and present, and none that has not begun', async () => {
    const { data } = oneOfficial.parse(await get('/officials/b'));
    expect(data).toMatchObject({
      name: 'Trần Thị Bình',
      title: 'Ủy viên BTV Tỉnh ủy, Chủ tịch UBND tỉnh',
      agency: { slug: 'ubnd-tinh', name: 'UBND tỉnh' },
      phone: '0237 385 0000',
      email: null,
    });
    expect(data.appointments.map(({ title, from, decision }) => [title, from, decision])).toEqual([
      ['Chủ tịch UBND tỉnh', '2025-09-17', '12/QĐ-TTg'],
      ['Ủy viên BTV Tỉnh ủy', '2025-01-01', null],
    ]);
    const former = oneOfficial.parse(await get('/officials/a')).data;
    expect([former.title, former.latest.map(({ title }) => title)]).toEqual([null, ['Về ông An']]);
    expect(oneOfficial.parse(await get('/officials/e')).data.title).toBe('Quyền Giám đốc Sở Tài chính');
    expect(oneOfficial.parse(await get('/officials/f')).data.appointments).toEqual([]);
  });

  it('shows of a future day only what was announced', async () => {
    const titles = async (slug: string) => oneOfficial.parse(await get(`/officials/${slug}?at=2999-06-01`)).data.title;
    expect([await titles('f'), await titles('g')]).toEqual([null, 'Giám đốc Sở Tài chính']);
    expect(oneOfficial.parse(await get('/officials/f?at=2999-06-01')).data.appointments).toEqual([]);
    const { data } = officials.parse(await get('/officials?at=2999-06-01&limit=50'));
    expect(data.map(({ slug }) => slug)).toContain('g');
    expect(data.map(({ slug }) => slug)).not.toContain('f');
  });

  it('answers 404 for an unknown slug, 400 for a day that does not exist', async () => {
    for (const [path, status] of [
      ['/agencies/khong-co', 404],
      ['/officials/khong-co', 404],
      ['/agencies?at=2026-02-30', 400],
      ['/officials?at=infinity', 400],
      ['/officials?cursor=x.y', 400],
    ]) {
      expect([path, (await fetch(`${newsroom.url}/api/portal/v1${path}`)).status]).toEqual([path, status]);
    }
  });
});
