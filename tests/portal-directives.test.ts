import * as cheerio from 'cheerio';
import { get } from './helpers/cache';
import { body, paragraph, writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';

const LIST = '/chi-dao-dieu-hanh';

describe('the portal’s pages of directives', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;

  const open = async (path: string) => {
    const { status, body: bytes } = await get(newsroom.url + path, { Accept: 'text/html' });
    return { status, $: cheerio.load(bytes.toString()) };
  };
  const titles = async (path: string) => {
    const { $ } = await open(path);
    return $('.directives .card-title')
      .toArray()
      .map((title) => $(title).text());
  };

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
    const agency = (await write.agency({ slug: 'ubnd-tinh', name: 'UBND tỉnh', level: 'province' })).documentId;
    const department = (await write.agency({ slug: 'so-noi-vu', name: 'Sở Nội vụ' })).documentId;
    const older = await write.directive({
      agency,
      number: '12/QĐ-UBND',
      slug: '12-qd-ubnd',
      issuedOn: '2024-03-01',
      abstract: 'Về phòng, chống hạn',
    });
    await write.directive({
      agency,
      number: '58/QĐ-UBND',
      slug: '58-qd-ubnd',
      issuedOn: '2025-01-02',
      effectiveOn: '2025-01-05',
      abstract: 'Về phòng, chống hạn mùa khô 2025',
      fields: 'Nông nghiệp',
      recipients: 'Các sở',
      orderAgency: department,
      orderDeadline: '2025-02-01',
      replaces: [older.documentId],
      files: [(await write.pdf(3)).id],
    });
    await write.directive({ agency: department, number: '9/KH-SNV', slug: '9-kh-snv', issuedOn: '2025-06-01' });
  });
  afterAll(() => newsroom.stop());

  it('list them, newest first, each with its type in words, agency, day and status', async () => {
    const { status, $ } = await open(LIST);
    expect([status, $('h1').text(), $('.site-nav [aria-current=page]').text()]).toEqual([
      200,
      'Chỉ đạo điều hành',
      'Chỉ đạo điều hành',
    ]);
    const rows = $('.directives li')
      .toArray()
      .map((row) => $(row).text().replace(/\s+/g, ' '));
    expect(rows).toEqual([
      expect.stringMatching(/^Kế hoạch 9\/KH-SNV/),
      expect.stringMatching(/^Quyết định 58\/QĐ-UBND.*02\/01\/2025UBND tỉnhCòn hiệu lực$/),
      expect.stringMatching(/^Quyết định 12\/QĐ-UBND.*01\/03\/2024UBND tỉnhĐã được thay thế$/),
    ]);
    expect($('link[type="application/rss+xml"]').first().attr('href')).toBe('/feeds/directives.rss');
  });

  it('filter by a form that is an address, with empty fields left empty', async () => {
    const found = ['Quyết định 58/QĐ-UBND'];
    expect(await titles(`${LIST}?number=${encodeURIComponent('58/qđ–ubnd')}&type=&agency=&from=&to=`)).toEqual(found);
    for (const type of ['QĐ', 'Q\u00d0']) {
      expect(await titles(`${LIST}?type=${encodeURIComponent(type)}&from=2025-01-01`)).toEqual(found);
    }
    expect(await titles(`${LIST}?agency=so-noi-vu`)).toEqual(['Kế hoạch 9/KH-SNV']);
    const { $ } = await open(`${LIST}?agency=so-noi-vu&from=2025-01-01`);
    expect($('select[name=agency] [selected]').text()).toBe('Sở Nội vụ');
    expect($('input[name=from]').attr('value')).toBe('2025-01-01');
    expect($('h1').text()).toBe('Chỉ đạo điều hành của Sở Nội vụ');
    expect((await open(`${LIST}?from=2030-01-01`)).$('.nothing').text()).toContain('Không có văn bản nào khớp');
  });

  it('show one whole: facts, file, order, what it replaces, and structured data', async () => {
    const { status, $ } = await open(`${LIST}/58-qd-ubnd`);
    expect([status, $('h1').text()]).toEqual([200, 'Quyết định 58/QĐ-UBND']);
    const text = $('main').text().replace(/\s+/g, ' ');
    for (const part of [
      'Về phòng, chống hạn mùa khô 2025',
      '05/01/2025',
      'Còn hiệu lực',
      'Nông nghiệp',
      'Các sở',
      '(PDF, 3 trang, 1 KB)',
      'Sở Nội vụ',
      '01/02/2025',
    ]) {
      expect(text).toContain(part);
    }
    expect($('[aria-labelledby=replaces] a').attr('href')).toBe(`${LIST}/12-qd-ubnd`);
    expect(JSON.parse($('script[type="application/ld+json"]').first().text())).toMatchObject({
      '@type': 'Legislation',
      legislationIdentifier: '58/QĐ-UBND',
      legislationLegalForce: 'https://schema.org/InForce',
    });
  });

  it('are led to by the block of news pages, the page of the agency, and the articles that cite one', async () => {
    const link = { type: 'link', attrs: { href: `${LIST}/58-qd-ubnd` } };
    const cited = { type: 'text', text: '58/QĐ-UBND', marks: [link] };
    await write.article({
      slug: 'chong-han',
      title: 'Chống hạn',
      publishedOn: '2025-01-03T00:00:00.000Z',
      body: body({ ...paragraph('Theo '), content: [{ type: 'text', text: 'Theo ' }, cited] }),
    });
    const home = await open('/');
    expect(home.$('.records [aria-labelledby=directives] a').first().text()).toBe('Kế hoạch 9/KH-SNV');
    const article = await open('/tin-tuc/chong-han');
    expect(article.$('[aria-labelledby=cited-directives] a').attr('href')).toBe(`${LIST}/58-qd-ubnd`);
    const agency = await open('/co-quan/so-noi-vu');
    expect(agency.$('[aria-labelledby=directives] .card-title').text()).toBe('Kế hoạch 9/KH-SNV');
  });

  it('are gone with what is unpublished, and move with a slug', async () => {
    const { documentId } = await write.directive({ number: '77/CT-UBND', slug: '77-ct-ubnd' });
    const documents = newsroom.strapi.documents('plugin::public-record.directive');
    await documents.update({ documentId, locale: 'vi', data: { slug: 'chi-thi-77' }, status: 'published' });
    const moved = await fetch(`${newsroom.url}${LIST}/77-ct-ubnd`, { redirect: 'manual' });
    expect([moved.status, moved.headers.get('location')]).toEqual([301, expect.stringMatching(/\/chi-thi-77$/)]);
    await documents.unpublish({ documentId, locale: 'vi' });
    expect((await open(`${LIST}/chi-thi-77`)).status).toBe(410);
    expect((await open(`${LIST}/khong-co`)).status).toBe(404);
  });

  it('are in English under the English path', async () => {
    const { status, $ } = await open(`/en${LIST}`);
    expect([status, $('h1').text()]).toEqual([200, 'Directives']);
  });
});
