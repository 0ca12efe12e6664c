import {
  conditionPopulate,
  findDocument,
  limitSlugChecks,
  permissionChecker,
  readableRows,
} from '../../src/strapi-internals/content-manager';
import { permissionService } from '../../src/strapi-internals/permissions';
import { writers } from '../helpers/content';
import { startNewsroom, type Newsroom } from '../helpers/newsroom';
import { staff } from '../helpers/staff';

const ARTICLE = 'plugin::newsroom.article';

type Manager = { findLocales(ids: unknown, uid: string, options: object): Promise<object[]> };

describe('the services of the content manager', () => {
  let newsroom: Newsroom;
  let agency: string;
  let documentId: string;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    const write = writers(newsroom.strapi);
    agency = (await write.agency()).documentId;
    documentId = (await write.article({ agency })).documentId;
  });
  afterAll(() => newsroom.stop());

  const checkerOf = async (ownAgency: string) => {
    const { strapi } = newsroom;
    const { id } = await staff(newsroom, 'desk-approver', ownAgency);
    const user = await strapi.db.query('admin::user').findOne({ where: { id }, populate: ['roles'] });
    return permissionChecker(strapi, await permissionService(strapi).engine.generateUserAbility(user), ARTICLE);
  };

  it('check a document, read with what conditions look at, by the conditions of a role', async () => {
    const { strapi } = newsroom;
    const other = (await writers(strapi).agency()).documentId;
    const [own, foreign] = [await checkerOf(agency), await checkerOf(other)];
    expect([own.cannot.publish(), foreign.cannot.publish()]).toEqual([false, false]);
    const populate = await conditionPopulate(strapi, own, 'publish', ARTICLE);
    expect(populate).toHaveProperty('agency');
    const document = await findDocument(strapi, documentId, ARTICLE, { populate: populate!, locale: 'vi' });
    expect(document).toMatchObject({ documentId, agency: { documentId: agency } });
    expect([own.cannot.publish(document!), foreign.cannot.publish(document!)]).toEqual([false, true]);
    const bare = await findDocument(strapi, documentId, ARTICLE, { locale: 'vi' });
    expect(own.cannot.publish(bare!)).toBe(true);
    expect(await findDocument(strapi, 'missing', ARTICLE, { locale: 'vi' })).toBeNull();
  });

  it('read the rows of bulk unpublishing through findLocales, without populating them', async () => {
    const calls: object[] = [];
    const { strapi } = newsroom;
    const manager = strapi.plugin('content-manager').service('document-manager') as Manager;
    const original = manager.findLocales;
    manager.findLocales = async (ids, uid, options) => {
      calls.push(options);
      return original(ids, uid, options);
    };
    const { ask } = await staff(newsroom, 'strapi-super-admin');
    const path = `/content-manager/collection-types/${ARTICLE}/actions/bulkUnpublish?locale=vi`;
    const { status } = await ask('POST', path, { documentIds: [documentId] });
    manager.findLocales = original;
    expect([status, calls]).toEqual([200, [expect.objectContaining({ isPublished: true })]]);
    expect(calls[0]).not.toHaveProperty('populate');
  });

  it('select the rows that a person may read, by the conditions of a role', async () => {
    const { strapi } = newsroom;
    const idsOf = async (ownAgency: string) => {
      const { id } = await staff(newsroom, 'desk-approver', ownAgency);
      const user = await strapi.db.query('admin::user').findOne({ where: { id }, populate: ['roles'] });
      const ability = await permissionService(strapi).engine.generateUserAbility(user);
      const { sql, bindings } = await readableRows(strapi, ability, ARTICLE);
      const { rows } = await strapi.db.connection.raw<{ rows: object[] }>(sql, bindings as string[]);
      return rows.length;
    };
    const write = writers(strapi);
    const [own, other] = [(await write.agency()).documentId, (await write.agency()).documentId];
    await write.article({ agency: own });
    expect([await idsOf(own), await idsOf(other)]).toEqual([2, 0]);
  });

  it('check and propose slugs in a service that can be replaced', async () => {
    const asked: string[][] = [];
    limitSlugChecks(newsroom.strapi, async (query, candidates) => {
      asked.push([query.contentTypeUID, query.field, candidates[0]!]);
      return new Set(['bai', 'bai-2']);
    });
    const service = newsroom.strapi.plugin('content-manager').service('uid') as {
      checkUIDAvailability(query: object): Promise<boolean>;
      generateUIDField(query: object): Promise<string>;
    };
    const query = { contentTypeUID: ARTICLE, field: 'slug' };
    expect(await service.checkUIDAvailability({ ...query, value: 'bai' })).toBe(false);
    expect(await service.generateUIDField({ ...query, data: { title: 'Bài' } })).toBe('bai-3');
    expect(asked).toEqual([
      [ARTICLE, 'slug', 'bai'],
      [ARTICLE, 'slug', 'bai'],
    ]);
  });
});
