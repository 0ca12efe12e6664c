import { type FrequentRows, type ListSearch, replaceListSearch } from '../../src/strapi-internals/list-search';
import { writers } from '../helpers/content';
import { startNewsroom, type Newsroom } from '../helpers/newsroom';
import type { Session } from '../helpers/sign-in';
import { staff } from '../helpers/staff';

const LIST = '/content-manager/collection-types/plugin::directory.agency?page=1&pageSize=1';
const PICKER = '/content-manager/relations/plugin::newsroom.article/agency?page=1&pageSize=1';

describe('the search of lists and pickers', () => {
  let newsroom: Newsroom;
  let chief: Session;
  let searches: ListSearch[];
  let found: number[] | null;
  let frequent: FrequentRows | undefined;
  let stop: () => void;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    const write = writers(newsroom.strapi);
    for (const name of ['Alpha', 'Alpine', 'Beta']) await write.agency({ name, slug: name.toLowerCase() });
    chief = await staff(newsroom, 'strapi-super-admin');
    // Without what portal-search finds. It stays registered for the pickers of agencies.
    newsroom.strapi.db.lifecycles.clear();
  });
  beforeEach(() => {
    searches = [];
    frequent = undefined;
    stop = replaceListSearch(newsroom.strapi, async (search) => {
      searches.push(search);
      return found && { sql: 'SELECT id FROM agencies WHERE id = ANY(?::integer[])', bindings: [found], frequent };
    });
  });
  afterEach(() => stop());
  afterAll(() => newsroom.stop());

  const ids = async () => (await newsroom.sql('SELECT id FROM agencies ORDER BY name')).map(({ id }) => id as number);
  const answerTo = async (path: string) => {
    const answer = await chief.ask('GET', path);
    const { results, pagination } = (await answer.json()) as {
      results: { name: string }[];
      pagination: { total: number };
    };
    return [results.map(({ name }) => name), pagination.total];
  };

  it.each([
    ['a list', LIST, false],
    ['a picker', PICKER, true],
  ])('of %s is one more condition of what is read and what is counted', async (_, path, isPicker) => {
    const [alpha, , beta] = await ids();
    found = [alpha!, beta!];
    expect(await answerTo(`${path}&_q=xyz`)).toEqual([['Alpha'], 2]);
    expect(new Set(searches.map(({ uid, text, ...rest }) => `${uid} ${text} ${rest.isPicker}`))).toEqual(
      new Set([`plugin::directory.agency xyz ${isPicker}`]),
    );
    found = [];
    expect(await answerTo(`${path}&_q=Alp`)).toEqual([[], 0]);
    const kept = encodeURI('filters[$and][0][name][$contains]=Be');
    found = [alpha!, beta!];
    if (!isPicker) expect(await answerTo(`${path}&_q=xyz&${kept}`)).toEqual([['Beta'], 1]);
  });

  it('of what many rows have asks of the rows of the list whether they are found', async () => {
    const [alpha, alpine, beta] = await ids();
    found = [alpha!, beta!];
    frequent = { isFound: 'listed.id = ANY(?::integer[])', bindings: [[alpha, alpine]], share: 1, orders: [] };
    expect(await answerTo(`${LIST}&sort=name:DESC&_q=xyz`)).toEqual([['Alpine'], 2]);
    expect(await answerTo(`${PICKER}&_q=xyz`)).toEqual([['Alpha'], 2]);
  });

  it('of a list is counted up to a limit', async () => {
    await newsroom.sql('SET session_replication_role = replica');
    await newsroom.sql(
      `INSERT INTO agencies (document_id, name, slug, level) SELECT 'm' || n, 'Many', 'm' || n, 'commune' FROM generate_series(1, 1100) n`,
    );
    await newsroom.sql('SET session_replication_role = DEFAULT');
    found = await ids();
    expect(await answerTo(`${LIST}&sort=name:ASC&_q=xyz`)).toEqual([['Alpha'], 1_001]);
    expect(await answerTo(`${LIST}&sort=name:ASC`)).toEqual([['Alpha'], 1_103]);
    await newsroom.sql(`DELETE FROM agencies WHERE name = 'Many'`);
  });

  it('of a list is left to Strapi where nothing replaces it', async () => {
    found = null;
    expect(await answerTo(`${LIST}&_q=Alp`)).toEqual([['Alpha'], 2]);
    expect(await answerTo(`${LIST}&_q=xyz`)).toEqual([[], 0]);
  });

  it('of a picker is taken from nothing but what is typed into it', async () => {
    found = [];
    expect(await answerTo(`${PICKER}&searchedNames=xyz`)).toEqual([['Alpha'], 3]);
    expect(searches).toEqual([]);
  });

  it('is told apart for drafts and published rows', async () => {
    found = null;
    for (const status of ['draft', 'published'])
      await chief.ask('GET', `/content-manager/collection-types/plugin::newsroom.article?status=${status}&_q=x`);
    await chief.ask('GET', '/content-manager/relations/plugin::newsroom.pin/article?_q=x');
    expect(searches.map(({ isOfDrafts }) => isOfDrafts)).toEqual([true, true, false, false, true]);
  });
});
