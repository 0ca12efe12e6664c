import { directoryOfChecks } from './helpers/checks';
import { body, paragraph, unique } from './helpers/content';
import { withinCpuTime } from './helpers/cpu-time';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { contentToken } from './helpers/newsroom-staff';
import { post, signIn, type Session } from './helpers/sign-in';

const ARTICLES = '/content-manager/collection-types/plugin::newsroom.article?locale=vi';
const CHECKS = '/publishing-desk/checks/article?locale=vi';
/**
 * Milliseconds of CPU, the test's own work included, that any request here may take. Before each
 * of them was bounded it took between three seconds and three minutes.
 */
const MOST = 2_500;

const bytesOf = (unit: string, bytes: number) => unit.repeat(Math.floor(bytes / Buffer.byteLength(unit)));
const nested = (levels: number, innermost: unknown = 1): unknown =>
  levels === 0 ? innermost : { connect: [nested(levels - 1, innermost)] };

/** Whatever a signed-in person sends, the one thread of the newsroom is soon free again. */
describe('the work for a request', () => {
  let newsroom: Newsroom;
  let administrator: Session;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    administrator = await signIn(newsroom, 'strapi-super-admin', 'lan@example.vn');
    await directoryOfChecks(newsroom);
  });
  afterAll(() => newsroom.stop());

  async function answerIn(most: number, send: () => Promise<Response>) {
    const { answer, text } = await withinCpuTime(most, async () => {
      const answer = await send();
      return { answer, text: await answer.text() };
    });
    return { status: answer.status, ...(JSON.parse(text) as { error?: { message: string; details: object } }) };
  }
  const ask = (method: string, path: string, data?: unknown) =>
    answerIn(MOST, () => administrator.ask(method, path, data));
  const check = (text: string) =>
    ask('POST', CHECKS, { title: 'Tin', summary: 'Tóm tắt.', body: body(paragraph(text)) });

  it.each([
    ['repeated names', 'Sở Kế hoạch và Đầu tư '],
    ['repeated titles and names', 'Chủ tịch UBND tỉnh Lê Văn Bình, '],
    ['document numbers', 'Số 123/QĐ-UBND '],
    ['both tone styles', 'hòa hoà '],
    ['decomposed letters', 'e\u0302\u0301'],
    ['words of one letter', 'a '],
  ])('is bounded for the checks of a megabyte of %s', async (_, unit) => {
    expect(await check(bytesOf(unit, 1_000_000))).toMatchObject({ status: 200 });
  });

  it('is refused for the checks of a body that cannot be saved, and the limit is named', async () => {
    expect(await check('a'.repeat(5_000_001))).toMatchObject({
      status: 413,
      error: { message: 'Trường “body”: nội dung quá lớn; nhiều nhất là 5 MB.' },
    });
  });

  it.each([
    [
      '300,000 keys of one object',
      Object.fromEntries(Array.from({ length: 300_000 }, (_, at) => [`k${at}`, 1])),
      '1.000 trường',
    ],
    ['300 levels in a relation', { title: 'Tin', agency: nested(150) }, '100 cấp'],
    [
      'half a million values',
      { title: 'Tin', officials: { connect: Array.from({ length: 500_000 }, () => 1) } },
      '400.000 giá trị',
    ],
  ])('is refused for %s, and the limit is named', async (_, data, limit) => {
    const { status, error } = await ask('POST', ARTICLES, data);
    expect([status, error!.message]).toEqual([
      413,
      expect.stringMatching(new RegExp(`hỉ nhận đến ${limit.replaceAll('.', '[.]')}`)),
    ]);
  });

  it('is refused for a hundred thousand levels, before anyone is signed in', async () => {
    const levels = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const login = { ...post({}), body: `{"email":${levels},"password":"x"}` };
    const { status } = await answerIn(MOST, () => fetch(`${newsroom.url}/admin/login`, login));
    expect(status).toBe(413);
  });

  it('is bounded for a slug made from a megabyte of combining marks', async () => {
    const given = {
      contentTypeUID: 'plugin::newsroom.article',
      field: 'slug',
      data: { title: bytesOf('\u0301\u0323', 1_000_000) },
    };
    expect(await ask('POST', '/content-manager/uid/generate?locale=vi', given)).toMatchObject({
      status: 413,
      error: { message: 'Trường “data”: dữ liệu gửi lên có quá nhiều dấu liền nhau. Chỉ nhận đến 1.000 dấu.' },
    });
  });

  it.each([
    ['lines that name no role', 'a,b@example.vn,x,\n'],
    ['quotes', '"'],
    ['decomposed letters', 'e\u0302\u0301'],
    ['line breaks in a quote', '"a\n","b\n"\n'],
  ])('is bounded for a list of invitations of a megabyte of %s', async (_, unit) => {
    const csv = unit.repeat(Math.floor(999_000 / unit.length));
    expect(await ask('POST', '/publishing-desk/invitations', { csv })).toMatchObject({ status: 400 });
  });

  it.each([
    ['sort paths', `sort=${Array.from({ length: 2_500 }, () => 'title').join(',')}`, 400],
    ['filters', Array.from({ length: 700 }, (_, at) => `filters[a${at}]=1`).join('&'), 403],
    ['levels of filters', `filters${'[$not]'.repeat(2_000)}[title]=1`, 403],
  ])('is bounded for a query of thousands of %s', async (_, query, status) => {
    expect(await ask('GET', `${ARTICLES}&${query}`)).toMatchObject({ status });
  });

  it.each([
    ['sort=' + 'id,'.repeat(5_000) + 'id', 'sort: nhiều nhất 20 trường'],
    [`sort${'[name]'.repeat(12)}=asc`, 'sort: không sắp xếp được theo “name.'],
    ['sort=' + 'folder.'.repeat(1_000) + 'name', 'sort: không sắp xếp được theo “folder.folder.'],
  ])('is bounded for a sort of the media library, also by a read-only token: %.40s', async (query, message) => {
    const headers = { Authorization: `Bearer ${await contentToken(newsroom, 'read-only', unique('máy'))}` };
    const sorted = { status: 400, error: { message: expect.stringContaining(message) } };
    for (const path of ['/api/upload/files', '/api/upload/files/1']) {
      const answer = await answerIn(MOST, () => fetch(`${newsroom.url}${path}?${query}`, { headers }));
      expect([path, answer]).toMatchObject([path, sorted]);
    }
    for (const path of ['/upload/files', '/upload/folders', '/upload/folders/1']) {
      expect([path, await ask('GET', `${path}?${query}`)]).toMatchObject([path, sorted]);
    }
  });

  it('is bounded for folders of folders of folders', async () => {
    for (const populate of [
      `populate=${Array.from({ length: 1_000 }, () => 'parent').join('.')}`,
      `populate[parent]${'[populate][parent]'.repeat(500)}=*`,
    ]) {
      for (const path of ['/upload/folders', '/upload/folders/1']) {
        expect(await ask('GET', `${path}?${populate}`)).toMatchObject({
          status: 403,
          error: { message: expect.stringContaining('populate: chỉ nhận “parent”') },
        });
      }
    }
  });
});
