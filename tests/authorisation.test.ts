import { body, paragraph, unique, writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { type Agency, agencyTree, newsroomStaff } from './helpers/newsroom-staff';
import type { Session } from './helpers/sign-in';

/**
 * Who may do what to an article. People, by letter:
 *
 *   r  phóng viên of A                 t  an admin token of that phóng viên
 *   e  biên tập viên of A              o  biên tập viên of B, beside A
 *   a  người duyệt of A's parent       n  người duyệt of no agency
 *   m  quản trị tòa soạn               s  super administrator
 *
 * Child is below A. A cell names whoever may; everybody else is refused with 403, and whoever is not let in at all with
 * 401: a stranger, a disabled account, a session that was signed out, tokens of the content API, read-only or full.
 */
const ARTICLES = `
                        | draft of A | of child | of B | public of A | of child | of B
  list                  | r t e a m s | e a m s | o m s | r t e a m s | e a m s | o m s
  read                  | r t e a m s | e a m s | o m s | r t e a m s | e a m s | o m s
  read a language       | r t e a m s | e a m s | o m s | r t e a m s | e a m s | o m s
  read a relation       | r t e a m s | e a m s | o m s | r t e a m s | e a m s | o m s
  check before bulk     | r t e a m s | e a m s | o m s | r t e a m s | e a m s | o m s
  count relations       | r t e a m s | e a m s | o m s | r t e a m s | e a m s | o m s
  read common fields    | r t e a m s | e a m s | o m s | r t e a m s | e a m s | o m s
  fill from a language  | r t e a m s | e a m s | o m s | r t e a m s | e a m s | o m s
  preview               | r t e a m s | e a m s | o m s | r t e a m s | e a m s | o m s
  create                | r t e a m s | e a m s | o m s |             |         |
  create and publish    |       a m s |   a m s |   m s |             |         |
  update                | r t e a m s | e a m s | o m s | r t e a m s | e a m s | o m s
  move to A             | r t e a m s | e a m s |   m s | r t e a m s | e a m s |   m s
  move to B             |         m s |     m s | o m s |         m s |     m s | o m s
  clone                 | r t e a m s | e a m s | o m s | r t e a m s | e a m s | o m s
  clone for A           | r t e a m s | e a m s |   m s | r t e a m s | e a m s |   m s
  new language          | r t e a m s | e a m s | o m s | r t e a m s | e a m s | o m s
  new language for A    | r t e a m s | e a m s |   m s | r t e a m s | e a m s |   m s
  publish               |       a m s |   a m s |   m s |       a m s |   a m s |   m s
  unpublish             |             |         |       |       a m s |   a m s |   m s
  discard               |             |         |       | r t e a m s | e a m s | o m s
  delete                | r t e a m s | e a m s | o m s |       a m s |   a m s |   m s
  send for review       | r t e a m s | e a m s | o m s |             |         |
  send back             |     e a m s | e a m s | o m s |             |         |
  approve               |       a m s |   a m s |   m s |             |         |
  bulk publish          |       a m s |   a m s |   m s |       a m s |   a m s |   m s
  bulk unpublish        |             |         |       |       a m s |   a m s |   m s
  bulk delete           | r t e a m s | e a m s | o m s |       a m s |   a m s |   m s
  pin                   |         m s |     m s |   m s |         m s |     m s |   m s`;

/** Who may do what to a file, by the agency that owns it. */
const FILES = `
                        | file of A | of child | of B
  list                  | r t e a m s | e a m s | o m s
  read                  | r t e a m s | e a m s | o m s
  edit                  | r t e a m s | e a m s | o m s
  bulk edit             | r t e a m s | e a m s | o m s
  delete                | r t e a m s | e a m s | o m s
  bulk delete           | r t e a m s | e a m s | o m s
  bulk delete of folder | r t e a m s | e a m s | o m s
  bulk move             | r t e a m s | e a m s | o m s
  use as cover          | r t e a m s | e a m s | o m s
  use in a body         | r t e a m s | e a m s | o m s`;

const WHOLE_STAFF = 'rteoanms';
const NOT_LET_IN = 'DXSRF';
const CM = '/content-manager/collection-types';
const ARTICLE = 'plugin::newsroom.article';

/** Four eyes are another table's: tests/authorisation-four-eyes. */
const FOR_A_REASON = { 'X-Desk-Override': 'matrix' };

type Target = { agency: Agency; isPublic: boolean };
type Thing = { documentId: string; id: number; folder: number };
type Ask = Session['ask'];
type Action = (ask: Ask, thing: Thing, agency: string, who: string) => Promise<Response>;

/** The rows of a table: a test's name, the action, and for each column who may; null where there is no such thing. */
function rowsOf(table: string): [action: string, cells: (string | null)[]][] {
  const [, , ...lines] = table.split('\n');
  return lines.map((line) => {
    const [action, ...cells] = line.split('|').map((cell) => cell.trim());
    return [action!, cells.map((cell) => cell.replaceAll(' ', '') || null)];
  });
}

describe('who may', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;
  let agencies: Record<Agency, string>;
  let people: Record<string, Ask>;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
    agencies = await agencyTree(newsroom);
    ({ people } = await newsroomStaff(newsroom, agencies));
  });
  afterAll(() => newsroom.stop());

  const state = async (): Promise<string> => {
    const [row] = await newsroom.sql(`SELECT
        (SELECT string_agg(concat_ws(':', id, revision, title), ' ' ORDER BY id) FROM articles) AS articles,
        (SELECT string_agg(agency_ref::text, ' ' ORDER BY id) FROM articles) AS owners,
        (SELECT string_agg(concat_ws(':', id, name, folder_path), ' ' ORDER BY id) FROM files) AS files,
        (SELECT count(*) FROM upload_folders) AS folders, (SELECT count(*) FROM pins) AS pins`);
    return JSON.stringify(row);
  };

  /** Whether it was allowed; a list is asked for one thing, and allowed when that is in it. */
  async function isAllowed(who: string, answer: Response): Promise<boolean> {
    const text = await answer.text();
    if (NOT_LET_IN.includes(who) || answer.status === 401) {
      expect([who, answer.status, text]).toEqual([who, 401, expect.any(String)]);
      return false;
    }
    if (answer.status === 403) return false;
    expect([who, answer.status < 300, answer.status, text]).toEqual([who, true, answer.status, text]);
    return !text.startsWith('{"results":[],');
  }

  async function whoMay(action: Action, make: () => Promise<Thing>, agency: Agency): Promise<string> {
    let thing = await make();
    let before = await state();
    let able = '';
    // Whom Strapi does not let in it does not ask about agencies.
    for (const who of agency === 'A' ? WHOLE_STAFF + NOT_LET_IN : WHOLE_STAFF) {
      const allowed = await isAllowed(who, await action(people[who]!, thing, agencies[agency], who));
      const isUnchanged = (await state()) === before;
      if (allowed) able += who;
      else expect([who, isUnchanged]).toEqual([who, true]);
      if (!isUnchanged) {
        thing = await make();
        before = await state();
      }
    }
    return able;
  }

  const title = () => unique('Tiêu đề');
  const text = body(paragraph('Nội dung.'));
  const owner = (documentId: string) => ({ connect: [{ documentId }], disconnect: [] });

  const review =
    (step: string): Action =>
    (ask, { documentId }) =>
      ask('POST', `/publishing-desk/reviews/${ARTICLE}/${documentId}/${step}?locale=vi`, { note: 'Lời nhắn.' });
  const onArticles: Record<string, Action> = {
    list: (ask, { documentId }) => ask('GET', `${CM}/${ARTICLE}?locale=vi&filters[documentId][$eq]=${documentId}`),
    read: (ask, { documentId }) => ask('GET', `${CM}/${ARTICLE}/${documentId}?locale=vi`),
    'read a language': (ask, { documentId }) => ask('GET', `${CM}/${ARTICLE}/${documentId}?locale=en`),
    'read a relation': (ask, { documentId }) =>
      ask('GET', `/content-manager/relations/${ARTICLE}/${documentId}/agency?locale=vi`),
    'check before bulk': (ask, { documentId }) =>
      ask('POST', `${CM}/${ARTICLE}/actions/bulkFindForValidation`, { documentIds: [documentId], locale: 'vi' }),
    'count relations': (ask, { documentId }) =>
      ask('GET', `${CM}/${ARTICLE}/actions/countManyEntriesDraftRelations?documentIds[0]=${documentId}&locale=vi`),
    'read common fields': (ask, { id }) =>
      ask('POST', '/i18n/content-manager/actions/get-non-localized-fields', { model: ARTICLE, id, locale: 'vi' }),
    'fill from a language': (ask, { documentId }) =>
      ask(
        'GET',
        `/i18n/content-manager/get-fill-from-locale/${ARTICLE}?documentId=${documentId}&sourceLocale=vi&targetLocale=en&collectionType=collection-types`,
      ),
    preview: (ask, { documentId }) =>
      ask('GET', `/content-manager/preview/url/${ARTICLE}?documentId=${documentId}&locale=vi&status=draft`),
    create: (ask, _thing, agency) =>
      ask('POST', `${CM}/${ARTICLE}?locale=vi`, { title: title(), body: text, agency: owner(agency) }),
    'create and publish': (ask, _thing, agency) =>
      ask(
        'POST',
        `${CM}/${ARTICLE}/actions/publish?locale=vi`,
        { title: title(), body: text, agency: owner(agency) },
        FOR_A_REASON,
      ),
    update: (ask, { documentId }) => ask('PUT', `${CM}/${ARTICLE}/${documentId}?locale=vi`, { title: title() }),
    'move to A': (ask, { documentId }) =>
      ask('PUT', `${CM}/${ARTICLE}/${documentId}?locale=vi`, { title: title(), agency: owner(agencies.A) }),
    'move to B': (ask, { documentId }) =>
      ask('PUT', `${CM}/${ARTICLE}/${documentId}?locale=vi`, { title: title(), agency: owner(agencies.B) }),
    clone: (ask, { documentId }) =>
      ask('POST', `${CM}/${ARTICLE}/clone/${documentId}?locale=vi`, { title: title(), slug: '' }),
    'clone for A': (ask, { documentId }) =>
      ask('POST', `${CM}/${ARTICLE}/clone/${documentId}?locale=vi`, {
        title: title(),
        slug: '',
        agency: { set: [{ documentId: agencies.A }] },
      }),
    'new language': (ask, { documentId }) => ask('PUT', `${CM}/${ARTICLE}/${documentId}?locale=en`, { title: title() }),
    'new language for A': (ask, { documentId }) =>
      ask('PUT', `${CM}/${ARTICLE}/${documentId}?locale=en`, { title: title(), agency: owner(agencies.A) }),
    publish: (ask, { documentId }) =>
      ask('POST', `${CM}/${ARTICLE}/${documentId}/actions/publish?locale=vi`, { title: title() }, FOR_A_REASON),
    unpublish: (ask, { documentId }) => ask('POST', `${CM}/${ARTICLE}/${documentId}/actions/unpublish?locale=vi`, {}),
    discard: (ask, { documentId }) => ask('POST', `${CM}/${ARTICLE}/${documentId}/actions/discard?locale=vi`, {}),
    delete: (ask, { documentId }) => ask('DELETE', `${CM}/${ARTICLE}/${documentId}?locale=vi`),
    'send for review': review('submit'),
    'send back': review('send-back'),
    approve: review('approve'),
    'bulk publish': (ask, { documentId }) =>
      ask('POST', `${CM}/${ARTICLE}/actions/bulkPublish`, { documentIds: [documentId], locale: 'vi' }),
    'bulk unpublish': (ask, { documentId }) =>
      ask('POST', `${CM}/${ARTICLE}/actions/bulkUnpublish`, { documentIds: [documentId], locale: 'vi' }),
    'bulk delete': (ask, { documentId }) =>
      ask('POST', `${CM}/${ARTICLE}/actions/bulkDelete?locale=vi`, { documentIds: [documentId] }),
    pin: async (ask, { documentId }) =>
      ask('POST', `${CM}/plugin::newsroom.pin?locale=vi`, {
        place: 1,
        list: owner((await write.latestNewsList({})).documentId),
        article: owner(documentId),
      }),
  };

  const onFiles: Record<string, Action> = {
    list: (ask, { id }) => ask('GET', `/upload/files?filters[id][$eq]=${id}`),
    read: (ask, { id }) => ask('GET', `/upload/files/${id}`),
    edit: (ask, { id }) => ask('PUT', `/upload/files/${id}`, { fileInfo: { name: unique('tệp') } }),
    'bulk edit': (ask, { id }) =>
      ask('POST', '/upload/actions/bulk-update', { updates: [{ id, fileInfo: { name: unique('tệp') } }] }),
    delete: (ask, { id }) => ask('DELETE', `/upload/files/${id}`),
    'bulk delete': (ask, { id }) => ask('POST', '/upload/actions/bulk-delete', { fileIds: [id], folderIds: [] }),
    'bulk delete of folder': (ask, { folder }) =>
      ask('POST', '/upload/actions/bulk-delete', { fileIds: [], folderIds: [folder] }),
    'bulk move': (ask, { id }) =>
      ask('POST', '/upload/actions/bulk-move', { fileIds: [id], folderIds: [], destinationFolderId: null }),
    'use as cover': (ask, { id }, _agency, who) =>
      ask('POST', `${CM}/${ARTICLE}?locale=vi`, { ...own(who), cover: id }),
    'use in a body': (ask, { documentId }, _agency, who) => {
      const attrs = { file: documentId, caption: '', credit: '', alt: 'Ảnh', decorative: false };
      return ask('POST', `${CM}/${ARTICLE}?locale=vi`, { ...own(who), body: body({ type: 'figure', attrs }) });
    },
  };

  const own = (who: string) => ({
    title: title(),
    ...('ms'.includes(who) && { agency: owner(agencies.A) }),
  });

  const article = async ({ agency, isPublic }: Target): Promise<Thing> => {
    const data = { agency: agencies[agency] };
    const { documentId } = await (isPublic ? write.article(data) : write.draft(data));
    const row = await newsroom.strapi.db
      .query(ARTICLE)
      .findOne({ select: ['id'], where: { documentId, publishedAt: null } });
    return { documentId, id: row.id, folder: 0 };
  };

  /** An article in the state that an action asks for: what is sent back or approved was sent for review. */
  async function articleFor(action: string, target: Target): Promise<Thing> {
    const thing = await article(target);
    if (!['send back', 'approve'].includes(action)) return thing;
    const sent = await review('submit')(people.s!, thing, '', 's');
    expect(sent.status).toBe(200);
    return thing;
  }

  const file = async (agency: Agency): Promise<Thing> => {
    const name = unique('tệp');
    const folder = await newsroom.strapi.plugin('upload').service('folder').create({ name, parent: null }, {});
    const made = await newsroom.strapi.db.query('plugin::upload.file').create({
      data: {
        name,
        hash: name,
        ext: '.png',
        mime: 'image/png',
        size: 1,
        url: '/uploads/none.png',
        provider: 'local',
        folder: folder.id,
        folderPath: folder.path,
        agency: agencies[agency],
      },
    });
    return { documentId: made.documentId, id: made.id, folder: folder.id };
  };

  describe('to an article', () => {
    const columns: Target[] = [false, true].flatMap((isPublic) =>
      (['A', 'child', 'B'] as const).map((agency) => ({ agency, isPublic })),
    );
    it.each(rowsOf(ARTICLES))('%s', async (action, expected) => {
      const found: (string | null)[] = [];
      for (const [index, column] of columns.entries()) {
        const may = expected[index] ?? null;
        found.push(may && (await whoMay(onArticles[action]!, () => articleFor(action, column), column.agency)));
      }
      expect(found).toEqual(expected);
    });
  });

  describe('to a file', () => {
    it.each(rowsOf(FILES))('%s', async (action, expected) => {
      const found: string[] = [];
      for (const agency of ['A', 'child', 'B'] as const) {
        found.push(await whoMay(onFiles[action]!, () => file(agency), agency));
      }
      expect(found).toEqual(expected);
    });
  });
});
