import * as cheerio from 'cheerio';
import { get } from './helpers/cache';
import { writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';

const report = (year: number, value: string) => ({ year, value, asOf: `${year}-12-31`, source: 'Cục Thống kê' });

describe('the programmes on the portal', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;

  const open = async (path: string) => {
    const answer = await get(newsroom.url + path, { Accept: 'text/html' });
    return { ...answer, $: cheerio.load(answer.body.toString()) };
  };

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
  });
  afterAll(() => newsroom.stop());

  it('are in the navigation, and say when there are none', async () => {
    const { $, status } = await open('/chuong-trinh');
    expect([status, $('h1').text()]).toEqual([200, 'Chương trình phát triển']);
    expect($('main').text()).toContain('Chưa có chương trình nào.');
    expect($('.site-nav a[aria-current=page]').attr('href')).toBe('/chuong-trinh');
    expect((await open('/en/chuong-trinh')).$('h1').text()).toBe('Development programmes');
  });

  it('have a page each, with how each target stands: drawn, in figures and in words', async () => {
    const agency = (await write.agency({ name: 'Sở <Tài chính>', slug: 'so-tc' })).documentId;
    const directive = await write.directive({ number: '58-NQ/TW', slug: '58-nq-tw' });
    await write.programme({
      ...{ name: 'Đô thị <mới>', slug: 'do-thi', summary: 'Vì sao', agency, documents: [directive.documentId] },
      targets: [
        {
          ...{ name: 'Việc làm', unit: 'lao động', qualifier: 'about', increment: true, value: '35000', dueYear: 2025 },
          ...{ actual: [report(2021, '7000'), report(2022, '13000')], agencies: [agency] },
        },
        { name: 'Đầu tư', unit: 'tỷ USD', qualifier: 'about', value: '15', dueYear: 2025 },
      ],
      tasks: [
        { name: 'Một', group: 'Đô thị' },
        { name: 'Hai', group: 'Đô thị' },
        { name: 'Ba', group: 'Nông thôn', agencies: [agency] },
      ],
      projects: [{ name: 'Cầu', agency, funding: [{ source: 'Tỉnh', year: 2022, value: '12.5', unit: 'tỷ đồng' }] }],
      reports: [{ on: '2022-06-30', summary: 'Đúng tiến độ.', problems: 'Thiếu đất.' }],
    });
    const { $, status } = await open('/chuong-trinh/do-thi');
    expect([status, $('h1').text()]).toEqual([200, 'Đô thị <mới>']);
    expect(
      $('.target h3')
        .toArray()
        .map((one) => $(one).text()),
    ).toEqual(['Việc làm', 'Đầu tư']);
    expect(
      $('.target strong')
        .toArray()
        .map((one) => $(one).text()),
    ).toEqual(['thêm khoảng 35.000 lao động', 'khoảng 15 tỷ USD']);

    const chart = $('.target').first().find('svg.chart');
    expect(chart.attr('role')).toBe('img');
    expect(chart.find('title').text()).toBe('Việc làm: kế hoạch và thực hiện từng năm');
    expect(chart.find('desc').text()).toContain('Năm 2022: kế hoạch 14.000 lao động, thực hiện 13.000 lao động, chậm.');
    expect(chart.find('rect.chart-met').length).toBe(1);
    expect(chart.find('rect.chart-late').length).toBe(1);
    const rows = $('.target').first().find('tbody tr').toArray();
    const figures = rows.map((row) =>
      $(row)
        .find('th, td')
        .toArray()
        .map((cell) => $(cell).text()),
    );
    expect(figures.slice(0, 3)).toEqual([
      ['2021', '≈ 7.000', '7.000', 'Đạt'],
      ['2022', '≈ 14.000', '13.000', 'Chậm'],
      ['2023', '≈ 21.000', '–', 'Chưa có số liệu'],
    ]);
    expect($('.target').last().find('svg').length).toBe(0);
    expect($('.target').last().text()).toContain('Chưa có số liệu năm 2021–2025.');

    expect(
      $('#tasks')
        .parent()
        .find('h3')
        .toArray()
        .map((one) => $(one).text()),
    ).toEqual(['Đô thị', 'Nông thôn']);
    expect($('#projects').parent().text()).toContain('12,5 tỷ đồng');
    expect($('#documents').parent().find('a').attr('href')).toBe('/chi-dao-dieu-hanh/58-nq-tw');
    expect($('#reports').parent().text()).toContain('Thiếu đất.');
    expect($('.target a').first().text()).toBe('Sở <Tài chính>');
    expect($('meta[name=description]').attr('content')).toBe('Vì sao');
    expect($('link[rel=canonical]').attr('href')).toBe('http://127.0.0.1:1337/chuong-trinh/do-thi');
    expect((await open('/chuong-trinh')).$('main li a').first().attr('href')).toBe('/chuong-trinh/do-thi');
  });

  it('are on the page of an agency, its own and those in which it is responsible', async () => {
    const agency = (await write.agency({ name: 'Sở Xây dựng', slug: 'so-xd' })).documentId;
    const silent = (await write.agency({ name: 'Sở Y tế', slug: 'so-yt' })).documentId;
    for (const year of [2011, 2012, 2013]) {
      await write.programme({ name: `Nhà ở ${year}`, agency, periodFrom: year, periodTo: year });
    }
    const roads = { name: 'Đường', periodFrom: 2010, periodTo: 2010, projects: [{ name: 'Cầu', agency }] };
    const { documentId } = await write.programme(roads);
    const links = ({ $ }: Awaited<ReturnType<typeof open>>, within: string) =>
      $(`${within} .card-title a`)
        .toArray()
        .map((one) => $(one).text());

    const page = await open('/co-quan/so-xd');
    expect(links(page, 'section:has(#programmes)')).toEqual(['Nhà ở 2013', 'Nhà ở 2012', 'Nhà ở 2011']);
    expect(page.$('section:has(#programmes) .see-all a').attr('href')).toBe('/chuong-trinh?agency=so-xd');
    const all = await open('/chuong-trinh?agency=so-xd');
    expect(all.$('h1').text()).toBe('Chương trình của Sở Xây dựng');
    expect(links(all, 'main')).toEqual(['Nhà ở 2013', 'Nhà ở 2012', 'Nhà ở 2011', 'Đường']);
    expect(all.$('link[rel=canonical]').attr('href')).toBe('http://127.0.0.1:1337/chuong-trinh?agency=so-xd');
    expect(all.$('.see-all a').attr('href')).toBe('/chuong-trinh');

    expect((await open('/co-quan/so-yt')).$('#programmes').length).toBe(0);
    const none = await open('/chuong-trinh?agency=so-yt');
    expect(none.$('main').text()).toContain('Cơ quan này chưa có chương trình nào.');
    await newsroom.strapi
      .documents('plugin::public-record.programme')
      .update({ documentId, locale: 'vi', status: 'published', data: { agency: silent } } as never);
    expect(links(await open('/co-quan/so-yt'), 'section:has(#programmes)')).toEqual(['Đường']);
  });

  it('lead on from a former address, and say that they are gone', async () => {
    const { documentId } = await write.programme({ slug: 'cu' });
    const documents = newsroom.strapi.documents('plugin::public-record.programme');
    await documents.update({ documentId, locale: 'vi', status: 'published', data: { slug: 'moi' } });
    const moved = await open('/chuong-trinh/cu');
    expect([moved.status, moved.headers.location]).toEqual([301, 'http://127.0.0.1:1337/chuong-trinh/moi']);
    await documents.unpublish({ documentId, locale: 'vi' });
    expect((await open('/chuong-trinh/moi')).status).toBe(410);
    expect((await open('/chuong-trinh/chua-he-co')).status).toBe(404);
  });
});
