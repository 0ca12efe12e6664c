import fc from 'fast-check';
import { unique, writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { adminToken } from './helpers/newsroom-staff';
import { signIn, type Session } from './helpers/sign-in';

const ARTICLES = '/content-manager/collection-types/plugin::newsroom.article';

const PUBLISH = '/actions/publish';
/** How many pairs of saves are tried; `npm run test:conflicts` tries more. */
const CASES = Number(process.env.CONFLICT_CASES ?? 50);

type Saved = { data: { documentId: string; revision: number; title: string } };

describe('two editors of one article', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;
  let lan: Session;
  let minh: Session;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
    lan = await signIn(newsroom, 'strapi-super-admin', 'lan@example.vn');
    minh = await signIn(newsroom, 'strapi-super-admin', 'minh@example.vn');
  });
  afterAll(() => newsroom.stop());

  const save = (who: Session, id: string, base: number, title: string, action = '') =>
    who.ask(
      action ? 'POST' : 'PUT',
      `${ARTICLES}/${id}${action}?locale=vi`,
      { title },
      // Otherwise an editor's publish of their own change is refused.
      { 'X-Desk-Base': String(base), 'X-Desk-Override': 'vi-mot-minh' },
    );

  it('save in turn, each based on the other’s save', async () => {
    const { documentId } = await write.draft();
    const first = (await (await save(lan, documentId, 1, 'Lan')).json()) as Saved;
    expect(first.data).toMatchObject({ title: 'Lan', revision: 2 });
    const second = (await (await save(minh, documentId, first.data.revision, 'Minh')).json()) as Saved;
    expect(second.data).toMatchObject({ title: 'Minh', revision: 3 });
  });

  it('get a 409 that names the last author for a save based on an older revision, and lose nothing', async () => {
    const { documentId } = await write.draft();
    expect((await save(lan, documentId, 1, 'Lan')).status).toBe(200);
    const refused = await save(minh, documentId, 1, 'Minh');
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({
      error: {
        status: 409,
        name: 'ConflictError',
        message: 'desk.conflict',
        details: { base: 1, revision: 2, by: 'Biên tập', at: expect.stringMatching(/^\d{4}-.+Z$/) },
      },
    });
    const documents = newsroom.strapi.documents('plugin::newsroom.article');
    expect(await documents.findOne({ documentId, locale: 'vi' })).toMatchObject({ title: 'Lan', revision: 2 });
  });

  it('get the answer of a save that a proxy sends again, which is no conflict with itself', async () => {
    const { documentId } = await write.draft();
    const send = (request: string, title: string) =>
      lan.ask(
        'PUT',
        `${ARTICLES}/${documentId}?locale=vi`,
        { title },
        { 'X-Desk-Base': '1', 'X-Desk-Request': request },
      );
    const [first, again] = [await send('mot', 'Lan'), await send('mot', 'Lan')];
    expect([first.status, again.status]).toEqual([200, 200]);
    const { data } = (await first.json()) as Saved;
    expect(data).toMatchObject({ documentId, title: 'Lan', revision: 2 });
    expect(((await again.json()) as Saved).data).toEqual(data);
    const rows = `SELECT action FROM desk.audit WHERE document_id = $1 ORDER BY id`;
    expect(await newsroom.sql(rows, [documentId])).toEqual([{ action: 'create' }, { action: 'update' }]);
    expect((await send('hai', 'Lan')).status).toBe(409);
    expect((await save(minh, documentId, 2, 'Minh')).status).toBe(200);
    expect((await send('mot', 'Lan')).status).toBe(409);
  });

  it('publish once when a proxy sends the publish again', async () => {
    const { documentId } = await write.draft();
    const send = (request: string, title: string) =>
      lan.ask(
        'POST',
        `${ARTICLES}/${documentId}${PUBLISH}?locale=vi`,
        { title },
        { 'X-Desk-Base': '1', 'X-Desk-Request': request, 'X-Desk-Override': 'mot-minh' },
      );
    const answers = [await send('mot', 'Lan'), await send('mot', 'Lan')];
    const [first, again] = await Promise.all(answers.map(async (answer) => [answer.status, await answer.json()]));
    expect(first).toMatchObject([200, { data: { documentId, title: 'Lan' } }]);
    expect(again).toEqual(first);
    const rows = `SELECT action FROM desk.audit WHERE document_id = $1 ORDER BY id`;
    const actions = (await newsroom.sql(rows, [documentId])).map(({ action }) => action);
    expect(actions).toEqual(['create', 'update', 'publish']);
    expect((await send('hai', 'Lan')).status).toBe(409);
  });

  it('discard a draft once when a proxy sends that again', async () => {
    const { documentId } = await write.article({ title: 'Đã đăng' });
    const { data } = (await (await save(lan, documentId, 1, 'Lan')).json()) as Saved;
    const headers = { 'X-Desk-Base': String(data.revision), 'X-Desk-Request': 'bo' };
    const discard = () => lan.ask('POST', `${ARTICLES}/${documentId}/actions/discard?locale=vi`, {}, headers);
    const [first, again] = [await discard(), await discard()];
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(((await again.json()) as Saved).data).toEqual(((await first.json()) as Saved).data);
    const rows = `SELECT count(*)::int AS count FROM desk.audit WHERE document_id = $1 AND action = 'discardDraft'`;
    expect(await newsroom.sql(rows, [documentId])).toEqual([{ count: 1 }]);
  });

  it('cannot save, publish or discard without naming the base revision', async () => {
    const { documentId } = await write.article({ title: 'Đã đăng' });
    const base = { 'X-Desk-Base': '', 'X-Desk-Override': 'mot-minh' };
    const path = `${ARTICLES}/${documentId}`;
    for (const [method, action] of [
      ['PUT', ''],
      ['POST', '/actions/publish'],
      ['POST', '/actions/discard'],
    ] as const) {
      const answer = await lan.ask(method, `${path}${action}?locale=vi`, { title: 'Không nền' }, base);
      expect([action, answer.status]).toEqual([action, 428]);
      expect(await answer.json()).toMatchObject({
        error: { name: 'PreconditionRequiredError', message: 'desk.no-base' },
      });
    }
    const documents = newsroom.strapi.documents('plugin::newsroom.article');
    expect(await documents.findOne({ documentId, locale: 'vi' })).toMatchObject({ title: 'Đã đăng', revision: 1 });
  });

  it('create, clone and bulk publish without a base revision, as machines do', async () => {
    const { documentId } = await write.draft();
    const created = await lan.ask('POST', `${ARTICLES}?locale=vi`, { title: unique('Mới') });
    const copied = await lan.ask('POST', `${ARTICLES}/clone/${documentId}?locale=vi`, { title: unique('Chép') });
    expect([created.status, copied.status]).toEqual([201, 200]);
    const batch = { documentIds: [documentId], locale: 'vi' };
    expect((await minh.ask('POST', `${ARTICLES}/actions/bulkPublish`, batch)).status).toBe(200);
    const token = await adminToken(newsroom, lan.id);
    const saved = await fetch(`${newsroom.url}${ARTICLES}/${documentId}?locale=vi`, {
      method: 'PUT',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ title: 'Của máy' }),
    });
    expect(saved.status).toBe(200);
  });

  it('publish only the revision that their form shows', async () => {
    const { documentId } = await write.draft();
    await save(lan, documentId, 1, 'Lan');
    expect((await save(minh, documentId, 1, 'Minh', '/actions/publish')).status).toBe(409);
    const published = (await (await save(minh, documentId, 2, 'Minh', '/actions/publish')).json()) as Saved;
    expect(published.data.title).toBe('Minh');
    // The panel's publish is an update and a publish; a base from before either is outdated.
    expect((await save(lan, documentId, 2, 'Lan')).status).toBe(409);
    const now = (await (await lan.ask('GET', `${ARTICLES}/${documentId}?locale=vi`)).json()) as Saved;
    expect((await save(lan, documentId, now.data.revision, 'Lan')).status).toBe(200);
  });

  it(
    `never both succeed and never lose a change in ${CASES} pairs of saves`,
    async () => {
      const { documentId } = await write.draft();
      const taken: string[] = [];
      const refused: string[] = [];
      let revision = 1;
      /** Saves or publishes concurrently on these bases; the document then has the accepted titles in turn. */
      const meet = async (...saves: [who: 'Lan' | 'Minh', base: number, action?: string][]) => {
        const titles = saves.map(([who]) => unique(who));
        const answers = await Promise.all(
          saves.map(([who, base, action], index) =>
            save(who === 'Lan' ? lan : minh, documentId, base, titles[index]!, action),
          ),
        );
        for (const [index, { status }] of answers.entries()) {
          if (status === 200) taken.push(titles[index]!);
          else expect([(refused.push(titles[index]!), status)]).toEqual([409]);
        }
        const [row] = await newsroom.sql('SELECT max(revision) AS now FROM articles WHERE document_id = $1', [
          documentId,
        ]);
        revision = row!.now as number;
        return answers.map(({ status }) => status).sort();
      };
      const meetings: Record<string, () => Promise<void>> = {
        'at once': async () => expect(await meet(['Lan', revision], ['Minh', revision])).toEqual([200, 409]),
        'at once, one publishing': async () =>
          expect(await meet(['Lan', revision, PUBLISH], ['Minh', revision])).toEqual([200, 409]),
        'both publishing': async () =>
          expect(await meet(['Lan', revision, PUBLISH], ['Minh', revision, PUBLISH])).toEqual([200, 409]),
        'one after the other, unaware': async () => {
          const base = revision;
          expect(await meet(['Minh', base])).toEqual([200]);
          expect(await meet(['Lan', base])).toEqual([409]);
        },
        'one after the other, aware': async () => {
          expect(await meet(['Lan', revision])).toEqual([200]);
          expect(await meet(['Minh', revision])).toEqual([200]);
        },
        'from long ago': async () => {
          expect(await meet(['Minh', Math.max(0, revision - 5)])).toEqual([409]);
          expect(await meet(['Lan', revision])).toEqual([200]);
        },
      };
      for (const meeting of fc.sample(fc.constantFrom(...Object.keys(meetings)), CASES)) await meetings[meeting]!();

      const written = await newsroom.sql(
        `SELECT content ->> 'title' AS title FROM desk.versions WHERE document_id = $1 GROUP BY 1 ORDER BY min(audit_id)`,
        [documentId],
      );
      expect(written.slice(1).map(({ title }) => title)).toEqual(taken);
      expect(refused.length).toBeGreaterThan(CASES / 2);
      const documents = newsroom.strapi.documents('plugin::newsroom.article');
      expect(await documents.findOne({ documentId, locale: 'vi' })).toMatchObject({ title: taken.at(-1) });
      if (process.env.CONFLICT_CASES) {
        console.info(`${CASES} pairs of saves: ${taken.length} accepted, ${refused.length} refused with a conflict`);
      }
    },
    60_000 + CASES * 1_000,
  );

  it('are named in the audit', async () => {
    const { documentId } = await write.draft();
    await save(lan, documentId, 1, 'Lan');
    const [row] = await newsroom.sql(
      `SELECT actor ->> 'kind' AS kind, actor ->> 'email' AS email FROM desk.audit
        WHERE document_id = $1 AND action = 'update'`,
      [documentId],
    );
    expect(row).toEqual({ kind: 'person', email: 'lan@example.vn' });
  });
});
