import type { Page } from 'playwright-core';
import { screenshot } from '../helpers/browser';
import { openPanel, type Panel } from '../helpers/panel';

const ARTICLES = '/admin/content-manager/collection-types/plugin::newsroom.article';
const NAME = 'Nguyễn Hoài Anh';

describe('the checks before publishing', () => {
  let panel: Panel;
  let page: Page;

  beforeAll(async () => {
    panel = await openPanel();
    ({ page } = panel);
    await page.goto(`${panel.url}${ARTICLES}/create?plugins[i18n][locale]=vi`);
    await checks().waitFor();
  });
  afterAll(() => panel?.close());

  const checks = () => page.getByRole('heading', { name: 'Kiểm tra trước khi xuất bản' });
  const said = (text: string | RegExp) => page.getByText(text);
  const linkOne = (name: string) => page.getByRole('button', { name: `Liên kết ${name}`, exact: true });
  const linked = (name: string) => page.getByRole('listitem').getByRole('button', { name, exact: true });

  it('are updated while typing', async () => {
    await said('Bài chưa có tóm tắt.').waitFor();
    const title = `${'Tra cứu thông tin người phát ngôn '.repeat(3)}của tỉnh`;
    await page.locator('input[name=title]').fill(title);
    await said(new RegExp(`^Tiêu đề dài ${title.length} ký tự`)).waitFor();
    await page.locator('.ProseMirror').click();
    await page.keyboard.insertText(
      `Đầu mối: ${NAME}, Phó Chủ tịch UBND tỉnh. Sở Kế hoạch và Đầu tư gửi hồ sơ theo Quyết định 123/QD-UBND về thuỷ lợi và hòa giải.`,
    );
    await said(/^“Sở Kế hoạch và Đầu tư” không còn từ ngày 01\/03\/2025/).waitFor();
    await said(/^“123\/QD-UBND” giống số văn bản/).waitFor();
    await said(/^Bài dùng lẫn hai lối bỏ dấu: “hòa” và “thuỷ”/).waitFor();
    await screenshot(page, 'checks');

    await page.locator('input[name=title]').fill('Người phát ngôn của tỉnh');
    await page.locator('textarea[name=summary]').fill('Nơi hỏi thông tin.');
    await said(/^Tiêu đề dài/).waitFor({ state: 'detached' });
    expect(await said('Bài chưa có tóm tắt.').count()).toBe(0);
  });

  it('link an official with one click, and then ask about the title', async () => {
    await linkOne(NAME).click();
    await linked(NAME).waitFor();
    await linkOne(NAME).waitFor({ state: 'detached' });
    await said(new RegExp(`^Bài gọi ${NAME} là “Phó Chủ tịch UBND tỉnh”`)).waitFor();
    await screenshot(page, 'checks-linked');

    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByText('Đã lưu', { exact: true }).first().waitFor();
    await page.reload();
    await checks().waitFor();
    await linked(NAME).waitFor();
    await said(new RegExp(`^Bài gọi ${NAME}`)).waitFor();
    expect(await linkOne(NAME).count()).toBe(0);
  });

  it('list first what stops the publication', async () => {
    await page.locator('.ProseMirror > p').last().click();
    await page.keyboard.press('Control+End');
    await page.getByRole('button', { name: 'Chèn hình ảnh', exact: true }).click();
    await page
      .getByRole('dialog')
      .getByRole('checkbox', { name: /Bãi biển/ })
      .click();
    await page.getByRole('button', { name: 'Hoàn tất' }).click();
    await page.getByLabel('Mô tả ảnh cho người khiếm thị').fill('');
    await page.getByRole('heading', { name: 'Cần sửa mới xuất bản được' }).waitFor();
    await said(/^Ảnh thứ 1 chưa có mô tả/).waitFor();
    await screenshot(page, 'checks-stop');
  });
});
