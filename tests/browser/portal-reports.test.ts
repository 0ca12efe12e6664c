import type { Page } from 'playwright-core';
import { axeViolations, openPage, screenshot, settled } from '../helpers/browser';
import { procedures } from '../helpers/content';
import { openPanel, type Panel } from '../helpers/panel';
import { ADMIN } from '../helpers/sample-newsroom';

const PROCEDURES = '/tien-do-giai-quyet-tthc';
const TYPES = '/content-manager/collection-types';
const REPORTS = `${TYPES}/plugin::public-record.procedure-report`;
const OFFICE = 'Sở Thí điểm';
const WAYS_TO_OFFICE = {
  slug: 'so-thi-diem',
  page: '/co-quan/so-thi-diem',
  reports: `${PROCEDURES}?agency=so-thi-diem`,
};

const FIELDS = ['Đất đai', 'Hộ tịch'];
const rowsOf = (month: number) =>
  FIELDS.map((field) =>
    procedures({
      ...{
        field,
        received: 100 * month,
        carriedOver: month - 1,
        receivedOnline: 60 * month,
        receivedInPerson: 40 * month,
      },
      ...{ resolvedEarly: 50 * month, resolvedOnTime: 40 * month, resolvedLate: 10 * month - 1, pendingInTime: month },
    }),
  );

/** Reports of four months of an agency, as readers see them. */
describe('the reports of agencies', () => {
  let panel: Panel;
  let authorization: string;
  let last: string;

  beforeAll(async () => {
    panel = await openPanel();
    const { data } = await call<{ token: string }>('/admin/login', {
      email: ADMIN.ADMIN_EMAIL,
      password: ADMIN.ADMIN_PASSWORD,
    });
    authorization = `Bearer ${data.token}`;
    const agency = { name: OFFICE, slug: WAYS_TO_OFFICE.slug, level: 'department' };
    const { data: office } = await call<{ documentId: string }>(`${TYPES}/plugin::directory.agency`, agency);
    for (const month of [1, 2, 3, 4]) {
      const report = { agency: { connect: [office] }, period: `2026-0${month}`, rows: rowsOf(month) };
      ({
        data: { documentId: last },
      } = await call<{ documentId: string }>(REPORTS, report));
      await publish(last, {});
    }
  });
  afterAll(() => panel?.close());

  /** A write of the panel that must succeed. */
  async function call<Data>(path: string, body: object, headers = {}): Promise<{ data: Data }> {
    const answer = await fetch(panel.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization && { authorization }), ...headers },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path} ${answer.status}: ${await answer.text()}`);
    return answer.json() as Promise<{ data: Data }>;
  }

  async function publish(id: string, changed: object): Promise<void> {
    const read = await fetch(`${panel.url}${REPORTS}/${id}`, { headers: { authorization } });
    const { data } = (await read.json()) as { data: { revision: number } };
    await call(`${REPORTS}/${id}/actions/publish`, changed, {
      'x-desk-base': String(data.revision),
      'x-desk-override': 'mot-minh',
    });
  }

  /** A reader, whose pages have no fault at the end. */
  async function asReader(options: Parameters<typeof openPage>[1], read: (page: Page) => Promise<void>): Promise<void> {
    const { page, faults } = await openPage(panel.browser, options);
    await read(page);
    expect(faults).toEqual([]);
    await page.context().close();
  }
  const open = async (page: Page, path: string) => {
    await page.goto(panel.url + path);
    await settled(page);
  };
  const textsOf = async (page: Page, selector: string) =>
    (await page.locator(selector).allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));

  it('are led to from the front page, and filtered without scripts', () =>
    asReader({ javaScriptEnabled: false }, async (page) => {
      await page.goto(panel.url);
      await page.getByRole('region', { name: 'Công khai tiến độ giải quyết TTHC' }).getByRole('link').click();
      await page.waitForURL(panel.url + PROCEDURES);
      await page.getByRole('combobox', { name: 'Cơ quan' }).selectOption(OFFICE);
      await page.getByRole('combobox', { name: 'Từ kỳ' }).selectOption('Tháng 2/2026');
      await page.getByRole('combobox', { name: 'Đến kỳ' }).selectOption('Tháng 4/2026');
      await page.getByRole('button', { name: 'Lọc' }).click();
      await page.waitForURL(`${panel.url}${PROCEDURES}?agency=${WAYS_TO_OFFICE.slug}&from=2026-02&to=2026-04`);
      await page.getByRole('heading', { name: 'Tháng 2/2026 – tháng 4/2026' }).waitFor();
      expect(await textsOf(page, '.report-totals > div')).toEqual([
        'Hồ sơ tiếp nhận 1.800 (60,00% trực tuyến)',
        'Kỳ trước chuyển sang 2',
        'Đã giải quyết 1.794 (quá hạn 174)',
        'Đang giải quyết 8',
        'Trả lại, rút hồ sơ 0',
      ]);
      expect(await textsOf(page, '#by-agency ~ div tbody th')).toEqual(FIELDS);

      await page.getByRole('link', { name: 'Theo quý' }).click();
      expect(await textsOf(page, '#by-period ~ div tbody th')).toEqual(['Quý II/2026', 'Quý I/2026']);
      await page.getByRole('link', { name: 'Quý I/2026' }).click();
      await page.getByRole('heading', { name: 'Quý I/2026', exact: true }).waitFor();
      expect(await page.getByRole('combobox', { name: 'Đến kỳ' }).inputValue()).toBe('2026-Q1');
      await page.getByRole('link', { name: 'Bỏ lọc' }).click();
      await page.waitForURL(`${panel.url}${PROCEDURES}?by=quarter`);
    }));

  it('are drawn as long as they are counted', () =>
    asReader({}, async (page) => {
      await open(page, WAYS_TO_OFFICE.reports);
      const heights = async (look: string) => {
        const bars = await page.locator(`.report-chart rect.chart-${look}`).all();
        return Promise.all(bars.map(async (bar) => (await bar.boundingBox())!.height));
      };
      const [early, onTime] = [await heights('solid'), await heights('tint')];
      expect(early).toHaveLength(4);
      early.forEach((height, index) => {
        expect(height / early[0]!).toBeCloseTo(index + 1, 1);
        expect(height / onTime[index]!).toBeCloseTo(50 / 40, 0);
      });
      expect(await page.locator('.report-chart .chart-value').allTextContents()).toEqual([
        ...['90,91%', '90,45%', '90,30%', '90,23%'],
      ]);
    }));

  it('have a download of the same filters, and its description', () =>
    asReader({}, async (page) => {
      await open(page, `${WAYS_TO_OFFICE.reports}&by=quarter&from=2026-Q2`);
      const [file, description] = await page
        .locator('.report-files a')
        .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
      const lines = (await (await fetch(file!)).text()).trim().split('\r\n');
      expect(lines).toHaveLength(1 + FIELDS.length);
      expect(lines[1]).toContain(FIELDS[0]);
      expect((await fetch(description!)).headers.get('content-type')).toContain('application/ld+json');
    }));

  it('are in the agency’s page, whose table is unfolded on paper', () =>
    asReader({}, async (page) => {
      await open(page, WAYS_TO_OFFICE.page);
      const section = page.getByRole('region', { name: 'Công khai tiến độ giải quyết TTHC' });
      const table = section.locator('table');
      expect(await table.isVisible()).toBe(false);
      await section.getByText('Bảng số liệu', { exact: true }).click();
      expect(await textsOf(page, '#procedures ~ details tbody th')).toHaveLength(4);
      await section.getByText('Bảng số liệu', { exact: true }).click();
      await page.emulateMedia({ media: 'print' });
      expect((await table.boundingBox())!.height).toBeGreaterThan(100);
      await screenshot(page, 'portal-reports-agency-print');
      await page.emulateMedia({ media: 'screen' });
      await section.getByRole('link', { name: 'Xem số liệu các kỳ' }).click();
      await page.waitForURL(panel.url + WAYS_TO_OFFICE.reports);
    }));

  it('show that and why they were corrected', () =>
    asReader({}, async (page) => {
      const rows = rowsOf(4).map((row) => ({ ...row, resolvedOnTime: 161, resolvedLate: 38 }));
      await publish(last, { rows, correction: 'Một hồ sơ đúng hạn ghi nhầm là quá hạn.' });
      // A browser keeps a page for its max-age.
      do await open(page, WAYS_TO_OFFICE.reports);
      while ((await page.getByText('Một hồ sơ đúng hạn ghi nhầm là quá hạn.').count()) === 0);
      expect(await textsOf(page, '.report-table tr:has(.corrected) th')).toEqual(['Tháng 4/2026 đã đính chính']);
      await page.getByRole('link', { name: 'đã đính chính' }).click();
      expect(await page.getByRole('heading', { name: 'Đính chính' }).isVisible()).toBe(true);
    }));

  describe.each([
    [360, 'light'],
    [360, 'dark'],
    [1280, 'light'],
    [1280, 'dark'],
  ] as const)('on a screen of %i px, %s', (width, colorScheme) => {
    it.each([
      ['province', PROCEDURES],
      ['office', WAYS_TO_OFFICE.reports],
      ['agency', WAYS_TO_OFFICE.page],
      ['english', `/en${PROCEDURES}?by=quarter`],
      ['exchange', '/gui-nhan-van-ban'],
    ])('fit, without an axe-core violation: %s', (name, path) =>
      asReader({ viewport: { width, height: 900 }, colorScheme }, async (page) => {
        await open(page, path);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        expect(await axeViolations(page)).toEqual([]);
        await screenshot(page, `portal-reports-${name}-${width}-${colorScheme}`);
      }),
    );
  });

  it('scroll sideways in themselves on a phone, by keyboard too, while the names stay', () =>
    asReader({ viewport: { width: 360, height: 740 } }, async (page) => {
      await open(page, WAYS_TO_OFFICE.reports);
      const scroller = page.getByRole('region', { name: /^Số liệu từng kỳ/ });
      const name = scroller.getByRole('rowheader').first();
      const before = (await name.boundingBox())!.x;
      await scroller.focus();
      await page.keyboard.press('ArrowRight');
      await page.waitForFunction(() => document.querySelector('.table-scroller')!.scrollLeft > 0);
      expect((await name.boundingBox())!.x).toBe(before);
    }));
});
