import { unique, writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { cleanUp, freshSettings, NewsroomProcess, script } from './helpers/newsroom-process';
import { signIn, type Session } from './helpers/sign-in';

const ARTICLES = '/content-manager/collection-types/plugin::newsroom.article';

/** How often one article is published from both; `npm run test:conflicts` does it more often. */
const CASES = Number(process.env.PUBLISH_CASES ?? 10);

/** What each row of a document says and points at, draft first. */
const ROWS = `
  SELECT published_at IS NOT NULL AS published, title, revision, category_ref IS NOT NULL AS category,
         (SELECT document_id FROM agencies WHERE id = article.agency_ref) AS agency,
         (SELECT document_id FROM categories WHERE id = article.category_ref) AS "categoryId",
         ARRAY(SELECT target.document_id FROM articles_agencies_lnk link JOIN agencies target ON target.id = agency_id
                WHERE article_id = article.id ORDER BY agency_ord) AS agencies,
         ARRAY(SELECT target.document_id FROM articles_officials_lnk link JOIN officials target ON target.id = official_id
                WHERE article_id = article.id ORDER BY official_ord) AS officials,
         ARRAY(SELECT field || file_id FROM files_related_mph
                WHERE related_type = 'plugin::newsroom.article' AND related_id = article.id
                ORDER BY field, "order") AS files
    FROM articles article WHERE document_id = $1 ORDER BY published`;

type Row = { published: boolean; revision: number; agencies: string[]; officials: string[]; files: string[] };

describe('one article, published from two processes on one database', () => {
  let newsroom: Newsroom;
  let lan: Session;
  let minh: Session;
  let documentId: string;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    const { DATABASE_URL = '' } = process.env;
    const [one, other] = await Promise.all(
      [1, 2].map(async () => {
        const settings = { ...process.env, ...(await freshSettings({ DATABASE_URL, HOST: '127.0.0.1' })) };
        const node = new NewsroomProcess(script('serve.mjs'), { ...settings, NODE_ENV: 'production' } as never);
        await node.says('đang phục vụ');
        return { ...newsroom, url: `http://127.0.0.1:${settings.PORT}` };
      }),
    );
    lan = await signIn(one!, 'strapi-super-admin', 'lan@example.vn');
    minh = await signIn(other!, 'strapi-super-admin', 'minh@example.vn');
    const write = writers(newsroom.strapi);
    const ids = async (make: () => Promise<{ documentId: string }>, count: number) =>
      (await Promise.all(Array.from({ length: count }, make))).map((made) => made.documentId);
    const files = [await write.picture(), await write.picture(), await write.picture()].map(({ id }) => id);
    ({ documentId } = await write.draft({
      category: (await write.category()).documentId,
      agency: (await write.agency()).documentId,
      agencies: await ids(() => write.agency(), 3),
      officials: await ids(() => write.official(), 3),
      cover: files[0],
      attachments: files.slice(1),
    }));
  });
  afterAll(async () => {
    await cleanUp();
    await newsroom.stop();
  });

  const rows = async () => (await newsroom.sql(ROWS, [documentId])) as Row[];
  const publish = (who: Session, base: number) =>
    who.ask(
      'POST',
      `${ARTICLES}/${documentId}/actions/publish?locale=vi`,
      { title: unique('Bài') },
      // A change that is sent along is one's own.
      { 'X-Desk-Base': String(base), 'X-Desk-Override': 'mot-minh' },
    );
  // As from the list: without a base, so that both may.
  const publishFromList = (who: Session) =>
    who.ask('POST', `${ARTICLES}/actions/bulkPublish`, { documentIds: [documentId], locale: 'vi' });

  async function expectWhole(): Promise<number> {
    const [draft, published, ...more] = await rows();
    expect(more).toEqual([]);
    expect([draft!.agencies.length, draft!.officials.length, draft!.files.length]).toEqual([3, 3, 3]);
    expect(published).toEqual({ ...draft, published: true });
    return draft!.revision;
  }

  it(
    `is there once and whole, ${CASES} times: one publishes, and the other is told`,
    async () => {
      let revision = (await rows())[0]!.revision;
      const told = { conflicts: 0, lists: 0 };
      for (let count = 0; count < CASES; count += 1) {
        const answers = await Promise.all([publish(lan, revision), publish(minh, revision)]);
        expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
        told.conflicts += 1;
        await expectWhole();
        const fromLists = await Promise.all([publishFromList(lan), publishFromList(minh)]);
        expect(fromLists.map(({ status }) => status)).toEqual([200, 200]);
        told.lists += 1;
        revision = await expectWhole();
      }
      if (process.env.PUBLISH_CASES) {
        console.info(
          `${told.conflicts} times one published and one was refused; ${told.lists} times both from the list`,
        );
      }
    },
    60_000 + CASES * 3_000,
  );
});
