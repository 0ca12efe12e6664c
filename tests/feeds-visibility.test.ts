import { writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { readItems, tombstones } from './helpers/read-feed';

const ARTICLE = 'plugin::newsroom.article';
const CANARY = 'chim-yen-4411';
const days = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString();
const published = { publishedOn: days(-60) };
const withdrawn = (on: string, withdrawalOutcome: string) => ({ ...published, withdrawnOn: on, withdrawalOutcome });

/** The contract's "What is visible", of feeds: there, or announced as removed, or as if it had never been. */
const STATES = [
  { state: 'nháp', data: null },
  { state: 'hẹn giờ', data: { publishedOn: days(5) } },
  { state: 'hẹn giờ, gỡ trước', data: { publishedOn: days(5), withdrawnOn: days(-1), withdrawalOutcome: 'notice' } },
  { state: 'gỡ trước khi đăng', data: { publishedOn: days(-1), withdrawnOn: days(-2), withdrawalOutcome: 'gone' } },
  { state: 'đang đăng', data: published, is: 'there' },
  { state: 'sẽ hết hạn', data: { ...published, expiresOn: days(5) }, is: 'there' },
  { state: 'sẽ gỡ', data: withdrawn(days(5), 'gone'), is: 'there' },
  { state: 'đổi địa chỉ', data: published, then: 'rename', is: 'there' },
  { state: 'hết hạn', data: { ...published, expiresOn: days(-2) }, is: 'removed' },
  { state: 'gỡ, có thông báo', data: withdrawn(days(-2), 'notice'), is: 'removed' },
  { state: 'gỡ phần thân', data: withdrawn(days(-2), 'notice-without-body'), is: 'removed' },
  { state: 'gỡ', data: withdrawn(days(-2), 'gone'), is: 'removed' },
  { state: 'hủy đăng', data: published, then: 'unpublish', is: 'removed' },
  { state: 'xóa', data: published, then: 'delete', is: 'removed' },
  { state: 'hết hạn rồi xóa', data: { ...published, expiresOn: days(-2) }, then: 'delete', is: 'removed' },
  { state: 'chuyển đi', data: { ...withdrawn(days(-2), 'moved'), movedTo: 'dang-dang' } },
  { state: 'hết hạn lâu rồi', data: { ...published, expiresOn: days(-32) } },
  { state: 'gỡ lâu rồi', data: withdrawn(days(-32), 'notice') },
  { state: 'hết hạn lâu rồi, nay xóa', data: { ...published, expiresOn: days(-32) }, then: 'delete' },
  { state: 'hẹn giờ, hủy đăng', data: { publishedOn: days(5) }, then: 'unpublish' },
  { state: 'hủy đăng, đăng lại', data: published, then: 'return', is: 'there' },
  { state: 'hủy đăng, hẹn lại', data: published, then: 'embargo' },
] as { state: string; data: object | null; then?: string; is?: 'there' | 'removed' }[];

const FEEDS = ['/feeds/tin-moi-nhat', '/feeds/categories/muc-me', '/feeds/categories/muc', '/feeds/agencies/co-quan'];

describe('a feed', () => {
  let newsroom: Newsroom;
  const titles = new Map<string, string>();
  const ids = new Map<string, string>();

  const documents = () => newsroom.strapi.documents(ARTICLE);
  const get = async (path: string) => {
    const answer = await fetch(newsroom.url + path);
    return { text: await answer.text(), type: answer.headers.get('content-type')!, status: answer.status };
  };

  async function bring({ state, data, then, is }: (typeof STATES)[number], about: object) {
    const title = is === 'there' ? state : `${CANARY} ${state}`;
    titles.set(state, title);
    const { documentId } = await documents().create({ locale: 'vi', data: { title, ...about, ...data } as never });
    ids.set(state, documentId);
    if (data) await documents().publish({ documentId, locale: 'vi' });
    if (then === 'delete') await documents().delete({ documentId, locale: 'vi' });
    if (then === 'unpublish' || then === 'return' || then === 'embargo') {
      await documents().unpublish({ documentId, locale: 'vi' });
    }
    const change = { rename: { slug: 'dia-chi-moi' }, return: {}, embargo: { publishedOn: days(5) } }[then ?? ''];
    if (!change) return;
    await documents().update({ documentId, locale: 'vi', data: change as never });
    await documents().publish({ documentId, locale: 'vi' });
  }

  beforeAll(async () => {
    newsroom = await startNewsroom();
    const write = writers(newsroom.strapi);
    const parent = await write.category({ slug: 'muc-me' });
    const category = await write.category({ slug: 'muc', parent: parent.documentId });
    const agency = await write.agency({ slug: 'co-quan' });
    for (const row of STATES) await bring(row, { category: category.documentId, agency: agency.documentId });
  });
  afterAll(() => newsroom.stop());

  const thatAre = (is: string) => STATES.filter((row) => row.is === is).map(({ state }) => state);

  describe.each(FEEDS)('%s', (path) => {
    it.each(['rss', 'atom', 'json'])('shows only what is visible, in %s', async (format) => {
      const { text, type, status } = await get(`${path}.${format}`);
      expect(status).toBe(200);
      const items = await readItems(text, type);
      expect(items.map(({ title }) => title).sort()).toEqual(thatAre('there').sort());
      expect(text).not.toContain(CANARY);
      for (const id of ids.values()) expect(text).not.toContain(id);
    });

    it('announces in Atom what was public and was retracted in the last thirty days', async () => {
      const { text } = await get(`${path}.atom`);
      const own = (await readItems(text, 'application/atom+xml')).map(({ id }) => id);
      const removed = tombstones(text);
      expect(removed.size).toBe(thatAre('removed').length);
      expect([...removed.keys()].filter((id) => own.includes(id))).toEqual([]);
      const on = [...removed.values()].map((instant) => Math.round((Date.now() - Date.parse(instant)) / 86_400_000));
      // Expired and withdrawn two days ago, one of them deleted since; unpublished and deleted just now.
      expect(on.sort()).toEqual([0, 0, 2, 2, 2, 2, 2]);
    });
  });

  it('announces a retraction under the entry’s id', async () => {
    const documentId = ids.get('đang đăng')!;
    const before = await readItems((await get('/feeds/tin-moi-nhat.atom')).text, 'application/atom+xml');
    const { id } = before.find(({ title }) => title === 'đang đăng')!;
    await documents().unpublish({ documentId, locale: 'vi' });
    expect([...tombstones((await get('/feeds/tin-moi-nhat.atom')).text).keys()]).toContain(id);

    await documents().publish({ documentId, locale: 'vi' });
    const { text } = await get('/feeds/tin-moi-nhat.atom');
    expect([...tombstones(text).keys()]).not.toContain(id);
    expect((await readItems(text, 'application/atom+xml')).map((item) => item.id)).toContain(id);
  });

  it('drops the announcement after thirty days', async () => {
    const removed = async () => tombstones((await get('/feeds/tin-moi-nhat.atom')).text).size;
    const before = await removed();
    await newsroom.sql(
      `UPDATE newsroom.retractions SET retracted_on = retracted_on - interval '31 days'
      WHERE document_id = $1`,
      [ids.get('hủy đăng')],
    );
    // Moved by hand, which in life only midnight does.
    await newsroom.sql(`SELECT pg_notify('portal_feeds_changed', '')`);
    expect(await removed()).toBe(before - 1);
  });

  it('announces no retractions of other feeds', async () => {
    const write = writers(newsroom.strapi);
    await write.category({ slug: 'khac' });
    await write.agency({ slug: 'co-quan-khac' });
    for (const path of ['/feeds/categories/khac', '/feeds/agencies/co-quan-khac']) {
      const { text } = await get(`${path}.atom`);
      expect([await readItems(text, 'application/atom+xml'), tombstones(text).size]).toEqual([[], 0]);
    }
  });
});
