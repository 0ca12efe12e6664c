import type { Page } from 'playwright-core';
import { axeViolations, openPage, screenshot, settled } from '../helpers/browser';
import { openPanel, type Panel } from '../helpers/panel';

const TYPE = '/admin/content-manager/collection-types/plugin::public-record.programme';
const SLUG = 'chuong-trinh-do-thi-2021-2025';
const OWNER = 'Sở Xây dựng';

describe('a programme', () => {
  let panel: Panel;
  let page: Page;
  let url: string;
  let form: string;

  beforeAll(async () => {
    panel = await openPanel();
    ({ page, url } = panel);
  });
  afterAll(() => panel?.close());

  const box = (name: string | RegExp) => page.getByRole('textbox', { name, exact: true });
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const saved = () => page.getByText('Đã lưu', { exact: true }).last().waitFor();
  const publish = async () => {
    await press('Tự duyệt và xuất bản');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('Số liệu của Sở Nội vụ, đã đối chiếu.');
    const answered = page.waitForResponse((response) => response.url().includes('/actions/publish'));
    await dialog.getByRole('button', { name: 'Xuất bản', exact: true }).click();
    expect((await answered).status()).toBe(200);
  };

  it('is entered by a clerk, who sees each target as readers will', async () => {
    // With its language: Strapi otherwise adds it, and asks whether to leave a form that has been changed meanwhile.
    await page.goto(`${url}${TYPE}/create?plugins[i18n][locale]=vi`);
    await page.locator('input[name=name]').fill('Chương trình đô thị 2021–2025');
    await page.locator('input[name=periodFrom]').fill('2021');
    await page.locator('input[name=periodTo]').fill('2025');
    await page.locator('input[name=slug]').fill(SLUG);
    await page.getByRole('combobox', { name: 'Cơ quan phụ trách' }).click();
    await page.getByRole('combobox', { name: 'Cơ quan phụ trách' }).pressSequentially(OWNER);
    await page.getByRole('option', { name: OWNER }).first().click();

    await press('Thêm mục tiêu');
    await page.keyboard.type('Việc làm');
    await page.getByRole('checkbox', { name: 'Chỉ tính phần tăng thêm' }).check();
    await page.getByRole('combobox', { name: 'Mức độ' }).click();
    await page.getByRole('option', { name: 'Khoảng' }).click();
    await box('Giá trị phải đạt').fill('35.000');
    await page.getByRole('combobox', { name: 'Đơn vị tính' }).fill('lao động');
    await page.getByText('thêm khoảng 35.000 lao động, năm 2025', { exact: true }).waitFor();

    await box('Giá trị phải đạt').fill('35.0');
    await page.keyboard.press('Tab');
    await page.getByText('“35.0” không phải là số. Hãy viết như 1.125.000 hoặc 3,5.').waitFor();
    await box('Giá trị phải đạt').fill('35000');
    await page.keyboard.press('Tab');
    expect(await box('Giá trị phải đạt').inputValue()).toBe('35.000');

    const agencies = page.getByRole('combobox', { name: 'Cơ quan chịu trách nhiệm' });
    await agencies.fill('Sở không có');
    await page.keyboard.press('Tab');
    await page.getByText('Không có cơ quan “Sở không có”. Hãy chọn một tên trong danh sách.').waitFor();
    await agencies.fill('Sở Tài chính');
    await page.getByRole('button', { name: 'Bỏ Sở Tài chính' }).waitFor();
    await page.locator('[data-display]').evaluate((line) => line.scrollIntoView({ block: 'center' }));
    await screenshot(page, 'programme-target');
    expect(await axeViolations(page, '[role=group][aria-label^="Mục tiêu 1"]')).toEqual([]);
    await press('Lưu');
    await saved();
  });

  it('has rows that are added, moved and removed by keyboard', async () => {
    await page.getByRole('button', { name: 'Thêm giải pháp', exact: true }).press('Enter');
    await page.keyboard.type('Quy hoạch');
    await page.getByRole('button', { name: 'Thêm giải pháp', exact: true }).press('Enter');
    await page.keyboard.type('Vốn');
    await page.getByRole('button', { name: 'Đưa lên trên: Giải pháp 2: Vốn', exact: true }).press('Enter');
    const down = page.getByRole('button', { name: 'Đưa xuống dưới: Giải pháp 1: Vốn', exact: true });
    await down.and(page.locator(':focus')).waitFor();
    await page.getByRole('button', { name: 'Xóa: Giải pháp 2: Quy hoạch', exact: true }).press('Enter');
    await page.getByRole('status').getByText('Đã xóa: Giải pháp 2: Quy hoạch.').waitFor();
    expect(await page.getByRole('group', { name: /^Giải pháp \d/ }).count()).toBe(1);
  });

  it('has tasks in groups, projects with funding by year, and reports', async () => {
    await press('Thêm nhiệm vụ');
    await page.keyboard.type('Mở rộng đường');
    await box('Nhóm').first().fill('Hạ tầng');
    await press('Thêm nhiệm vụ');
    await page.keyboard.type('Cấp nước');
    // The group goes on.
    const task = page.getByRole('group', { name: 'Nhiệm vụ 2: Cấp nước', exact: true });
    expect(await task.getByRole('textbox', { name: 'Nhóm', exact: true }).inputValue()).toBe('Hạ tầng');

    await press('Thêm dự án');
    await page.keyboard.type('Nhà máy nước');
    const project = page.getByRole('group', { name: 'Dự án 1: Nhà máy nước', exact: true });
    await project.getByRole('combobox', { name: 'Tình trạng' }).click();
    await page.getByRole('option', { name: 'Đang thực hiện' }).click();
    await project.getByRole('combobox', { name: 'Cơ quan chủ trì' }).fill(OWNER);
    await project.getByRole('button', { name: `Bỏ ${OWNER}` }).waitFor();
    await press('Thêm dòng vốn');
    const first = project.getByRole('group', { name: 'Dòng vốn 1', exact: true });
    await first.getByRole('textbox', { name: 'Nguồn vốn', exact: true }).fill('Ngân sách tỉnh');
    await first.getByRole('textbox', { name: 'Năm', exact: true }).fill('2022');
    await first.getByRole('textbox', { name: 'Số vốn', exact: true }).fill('1.250,5');
    await press('Thêm dòng vốn');
    const second = project.getByRole('group', { name: 'Dòng vốn 2', exact: true });
    expect(await second.getByRole('textbox', { name: 'Năm', exact: true }).inputValue()).toBe('2023');
    await second.getByRole('textbox', { name: 'Số vốn', exact: true }).fill('900');

    await press('Thêm báo cáo tình hình');
    const report = page.getByRole('group', { name: 'Báo cáo 1', exact: true });
    await report.getByRole('textbox', { name: 'Ngày báo cáo', exact: true }).fill('30-6-2022');
    await page.keyboard.press('Tab');
    expect(await report.getByRole('textbox', { name: 'Ngày báo cáo', exact: true }).inputValue()).toBe('30/06/2022');
    await report.getByRole('textbox', { name: 'Tồn tại, hạn chế', exact: true }).fill('Thiếu mặt bằng.');
    await press('Lưu');
    await page.getByText('Báo cáo tình hình 1, nội dung: còn trống.').first().waitFor();
    // The panel loads the document again, and the desk puts back what was typed.
    await page.waitForLoadState('networkidle');
    expect(await report.getByRole('textbox', { name: 'Tồn tại, hạn chế', exact: true }).inputValue()).not.toBe('');
    await report.getByRole('textbox', { name: 'Tình hình thực hiện', exact: true }).fill('Đúng tiến độ.');
    for (const name of ['Nhiệm vụ 1', 'Dự án 1', 'Báo cáo 1']) {
      expect(await axeViolations(page, `[role=group][aria-label^="${name}"]`)).toEqual([]);
    }
  });

  it('shows on the portal how a year that is reported changes it', async () => {
    await press('Lưu');
    await saved();
    await publish();
    form = page.url();
    const { page: reader, faults } = await openPage(panel.browser, { viewport: { width: 1280, height: 1080 } });
    await reader.goto(`${url}/chuong-trinh/${SLUG}`);
    await reader.getByRole('heading', { level: 3, name: 'Việc làm' }).waitFor();
    const bars = reader.locator('.target svg rect.chart-bar');
    expect(await bars.count()).toBe(0);
    await reader.getByText('Chưa có số liệu năm 2021–2025.').waitFor();

    await page.goto(form);
    await box(/^Thực hiện năm 2021, Mục tiêu 1/).fill('7.400');
    await box(/^Nguồn số liệu năm 2021, Mục tiêu 1/).fill('Sở Nội vụ');
    await box(/^Thực hiện năm 2022, Mục tiêu 1/).fill('13.100');
    expect(await box(/^Số liệu năm 2022 đến ngày, Mục tiêu 1/).inputValue()).toBe('31/12/2022');
    await box(/^Nguồn số liệu năm 2022, Mục tiêu 1/).fill('Sở Nội vụ');
    await page.getByText('Mục tiêu “Việc làm” chưa có số liệu thực hiện các năm: 2023, 2024, 2025.').waitFor();
    await page.getByRole('row', { name: /^2022/ }).evaluate((row) => row.scrollIntoView({ block: 'center' }));
    await screenshot(page, 'programme-year');
    await press('Lưu');
    await saved();
    await publish();

    await reader.reload();
    await bars.first().waitFor();
    expect(await bars.count()).toBe(2);
    await reader.getByText('1.250,5 tỷ đồng').waitFor();
    await reader.getByText('Thiếu mặt bằng.').waitFor();
    await reader.getByText('Năm 2022 thấp hơn kế hoạch 900 lao động.').waitFor();
    const year = reader.locator('.target').getByRole('row', { name: /^2022/ });
    expect(await year.getByRole('cell').allTextContents()).toEqual(['≈ 14.000', '13.100', 'Chậm']);
    const before = Number(await bars.last().getAttribute('height'));
    await screenshot(reader, 'portal-programme', { fullPage: false });

    await page.goto(form);
    await box(/^Thực hiện năm 2022, Mục tiêu 1/).fill('26.200');
    await press('Lưu');
    await saved();
    await publish();
    await reader.reload();
    await reader.getByText('Năm 2022 vượt kế hoạch 12.200 lao động.').waitFor();
    expect(Number(await bars.last().getAttribute('height'))).toBeCloseTo(2 * before, 0);
    expect(faults).toEqual([]);
  });

  it.each([
    [360, 'light'],
    [1280, 'dark'],
  ] as const)('fits a screen of %i px, %s, without an axe-core violation', async (width, colorScheme) => {
    const { page: reader } = await openPage(panel.browser, { viewport: { width, height: 900 }, colorScheme });
    for (const path of ['/chuong-trinh', `/chuong-trinh/${SLUG}`]) {
      await reader.goto(url + path);
      await settled(reader);
      expect(await reader.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(await axeViolations(reader)).toEqual([]);
    }
    await screenshot(reader, `portal-programme-${width}`);
  });
});
