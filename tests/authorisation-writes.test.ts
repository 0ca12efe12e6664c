import type { UID } from '@strapi/strapi';
import { unique, writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { minimalDocuments } from './helpers/minimal-documents';
import { type Agency, agencyTree, contentToken } from './helpers/newsroom-staff';
import type { Session } from './helpers/sign-in';
import { staff } from './helpers/staff';

const ARTICLE = 'plugin::newsroom.article';
const ARTICLES = `/content-manager/collection-types/${ARTICLE}`;

type Saved = { data: { documentId: string } };

describe('the guard of what is written', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;
  let agencies: Record<Agency, string>;
  let reporter: Session;
  let approver: Session;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
    agencies = await agencyTree(newsroom);
    reporter = await staff(newsroom, 'desk-reporter', agencies.A);
    approver = await staff(newsroom, 'desk-approver', agencies.parent);
  });
  afterAll(() => newsroom.stop());

  const refusal = async (answer: Response) => {
    const { error } = (await answer.json()) as { error: { status: number; name: string; message: string } };
    return [error.status, error.name, error.message];
  };
  const owners = async (documentId: string) => {
    const rows = await newsroom.sql(
      `SELECT article.locale, agency.document_id AS owner FROM articles article
         LEFT JOIN agencies agency ON agency.id = article.agency_ref WHERE article.document_id = $1 ORDER BY locale DESC`,
      [documentId],
    );
    return Object.fromEntries(rows.map(({ locale, owner }) => [locale, owner]));
  };

  it('gives what a person begins the person’s agency, and a new language the agency of the others', async () => {
    const begun = await reporter.ask('POST', `${ARTICLES}?locale=vi`, {
      title: unique('Bài'),
      agency: { connect: [], disconnect: [] },
    });
    const { documentId } = ((await begun.json()) as Saved).data;
    expect(await owners(documentId)).toEqual({ vi: agencies.A });
    await approver.ask('PUT', `${ARTICLES}/${documentId}?locale=en`, { title: 'In English', locale: 'en' });
    expect(await owners(documentId)).toEqual({ vi: agencies.A, en: agencies.A });
  });

  it('says by a key of the panel’s texts why it refuses', async () => {
    const { documentId } = await write.draft({ agency: agencies.A });
    const foreign = await write.draft({ agency: agencies.B });
    const away = { title: 'Đi', agency: { connect: [{ documentId: agencies.B }] } };
    expect(await refusal(await reporter.ask('PUT', `${ARTICLES}/${documentId}?locale=vi`, away))).toEqual([
      403,
      'PolicyError',
      'desk.not-yours',
    ]);
    expect(await owners(documentId)).toEqual({ vi: agencies.A });
    const { id: cover } = await write.picture();
    const pictured = { title: 'Ảnh', cover };
    expect(await refusal(await reporter.ask('PUT', `${ARTICLES}/${documentId}?locale=vi`, pictured))).toEqual([
      403,
      'PolicyError',
      'desk.target-not-yours',
    ]);
    const copied = await reporter.ask('POST', `${ARTICLES}/clone/${foreign.documentId}?locale=vi`, { title: 'Chép' });
    expect(await refusal(copied)).toEqual([403, 'PolicyError', 'desk.not-yours']);
  });

  it('lets a picture stay that somebody else has put there', async () => {
    const { id: cover } = await write.picture();
    const { documentId } = await write.draft({ agency: agencies.A, cover });
    const saved = await reporter.ask('PUT', `${ARTICLES}/${documentId}?locale=vi`, { title: 'Giữ ảnh', cover });
    expect(saved.status).toBe(200);
  });

  it('refuses a batch for one document in it, and does nothing of it', async () => {
    const documentIds = [
      (await write.draft({ agency: agencies.A })).documentId,
      (await write.draft({ agency: agencies.B })).documentId,
    ];
    expect((await approver.ask('POST', `${ARTICLES}/actions/bulkDelete?locale=vi`, { documentIds })).status).toBe(403);
    const published = await approver.ask('POST', `${ARTICLES}/actions/bulkPublish`, { documentIds, locale: 'vi' });
    expect(published.status).toBe(403);
    const rows = await newsroom.sql('SELECT published_at FROM articles WHERE document_id = ANY ($1)', [documentIds]);
    expect(rows).toEqual([{ published_at: null }, { published_at: null }]);
  });

  it('unpublishes a batch of one’s own branch, and nothing of one with another’s in it', async () => {
    const articles = [{ agency: agencies.A }, { agency: agencies.child }, { agency: agencies.B }];
    const [own, below, foreign] = await Promise.all(articles.map((article) => write.article(article)));
    const unpublish = (...batch: { documentId: string }[]) =>
      approver.ask('POST', `${ARTICLES}/actions/bulkUnpublish`, {
        documentIds: batch.map(({ documentId }) => documentId),
        locale: 'vi',
      });
    const published = async () => {
      const ids = [own!, below!, foreign!].map(({ documentId }) => documentId);
      return newsroom.sql(
        'SELECT document_id FROM articles WHERE document_id = ANY ($1) AND published_at IS NOT NULL',
        [ids],
      );
    };
    expect((await unpublish(own!, foreign!)).status).toBe(403);
    expect(await published()).toHaveLength(3);
    const answer = await unpublish(own!, below!);
    expect([answer.status, await answer.json()]).toEqual([200, { count: 2 }]);
    expect(await published()).toEqual([{ document_id: foreign!.documentId }]);
  });

  it('tells nobody who came between whose business it is not', async () => {
    const { documentId } = await write.draft({ agency: agencies.B });
    const stale = { 'X-Desk-Base': '7' };
    const answer = await reporter.ask('PUT', `${ARTICLES}/${documentId}?locale=en`, { title: 'Sai' }, stale);
    expect((await refusal(answer))[0]).toBe(403);
  });

  it('lets everybody pick from what is the portal’s, and nobody change it who is not the manager', async () => {
    const manager = await staff(newsroom, 'desk-manager');
    const { documentId } = await write.category();
    const picker = `/content-manager/relations/${ARTICLE}`;
    const found = (await (await reporter.ask('GET', `${picker}/agency?locale=vi`)).json()) as { results: object[] };
    expect(found.results).toHaveLength(4);
    expect((await reporter.ask('GET', `${picker}/category?locale=vi`)).status).toBe(200);
    const rename = { name: 'Đổi tên' };
    const categories = '/content-manager/collection-types/plugin::newsroom.category';
    expect((await approver.ask('PUT', `${categories}/${documentId}`, rename)).status).toBe(403);
    expect((await manager.ask('PUT', `${categories}/${documentId}`, rename)).status).toBe(200);
  });

  it('lets the manager delete what the manager creates, of every type, and nobody without the permission', async () => {
    const manager = await staff(newsroom, 'desk-manager');
    const minimal = minimalDocuments(newsroom.strapi);
    for (const [uid, data] of Object.entries(minimal)) {
      const { attributes, options, collectionName } = newsroom.strapi.contentType(uid as UID.ContentType);
      const fields = Object.entries(await data()).map(([name, value]) => {
        const { type } = (attributes as Record<string, { type: string }>)[name]!;
        return [name, type === 'relation' ? { connect: [{ documentId: value }] } : value];
      });
      const path = `/content-manager/collection-types/${uid}`;
      const made = await manager.ask('POST', path, Object.fromEntries(fields));
      expect([uid, made.status]).toEqual([uid, 201]);
      const { documentId } = ((await made.json()) as Saved).data;
      if (!options?.draftAndPublish) {
        expect([uid, (await reporter.ask('DELETE', `${path}/${documentId}`)).status]).toEqual([uid, 403]);
      }
      expect([uid, (await manager.ask('DELETE', `${path}/${documentId}`)).status]).toEqual([uid, 200]);
      const left = await newsroom.sql(`SELECT FROM ${collectionName} WHERE document_id = $1`, [documentId]);
      expect([uid, left]).toEqual([uid, []]);
      const audit = await newsroom.sql(
        `SELECT action, actor ->> 'id' AS by FROM desk.audit WHERE document_id = $1 ORDER BY id`,
        [documentId],
      );
      expect([uid, audit]).toEqual([uid, ['create', 'delete'].map((action) => ({ action, by: String(manager.id) }))]);
    }
  });

  it('shows on the first page of the panel only what a person may read', async () => {
    const own = await write.draft({ agency: agencies.A });
    await write.draft({ agency: agencies.B });
    const answer = await reporter.ask('GET', '/content-manager/homepage/recent-documents?action=update');
    const { data } = (await answer.json()) as { data: { documentId: string; contentTypeUid: string }[] };
    const articles = data.filter(({ contentTypeUid }) => contentTypeUid === ARTICLE);
    expect(articles.map(({ documentId }) => documentId)).toContain(own.documentId);
    for (const { documentId } of articles) expect(await owners(documentId)).toMatchObject({ vi: agencies.A });
  });

  it('lets a token of the content API write only where the options name it', async () => {
    const as = (name: string) => {
      const auth = { strategy: { name: 'content-api-token' }, credentials: { id: 1, name } };
      const create = async () => {
        await newsroom.strapi.documents(ARTICLE).create({ locale: 'vi', data: { title: unique('Máy') } as never });
      };
      return newsroom.strapi.requestContext.run({ state: { auth }, get: () => '' } as never, create);
    };
    const key = await contentToken(newsroom, 'full-access', 'sync');
    const upload = () =>
      fetch(`${newsroom.url}/api/upload`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${key}` },
        body: new FormData(),
      });
    await expect(as('sync')).rejects.toThrow('desk.token-may-not-write');
    expect((await upload()).status).toBe(403);

    newsroom.strapi.config.set('plugin::publishing-desk.tokensThatWrite', ['sync']);
    await expect(as('sync')).resolves.toBeUndefined();
    await expect(as('other')).rejects.toThrow('desk.token-may-not-write');
    // It is let in, and told that it has sent no file.
    expect((await upload()).status).toBe(400);
    newsroom.strapi.config.set('plugin::publishing-desk.tokensThatWrite', []);
  });

  it('refuses a request of nobody, as of a public route that somebody opens', async () => {
    const create = async () => {
      await newsroom.strapi.documents(ARTICLE).create({ locale: 'vi', data: { title: 'Lạ' } as never });
    };
    const writing = newsroom.strapi.requestContext.run({ state: {}, get: () => '' } as never, create);
    await expect(writing).rejects.toThrow('desk.token-may-not-write');
  });
});
