import * as cheerio from 'cheerio';
import { get } from './helpers/cache';
import { procedures, writers } from './helpers/content';
import { documentsOf } from './helpers/documents';
import { startNewsroom, type Newsroom } from './helpers/newsroom';

const PROCEDURES = '/tien-do-giai-quyet-tthc';
const EXCHANGE = '/gui-nhan-van-ban';

describe('the portal’s pages of reports', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;

  const open = async (path: string) => {
    const { status, body } = await get(newsroom.url + path, { Accept: 'text/html' });
    return { status, $: cheerio.load(body.toString()) };
  };
  type Opened = Awaited<ReturnType<typeof open>>['$'];
  const texts = ($: Opened, selector: string) =>
    $(selector)
      .toArray()
      .map((one) => $(one).text().replace(/\s+/g, ' ').trim());
  const rows = ($: Opened, section: string) =>
    $(`#${section}`)
      .parent()
      .find('tbody tr')
      .toArray()
      .map((row) =>
        $(row)
          .find('th, td')
          .toArray()
          .map((cell) => $(cell).text().trim()),
      );

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
  });
  afterAll(() => newsroom.stop());

  it('say that nothing has been reported', async () => {
    for (const [path, title] of [
      [PROCEDURES, 'Công khai tiến độ giải quyết TTHC'],
      [EXCHANGE, 'Công khai gửi nhận văn bản'],
    ] as const) {
      const { status, $ } = await open(path);
      expect([status, $('h1').text(), $('.nothing').text()]).toEqual([200, title, 'Chưa có số liệu theo kỳ này.']);
      expect($('.site-nav [aria-current]').length).toBe(0);
    }
    const home = await open('/');
    expect(texts(home.$, '.records section .nothing')).toHaveLength(3);
  });

  describe('with reports', () => {
    let finance: string;
    let culture: string;
    let corrected: string;

    beforeAll(async () => {
      finance = (await write.agency({ name: 'Sở <Tài chính>', slug: 'so-tc' })).documentId;
      culture = (await write.agency({ name: 'Sở Văn hóa', slug: 'so-vh' })).documentId;
      await write.agency({ name: 'Sở Im lặng', slug: 'so-il' });
      const agency = finance;
      await write.procedureReport({
        agency,
        period: '2021-01',
        rows: [procedures({ received: 12, pendingInTime: 2 })],
      });
      const rowsOfMonth = [
        procedures({ carriedOver: 2, receivedOnline: 7, resolvedOnTime: 5, resolvedEarly: 4, resolvedLate: 3 }),
      ];
      ({ documentId: corrected } = await write.procedureReport({ agency, period: '2021-02', rows: rowsOfMonth }));
      await write.procedureReport({
        ...{ agency: culture, period: '2021-02' },
        rows: [procedures({ field: 'Du lịch', received: 1200, resolvedOnTime: 1200 }), procedures({ field: 'Sách' })],
      });
      await write.exchangeReport({ agency, period: '2021-02' });
    });

    it('show the last month: totals, share on time, each month and each agency', async () => {
      const { $ } = await open(PROCEDURES);
      expect($('#overview-totals').text()).toBe('Tháng 2/2021');
      expect(texts($, '.report-share')).toEqual(['99,75% hồ sơ được giải quyết trước và đúng hạn']);
      expect(texts($, '.report-totals > div')).toEqual([
        'Hồ sơ tiếp nhận1.220',
        'Kỳ trước chuyển sang2',
        'Đã giải quyết1.222 (quá hạn 3)',
        'Đang giải quyết0',
        'Trả lại, rút hồ sơ0',
      ]);
      expect(rows($, 'by-period')).toEqual([
        ['Tháng 2/2021', '1.220', '–', '2', '1.222', '4', '1.215', '3', '0', '0', '0', '0', '99,75%'],
        ['Tháng 1/2021', '12', '–', '0', '10', '0', '10', '0', '2', '2', '0', '0', '100,00%'],
      ]);
      expect($('#by-agency').text()).toBe('Từng cơ quan, tháng 2/2021');
      expect(rows($, 'by-agency').map((row) => row.slice(0, 3))).toEqual([
        ['Sở <Tài chính>', '10', '7'],
        ['Sở Văn hóa'],
        ['Du lịch', '1.200', '–'],
        ['Sách', '10', '–'],
      ]);
      expect($('#missing').text()).toBe('Chưa báo cáo: Tháng 2/2021');
      expect(texts($, '.missing-reports li')).toEqual(['Sở Im lặng']);
      expect(texts($, 'select[name=agency] option')).toEqual(['Tất cả cơ quan', 'Sở <Tài chính>', 'Sở Văn hóa']);
      expect(texts($, 'select[name=from] option')).toEqual(['Chưa chọn', 'Tháng 2/2021', 'Tháng 1/2021']);
    });

    it('draw each period, and say in words and by more than colour what is drawn', async () => {
      const chart = (await open(PROCEDURES)).$;
      expect(chart('svg.report-chart').attr('role')).toBe('img');
      expect(chart('svg.report-chart > title').text()).toBe('Hồ sơ đã giải quyết và tỷ lệ trước, đúng hạn từng kỳ');
      expect(texts(chart, 'svg.report-chart g > title')).toEqual([
        expect.stringMatching(/^Tháng 1\/2021: /),
        expect.stringMatching(/^Tháng 2\/2021: tiếp nhận 1\.220, /),
      ]);
      // Early, on time and late; nothing where a count is nought.
      expect(chart('svg.report-chart .chart-solid').length).toBe(1);
      expect(chart('svg.report-chart .chart-tint').length).toBe(2);
      expect(chart('svg.report-chart .chart-hatched').length).toBe(1);
      expect(chart('svg.report-chart rect[fill^="url(#"]').length).toBe(1);
      expect(texts(chart, '.chart-value')).toEqual(['100,00%', '99,75%']);
      const { $ } = await open(EXCHANGE);
      expect(texts($, '.report-totals > div')).toEqual([
        'Văn bản gửi50',
        'Văn bản nhận80',
        'Văn bản ký số120 (92,31% số gửi và nhận)',
        'Xử lý đúng hạn75',
      ]);
      // One month is no course of time.
      expect($('svg.report-chart').length).toBe(0);
    });

    it('filter by a form that is an address, and keep the filters in the ways on', async () => {
      const { $ } = await open(`${PROCEDURES}?agency=so-tc&from=2021-01&to=`);
      expect($('h1').text()).toBe('Công khai tiến độ giải quyết TTHC: Sở <Tài chính>');
      expect($('#overview-totals').text()).toBe('Tháng 1/2021 – tháng 2/2021');
      expect(texts($, '.report-totals > div').slice(0, 2)).toEqual(['Hồ sơ tiếp nhận22', 'Kỳ trước chuyển sang0']);
      expect(texts($, 'select [selected]')).toEqual(['Sở <Tài chính>', 'Tháng 1/2021']);
      // No field is told apart, so that the months say all.
      expect($('#by-agency').length).toBe(0);
      const address = '?agency=so-tc&from=2021-01';
      const hrefs = (selector: string) =>
        $(selector)
          .toArray()
          .map((link) => $(link).attr('href'));
      expect(hrefs('.period-kinds a')).toEqual([
        `${PROCEDURES}${address}`,
        `${PROCEDURES}${address}&by=quarter`,
        `${PROCEDURES}${address}&by=year`,
      ]);
      expect(hrefs('#by-period ~ div tbody a')[0]).toBe(`${PROCEDURES}?agency=so-tc&from=2021-02&to=2021-02`);
      expect(hrefs('.report-files a')[0]).toBe(
        '/api/portal/v1/procedure-progress.csv?agency=so-tc&by=month&from=2021-01-01',
      );
      expect($('.languages a').attr('href')).toBe(`/en${PROCEDURES}${address}`);
      expect($('link[rel=canonical]').attr('href')).toBe(`http://127.0.0.1:1337${PROCEDURES}${address}`);
      const fields = await open(`${PROCEDURES}?agency=so-vh`);
      expect(rows(fields.$, 'by-agency').map(([field]) => field)).toEqual(['Du lịch', 'Sách']);
      expect(fields.$('#by-agency').text()).toBe('Từng lĩnh vực, tháng 2/2021');
    });

    it('show the quarter of a month that was asked for, and ignore what is no period', async () => {
      const quarter = await open(`${PROCEDURES}?by=quarter&from=2021-02&to=2021-02`);
      expect(quarter.$('#overview-totals').text()).toBe('Quý I/2021');
      expect(texts(quarter.$, 'select [selected]')).toEqual(['Quý I/2021', 'Quý I/2021']);
      expect(quarter.$('form input[name=by]').attr('value')).toBe('quarter');
      const nothing = await open(`${PROCEDURES}?from=2022`);
      expect(nothing.$('.nothing').text()).toContain('Không có số liệu nào khớp');
      const ignored = await open(`${PROCEDURES}?from=2021-13&by=week&utm_source=x`);
      expect(ignored.$('#overview-totals').text()).toBe('Tháng 2/2021');
      expect((await open(`${PROCEDURES}?cursor=x.y`)).status).toBe(404);
    });

    it('name what was corrected, and the row that it is of', async () => {
      const documents = documentsOf(newsroom.strapi)('plugin::public-record.procedure-report');
      await (documents as unknown as { update(params: object): Promise<unknown> }).update({
        ...{ documentId: corrected, status: 'published' },
        data: {
          rows: [procedures({ carriedOver: 2, resolvedOnTime: 6, resolvedEarly: 4, resolvedLate: 2 })],
          correction: 'Một hồ sơ <đúng hạn> ghi nhầm là quá hạn.',
        },
      });
      const { $ } = await open(PROCEDURES);
      expect(texts($, '#corrections + ul li')).toEqual([
        expect.stringMatching(
          /^Sở <Tài chính>, Tháng 2\/2021 \(\d\d\/\d\d\/\d{4}\)Một hồ sơ <đúng hạn> ghi nhầm là quá hạn\.$/,
        ),
      ]);
      expect(texts($, 'tr:has(.corrected) th')).toEqual(['Tháng 2/2021 đã đính chính', 'Sở <Tài chính> đã đính chính']);
      expect($('.report-totals').text()).toContain('(quá hạn 2)');
    });

    it('are led to by the blocks of news pages, and by an agency’s own page where it reports', async () => {
      const home = (await open('/')).$;
      expect(texts(home, '.records .report-share strong')).toEqual(['99,84%', '93,75%']);
      expect(home('.records [aria-labelledby=procedures] a').attr('href')).toBe(PROCEDURES);
      expect(home('.records [aria-labelledby=exchange] a').attr('href')).toBe(EXCHANGE);
      const { $ } = await open('/co-quan/so-tc');
      expect($('#procedures-totals').text()).toBe('Tháng 2/2021');
      expect($('#procedures').parent().find('svg.report-chart').length).toBe(1);
      expect($('#procedures').parent().find('tbody tr').length).toBe(2);
      expect($('#exchange').parent().find('.report-share strong').text()).toBe('93,75%');
      expect($('#exchange').parent().find('> p a').attr('href')).toBe(`${EXCHANGE}?agency=so-tc`);
      const silent = (await open('/co-quan/so-il')).$;
      expect(silent('#procedures, #exchange').length).toBe(0);
    });

    it('lead on to the rows that a page has no room for', async () => {
      const fields = Array.from({ length: 60 }, (_, number) =>
        procedures({ field: `Lĩnh vực ${String(number).padStart(2, '0')}` }),
      );
      await write.procedureReport({ agency: culture, period: '2021-03', rows: fields });
      const first = await open(PROCEDURES);
      expect(rows(first.$, 'by-agency')).toHaveLength(51);
      const next = first.$('#by-agency').parent().find('a[rel=next]').attr('href')!;
      expect(next).toMatch(/\?cursor=.*#by-agency$/);
      const { $ } = await open(next);
      // The table is of one period: those of the month before are not in it.
      expect(rows($, 'by-agency')).toHaveLength(11);
      expect($('a[rel=next]').length).toBe(0);
      expect($('meta[name=robots]').attr('content')).toBe('noindex');
    });

    it('are in English under the English path', async () => {
      const { $ } = await open(`/en${PROCEDURES}?by=quarter`);
      expect($('h1').text()).toBe('Progress of administrative procedures');
      expect($('#overview-totals').text()).toBe('The first quarter of 2021');
      expect($('.report-totals').text()).toContain('Dossiers received1,8');
    });

    it('show the last period of whatever length it was reported in', async () => {
      await write.procedureReport({ agency: culture, period: '2021-Q4' });
      for (const [path, heading] of [
        ['/', '.records [aria-labelledby=procedures] > p'],
        ['/co-quan/so-vh', '#procedures-totals'],
        [PROCEDURES, '#overview-totals'],
      ] as const) {
        expect(texts((await open(path)).$, heading)[0]).toBe('Quý IV/2021');
      }
      const { $ } = await open(PROCEDURES);
      const kinds = $('.period-kinds a')
        .toArray()
        .map((link) => $(link).attr('href'));
      expect(kinds).toEqual([`${PROCEDURES}?by=month`, PROCEDURES, `${PROCEDURES}?by=year`]);
      expect($('form input[name=by]').length).toBe(0);
      const months = (await open(`${PROCEDURES}?by=month`)).$;
      expect(months('#overview-totals').text()).toBe('Tháng 3/2021');
      expect(months('form input[name=by]').attr('value')).toBe('month');
      // Who reports by month goes on being shown by month.
      expect((await open('/co-quan/so-tc')).$('#procedures-totals').text()).toBe('Tháng 2/2021');
    });
  });
});
