import path from 'node:path';
import { Client } from 'pg';
import { eventually } from './helpers/cache';
import { writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { cleanUp, freshSettings, NewsroomProcess } from './helpers/newsroom-process';
import { signIn } from './helpers/sign-in';

const ARTICLES = '/content-manager/collection-types/plugin::newsroom.article';

/** What each row of a document says and points at, draft first. */
const ROWS = `
  SELECT title, published_at IS NOT NULL AS "isPublished",
         (SELECT count(*)::integer FROM articles_agencies_lnk WHERE article_id = article.id) AS agencies
    FROM articles article WHERE document_id = $1 ORDER BY published_at NULLS FIRST`;

/** Links of rows that are gone. */
const ORPHANS = 'SELECT FROM articles_agencies_lnk WHERE article_id NOT IN (SELECT id FROM articles)';

describe('a node that is killed while it publishes', () => {
  let newsroom: Newsroom;

  beforeAll(async () => {
    newsroom = await startNewsroom();
  });
  afterEach(cleanUp);
  afterAll(() => newsroom.stop());

  it.each([
    ['at its first row', 'articles'],
    ['at its links', 'articles_agencies_lnk'],
    ['at its version', 'desk.versions'],
    ['at its audit entry', 'desk.audit'],
  ])('leaves the document as it was, %s', async (_, table) => {
    const write = writers(newsroom.strapi);
    const agencies = [await write.agency(), await write.agency()].map(({ documentId }) => documentId);
    const { documentId } = await write.article({ title: 'Bản đã đăng', agencies });
    const documents = newsroom.strapi.documents('plugin::newsroom.article');
    await documents.update({ documentId, locale: 'vi', data: { title: 'Bản mới' } as never });
    const before = await newsroom.sql(ROWS, [documentId]);
    expect(before).toMatchObject([
      { title: 'Bản mới', isPublished: false, agencies: 2 },
      { title: 'Bản đã đăng', isPublished: true, agencies: 2 },
    ]);

    const { DATABASE_URL = '' } = process.env;
    const settings = { ...process.env, ...(await freshSettings({ DATABASE_URL, HOST: '127.0.0.1' })) };
    const server = path.join(__dirname, 'helpers/serve-built-app.mjs');
    const node = new NewsroomProcess([process.execPath, server], settings as never);
    await node.says('đang phục vụ');
    const url = `http://127.0.0.1:${settings.PORT}`;
    const lan = await signIn({ ...newsroom, url }, 'strapi-super-admin', `${table}@example.vn`);

    const holder = new Client({ connectionString: DATABASE_URL });
    await holder.connect();
    await holder.query(`BEGIN; LOCK TABLE ${table} IN SHARE MODE`);
    const publish = `${ARTICLES}/${documentId}/actions/publish?locale=vi`;
    const lost = expect(lan.ask('POST', publish, {}, { 'X-Desk-Override': 'mot-minh' })).rejects.toThrow(
      'fetch failed',
    );
    const waiting = `SELECT pid FROM pg_locks WHERE NOT granted AND relation = '${table}'::regclass`;
    const [{ pid } = { pid: 0 }] = await eventually(
      async () => (await holder.query(waiting)).rows as { pid: number }[],
      (pids) => pids.length > 0,
    );
    await node.end('SIGKILL');
    await lost;
    await holder.query('ROLLBACK');
    await eventually(
      async () => (await holder.query('SELECT FROM pg_stat_activity WHERE pid = $1', [pid])).rowCount,
      (sessions) => sessions === 0,
    );
    await holder.end();

    expect(await newsroom.sql(ROWS, [documentId])).toEqual(before);
    expect(await newsroom.sql(ORPHANS)).toEqual([]);
    const audit = `SELECT action FROM desk.audit WHERE document_id = $1 ORDER BY id`;
    expect(await newsroom.sql(audit, [documentId])).toEqual([{ action: 'create' }, { action: 'update' }]);

    await documents.publish({ documentId, locale: 'vi' });
    expect(await newsroom.sql(ROWS, [documentId])).toMatchObject([
      { title: 'Bản mới', isPublished: false, agencies: 2 },
      { title: 'Bản mới', isPublished: true, agencies: 2 },
    ]);
  });
});
