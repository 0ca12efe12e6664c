import { writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { agencyTree } from './helpers/newsroom-staff';
import type { Session } from './helpers/sign-in';
import { staff } from './helpers/staff';

const ARTICLE = 'plugin::newsroom.article';
const ARTICLES = `/content-manager/collection-types/${ARTICLE}`;

/** What no form shows and Strapi nevertheless takes from whoever sends it. */
const SENT: Record<string, unknown> = {
  revision: 0,
  reviewState: 'approved',
  corrections: [{ on: '2020-01-01T00:00:00Z', note: 'Bịa' }],
  withdrawnOn: '2020-01-01T00:00:00.000Z',
  withdrawalOutcome: 'gone',
  withdrawalReason: 'Bịa',
  movedTo: 'noi-khac',
};

describe('what an article has of the desk’s own deeds', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;
  let agency: string;
  let approver: Session;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
    agency = (await agencyTree(newsroom)).A;
    approver = await staff(newsroom, 'desk-approver', agency);
  });
  afterAll(() => newsroom.stop());

  const rows = (documentId: string) =>
    newsroom.sql(
      `SELECT revision, review_state, corrections, withdrawn_on, withdrawal_outcome, withdrawal_reason, moved_to
         FROM articles WHERE document_id = $1 ORDER BY id`,
      [documentId],
    );
  const nothing = {
    review_state: null,
    corrections: null,
    withdrawn_on: null,
    withdrawal_outcome: null,
    withdrawal_reason: null,
    moved_to: null,
  };
  const act = (documentId: string, what: string, data: object) =>
    approver.ask('POST', `/publishing-desk/articles/${documentId}/${what}?locale=vi`, data);

  it('is all of what is hidden, but for what the body editor renders', () => {
    const attributes = Object.entries(newsroom.strapi.contentType(ARTICLE).attributes as Record<string, object>);
    const hidden = attributes.filter(([, one]) => (one as { visible?: boolean }).visible === false);
    const rendered = ['bodyBlocks', 'bodyHtml', 'bodyText', 'createdBy', 'updatedBy', 'locale', 'localizations'];
    expect(new Set(hidden.map(([name]) => name).filter((name) => !rendered.includes(name)))).toEqual(
      new Set(Object.keys(SENT)),
    );
  });

  it.each(Object.entries(SENT))('is not written by a person who sends %s', async (name, value) => {
    const { documentId } = await write.draft({ agency });
    const before = await rows(documentId);
    const saved = await approver.ask('PUT', `${ARTICLES}/${documentId}?locale=vi`, { [name]: value });
    expect([saved.status, await rows(documentId)]).toEqual([200, before]);
    const made = await approver.ask('POST', `${ARTICLES}?locale=vi`, { title: `Có ${name}`, [name]: value });
    const { data } = (await made.json()) as { data: { documentId: string } };
    expect(await rows(data.documentId)).toEqual([{ revision: 1, ...nothing }]);
  });

  it('is neither copied nor brought back with an earlier version', async () => {
    const { documentId } = await write.article({ agency });
    expect((await act(documentId, 'withdraw', { outcome: 'notice', reason: 'Số liệu sai.' })).status).toBe(200);
    const copied = await approver.ask('POST', `${ARTICLES}/clone/${documentId}?locale=vi`, { slug: '' });
    const { data } = (await copied.json()) as { data: { documentId: string } };
    expect(await rows(data.documentId)).toEqual([{ revision: 1, ...nothing }]);

    const history = `/publishing-desk/history/${ARTICLE}/${documentId}`;
    const { data: changes } = (await (await approver.ask('GET', `${history}?locale=vi`)).json()) as {
      data: { id: number; action: string }[];
    };
    const first = changes.find(({ action }) => action === 'create')!;
    expect((await approver.ask('POST', `${history}/${first.id}/restore`, {})).status).toBe(200);
    expect((await rows(documentId)).map(({ withdrawal_outcome: outcome }) => outcome)).toEqual(['notice', 'notice']);
  });

  it('is changed only by whoever may publish the draft and what is public of it', async () => {
    const { B } = await agencyTree(newsroom);
    const { documentId } = await write.article({ agency: B });
    await newsroom.strapi.documents(ARTICLE).update({ documentId, locale: 'vi', data: { agency } as never });
    expect((await act(documentId, 'withdraw', { outcome: 'gone', reason: 'Không phải của tôi.' })).status).toBe(403);
    expect((await rows(documentId)).map(({ withdrawn_on: on }) => on)).toEqual([null, null]);
  });

  it('is restored only onto what the editor has before them', async () => {
    const { documentId } = await write.draft({ agency });
    await approver.ask('PUT', `${ARTICLES}/${documentId}?locale=vi`, { title: 'Hai' });
    const [first] = await newsroom.sql('SELECT id FROM desk.audit WHERE document_id = $1 ORDER BY id', [documentId]);
    const restore = (base: string) =>
      approver.ask(
        'POST',
        `/publishing-desk/history/${ARTICLE}/${documentId}/${first!.id}/restore`,
        {},
        { 'X-Desk-Base': base },
      );
    expect((await restore('1')).status).toBe(409);
    expect((await restore('2')).status).toBe(200);
  });

  it('is discarded only as of what the editor has before them', async () => {
    const { documentId } = await write.article({ agency });
    await approver.ask('PUT', `${ARTICLES}/${documentId}?locale=vi`, { title: 'Của người khác' });
    const discard = (base: string) =>
      approver.ask('POST', `${ARTICLES}/${documentId}/actions/discard?locale=vi`, {}, { 'X-Desk-Base': base });
    expect((await discard('1')).status).toBe(409);
    expect((await discard('2')).status).toBe(200);
  });
});
