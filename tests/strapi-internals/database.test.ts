import { databaseSchema, tableModel } from '../../src/strapi-internals/database';
import { startNewsroom, type Newsroom } from '../helpers/newsroom';

describe('the database layer’s model of a content type', () => {
  let newsroom: Newsroom;

  beforeAll(async () => {
    newsroom = await startNewsroom();
  });
  afterAll(() => newsroom.stop());

  const columnsOf = async (table: string) => {
    const rows = await newsroom.sql(
      'SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped',
      [table],
    );
    return rows.map(({ name }) => name);
  };

  it('names the table, the columns and the join tables that the database has', async () => {
    const { tableName, attributes } = tableModel(newsroom.strapi, 'plugin::newsroom.article');
    expect(tableName).toBe('articles');
    const columns = await columnsOf(tableName);
    const scalars = Object.values(attributes).filter(({ type }) => type !== 'relation');
    expect(scalars.length).toBeGreaterThan(10);
    for (const { columnName } of scalars) expect(columns).toContain(columnName);

    const { joinTable, target } = attributes.agencies!;
    expect(target).toBe('plugin::directory.agency');
    const { name, joinColumn, inverseJoinColumn, orderColumnName } = joinTable!;
    expect(await columnsOf(name)).toEqual(
      expect.arrayContaining([joinColumn.name, inverseJoinColumn!.name, orderColumnName]),
    );
  });

  it('marks media by morphBy, and the end of a relation that owns no rows by mappedBy', () => {
    expect(tableModel(newsroom.strapi, 'plugin::directory.official').attributes.portrait).toMatchObject({
      type: 'relation',
      morphBy: 'related',
    });
    expect(tableModel(newsroom.strapi, 'admin::role').attributes.users).toMatchObject({ mappedBy: 'roles' });
  });

  it('has no PostgreSQL schema of its own unless one is configured', () => {
    expect(databaseSchema(newsroom.strapi)).toBe(newsroom.strapi.config.get('database.connection.connection.schema'));
  });
});
