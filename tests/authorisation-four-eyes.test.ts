import { writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { agencyTree } from './helpers/newsroom-staff';
import type { Session } from './helpers/sign-in';
import { staff } from './helpers/staff';

const ARTICLES = '/content-manager/collection-types/plugin::newsroom.article';

describe('with four eyes, an approver', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;
  let agency: string;
  let lan: Session;
  let minh: Session;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
    agency = (await agencyTree(newsroom)).A;
    lan = await staff(newsroom, 'desk-approver', agency);
    minh = await staff(newsroom, 'desk-approver', agency);
  });
  afterAll(() => newsroom.stop());

  const draft = async () => (await write.draft({ agency })).documentId;
  const save = (who: Session, id: string, title: string, locale = 'vi') =>
    who.ask('PUT', `${ARTICLES}/${id}?locale=${locale}`, { title });
  const publish = async (who: Session, id: string, data: object = {}, headers: Record<string, string> = {}) => {
    const answer = await who.ask('POST', `${ARTICLES}/${id}/actions/publish?locale=vi`, data, headers);
    const { error } = (await answer.json()) as { error?: { message: string } };
    return error?.message ?? 'published';
  };

  it('publishes what somebody else changed last, and not what is the approver’s own', async () => {
    const id = await draft();
    await save(lan, id, 'Lan viết');
    expect(await publish(lan, id)).toBe('desk.four-eyes');
    expect(await publish(minh, id)).toBe('published');
  });

  it('publishes what a machine wrote, and again what was published as it stands', async () => {
    const id = await draft();
    expect(await publish(lan, id)).toBe('published');
    expect(await publish(lan, id)).toBe('published');
    await lan.ask('POST', `${ARTICLES}/${id}/actions/unpublish?locale=vi`, {});
    expect(await publish(lan, id)).toBe('published');
  });

  it('makes it the approver’s own by a change on the way out, and nothing is saved of that', async () => {
    const id = await draft();
    expect(await publish(minh, id, { title: 'Sửa lúc duyệt' })).toBe('desk.four-eyes');
    const rows = await newsroom.sql('SELECT title, published_at FROM articles WHERE document_id = $1', [id]);
    expect(rows).toEqual([{ title: expect.stringMatching(/^Bản nháp/), published_at: null }]);
  });

  it('is asked about the language that is published', async () => {
    const id = await draft();
    await save(lan, id, 'In English', 'en');
    expect(await publish(lan, id)).toBe('published');
    const bulk = { documentIds: [id], locale: ['vi', 'en'] };
    expect((await lan.ask('POST', `${ARTICLES}/actions/bulkPublish`, bulk)).status).toBe(403);
    expect((await minh.ask('POST', `${ARTICLES}/actions/bulkPublish`, bulk)).status).toBe(200);
  });

  it('is not let off by what was done to another language, which moves the fields that both share', async () => {
    const { documentId: id } = await write.article({ agency, author: 'Ban đầu' });
    await save(lan, id, 'In English', 'en');
    await lan.ask('PUT', `${ARTICLES}/${id}?locale=vi`, { title: 'Tiếng Việt', author: 'Đổi' });
    await lan.ask('POST', `${ARTICLES}/${id}/actions/discard?locale=vi`, {});
    const publishEnglish = (who: Session) => who.ask('POST', `${ARTICLES}/${id}/actions/publish?locale=en`, {});
    expect((await publishEnglish(lan)).status).toBe(403);
    expect((await publishEnglish(minh)).status).toBe(200);
  });

  it('is asked for nothing once the change was undone', async () => {
    const { documentId: id, title } = await write.article({ agency });
    await save(lan, id, 'Thử rồi thôi');
    await save(lan, id, title as string);
    expect(await publish(lan, id)).toBe('published');
  });

  it('does it alone for a reason, which the desk remembers', async () => {
    const id = await draft();
    await save(lan, id, 'Khẩn');
    const because = (reason: string) => publish(lan, id, {}, { 'X-Desk-Override': reason });
    expect(await because('%20')).toBe('desk.four-eyes');
    expect(await because('%')).toBe('desk.malformed');
    expect(await because(encodeURIComponent('Tin bão khẩn cấp'))).toBe('published');
    const rows = await newsroom.sql('SELECT action, note FROM desk.audit WHERE document_id = $1 ORDER BY id', [id]);
    expect(rows.map(({ action, note }) => [action, note])).toEqual([
      ['create', null],
      ['update', null],
      ['publish', 'Tin bão khẩn cấp'],
    ]);
  });
});
