import { declaredAttributes } from '../../src/strapi-internals/content-types';
import { tableModel } from '../../src/strapi-internals/database';
import { startNewsroom, type Newsroom } from '../helpers/newsroom';

describe('attributes that addAttributes adds in register', () => {
  let newsroom: Newsroom;

  beforeAll(async () => {
    newsroom = await startNewsroom();
  });
  afterAll(() => newsroom.stop());

  // publishing-desk adds `agency` to the accounts of the panel, and `revision` to the types that it watches.
  it.each([
    ['admin::user', 'agency', 'admin_users', 'text'],
    ['plugin::newsroom.article', 'revision', 'articles', 'integer'],
  ])('become columns of %s, which queries read and write: %s', async (uid, attribute, table, type) => {
    expect(newsroom.strapi.getModel(uid as 'admin::user').attributes).toHaveProperty(attribute);
    expect(tableModel(newsroom.strapi, uid).attributes[attribute]).toMatchObject({ columnName: attribute });
    const [column] = await newsroom.sql(
      'SELECT format_type(atttypid, NULL) AS type FROM pg_attribute WHERE attrelid = $1::regclass AND attname = $2',
      [table, attribute],
    );
    expect(column!.type).toMatch(type === 'text' ? /^(text|character varying)$/ : type);
  });

  it('are not among those that the schema file declares, and neither are Strapi’s own', () => {
    const type = newsroom.strapi.contentTypes['plugin::newsroom.article' as 'admin::user'];
    const added = Object.keys(type.attributes).filter((name) => !(name in declaredAttributes(type)));
    expect(added).toEqual(
      expect.arrayContaining(['revision', 'createdAt', 'publishedAt', 'createdBy', 'locale', 'localizations']),
    );
    expect(declaredAttributes(type)).toMatchObject({
      title: { type: 'string' },
      category: { type: 'relation', target: 'plugin::newsroom.category' },
      cover: { type: 'media' },
    });
  });
});
