import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { agencyTree } from './helpers/newsroom-staff';
import type { Session } from './helpers/sign-in';
import { staff } from './helpers/staff';
import { sendPicture, uploadPicture } from './helpers/uploads';

describe('the folders of the media library', () => {
  let newsroom: Newsroom;
  let agencies: Awaited<ReturnType<typeof agencyTree>>;
  let reporter: Session;
  let manager: Session;
  /** A folder of no agency, and one of A and one of B in it. */
  let folder: number;
  let own: number;
  let foreign: number;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    agencies = await agencyTree(newsroom);
    reporter = await staff(newsroom, 'desk-reporter', agencies.A);
    manager = await staff(newsroom, 'desk-manager');
    const stranger = await staff(newsroom, 'desk-reporter', agencies.B);
    folder = await create(manager, 'Chung', null);
    own = await create(reporter, 'Của A', folder);
    foreign = await create(stranger, 'Của B', folder);
    for (const who of [reporter, stranger]) await uploadPicture(newsroom, who, {}, { folder });
  });
  afterAll(() => newsroom.stop());

  async function create(who: Session, name: string, parent: number | null): Promise<number> {
    const answer = await who.ask('POST', '/upload/folders', { name, parent });
    return ((await answer.json()) as { data: { id: number } }).data.id;
  }

  it('of other agencies are in no list', async () => {
    const listed = await reporter.ask('GET', '/upload/folders?pagination[pageSize]=-1');
    const structure = await reporter.ask('GET', '/upload/folder-structure');
    for (const answer of [listed, structure]) {
      const text = await answer.text();
      expect(text).toContain('Của A');
      expect(text).not.toContain('Của B');
    }
    expect((await reporter.ask('GET', `/upload/folders/${foreign}`)).status).toBe(404);
    expect((await reporter.ask('GET', `/upload/folders/${own}`)).status).toBe(200);
    expect((await reporter.ask('PUT', `/upload/folders/${foreign}`, { name: 'Lấy', parent: null })).status).toBe(404);
    expect(await (await manager.ask('GET', '/upload/folder-structure')).text()).toContain('Của B');
  });

  it('give what is put into them to their agency, where the person may edit files there', async () => {
    const editor = await staff(newsroom, 'desk-editor', agencies.A);
    const child = await staff(newsroom, 'desk-reporter', agencies.child);
    const shared = await create(manager, 'Của mọi nơi', null);
    const ofChild = await create(child, 'Của đơn vị con', shared);
    const ofA = await create(reporter, 'Cũng của A', shared);
    const owner = async (table: string, id: number) =>
      (await newsroom.sql(`SELECT agency FROM ${table} WHERE id = $1`, [id]))[0]?.agency;
    const fileOwner = async (who: Session, headers: Record<string, string>, info: object) =>
      owner('files', (await uploadPicture(newsroom, who, headers, info)).id);

    expect(await fileOwner(editor, {}, { folder: ofChild })).toBe(agencies.child);
    expect(await fileOwner(editor, { 'X-Desk-Agency': agencies.A }, { folder: ofChild })).toBe(agencies.A);
    expect(await fileOwner(editor, {}, { folder: shared })).toBe(agencies.A);
    expect(await fileOwner(manager, {}, { folder: ofA })).toBe(agencies.A);
    expect(await fileOwner(manager, {}, { folder: shared })).toBe(null);
    expect(await owner('upload_folders', await create(manager, 'Trong của A', ofA))).toBe(agencies.A);
    // A folder that the person does not see cannot be chosen.
    const refused = await sendPicture(newsroom, reporter, '/upload', {}, { folder: ofChild });
    expect([refused.status, refused.text]).toEqual([400, expect.stringContaining('folder')]);
  });

  it('are reached through no relation that a query names', async () => {
    for (const query of [
      'populate=*',
      'populate[0]=*',
      'populate[parent][populate]=*',
      'populate=parent',
      'populate=parent,files',
      'populate[files][populate]=related',
      'populate[0]=files',
      'populate[files]=*',
      'populate[files][count]=false',
      'populate[files][count]=true&populate[files][filters][name][$startsWith]=a',
      'populate[children]=*',
      'populate[children][populate][files][count]=true',
      'populate[parent][populate][children][count]=true',
      'populate[parent][fields]=name',
      'populate[parent][filters][name][$startsWith]=a',
      'populate[createdBy]=*',
      'filters[children][name][$startsWith]=a',
      'filters[files][name][$startsWith]=a',
      'filters[files][id]=1',
      'filters[parent][name][$startsWith]=a',
      'filters[parent][parent][id]=1',
      'filters[$and][0][$not][parent][files][id]=1',
      'filters[parent]=1',
      'filters[createdBy][email][$contains]=a',
      'filters[khong]=1',
    ]) {
      for (const path of ['/upload/folders', `/upload/folders/${folder}`]) {
        const answer = await reporter.ask('GET', `${path}?${query}`);
        const { error } = (await answer.json()) as { error: { message: string } };
        const named = query.startsWith('populate') ? 'populate' : /\[(\w+)\]/.exec(query)![1];
        expect([path, query, answer.status, error.message]).toEqual([
          path,
          query,
          403,
          expect.stringContaining(named!),
        ]);
      }
    }
    for (const query of [
      'populate=related',
      'populate[related]=*',
      'populate=*',
      'populate[folder]=*',
      'filters[createdBy][email][$contains]=a',
      'filters[related][id]=1',
      'filters[folder][name][$startsWith]=a',
      'filters[folder][files][name][$startsWith]=a',
      'filters[folder][parent][id]=1',
      'filters[folder]=1',
    ]) {
      const answer = await reporter.ask('GET', `/upload/files?${query}`);
      expect([query, answer.status]).toEqual([query, 403]);
    }
    for (const query of ['sort=parent.name', 'sort[files][name]=asc', 'sort=children.id']) {
      const answer = await reporter.ask('GET', `/upload/folders?${query}`);
      expect([query, answer.status, await answer.text()]).toEqual([query, 400, expect.stringContaining('sort: ')]);
    }
  });

  it('answer the queries of the media library with what a person may see', async () => {
    const listed = async (query: string) => {
      const answer = await reporter.ask('GET', `/upload/folders${query}`);
      return [answer.status, ((await answer.json()) as { data: unknown }).data] as const;
    };
    const above = 'populate[parent][populate][parent]=*';
    const scope = `filters[$and][0][parent][id]=${folder}&sort=name:ASC&pagination[pageSize]=-1`;
    expect(await listed(`?${scope}`)).toMatchObject([200, [{ name: 'Của A', children: { count: 0 } }]]);
    expect(await listed(`?${above}&filters[$and][0][parent][id][$null]=true&_q=Chung`)).toMatchObject([
      200,
      [{ name: 'Chung' }],
    ]);
    const counts = 'populate[children][count]=true&populate[files][count]=true';
    for (const query of ['', `?${above}`, `?${above}&${counts}`]) {
      expect(await listed(`/${folder}${query}`)).toMatchObject([
        200,
        { name: 'Chung', children: { count: 1 }, files: { count: 1 } },
      ]);
    }
    expect(await listed(`/${own}?${above}`)).toMatchObject([200, { name: 'Của A', parent: { name: 'Chung' } }]);
    await newsroom.sql('UPDATE upload_folders SET agency = $1 WHERE id = $2', [agencies.B, folder]);
    expect(await listed(`/${own}?${above}`)).toMatchObject([200, { name: 'Của A', parent: null }]);
  });
});
