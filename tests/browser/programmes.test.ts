import type { Page } from 'playwright-core';
import { screenshot } from '../helpers/browser';
import { openPanel, type Panel } from '../helpers/panel';

const TYPE = '/admin/content-manager/collection-types/plugin::public-record.programme';
const SLUG = 'chuong-trinh-do-thi-2021-2025';

describe('a programme', () => {
  let panel: Panel;
  let page: Page;
  let url: string;

  beforeAll(async () => {
    panel = await openPanel();
    ({ page, url } = panel);
  });
  afterAll(() => panel?.close());

  const box = (name: string) => page.getByRole('textbox', { name, exact: true });
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const save = async () => {
    await press('Lưu');
    await page.getByText('Đã lưu', { exact: true }).last().waitFor();
  };

  it('is entered by a clerk, who sees each target as readers will', async () => {
    await page.goto(`${url}${TYPE}/create`);
    await page.locator('input[name=name]').fill('Chương trình đô thị 2021–2025');
    await page.locator('input[name=periodFrom]').fill('2021');
    await page.locator('input[name=periodTo]').fill('2025');
    await page.locator('input[name=slug]').fill(SLUG);

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
    await screenshot(page, 'programme-target');
    await save();
  });
});
