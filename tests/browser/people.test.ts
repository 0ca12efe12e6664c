import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { screenshot } from '../helpers/browser';
import { openPanel, type Panel } from '../helpers/panel';

const LIST = `Họ tên;E-mail;Vai trò;Cơ quan
Trần Thị Thu;thu@example.vn;Phóng viên;Sở Xây dựng
Phạm Văn Bình;binh@example.vn;Biên tập viên;Sở Xây dựng
`;

describe('the settings page of people and their agencies', () => {
  let panel: Panel;
  let page: Page;
  let folder: string;

  beforeAll(async () => {
    panel = await openPanel();
    ({ page } = panel);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    folder = await fs.mkdtemp(path.join(os.tmpdir(), 'people-'));
  });
  afterAll(async () => {
    await panel?.close();
    await fs.rm(folder, { recursive: true });
  });

  const row = (name: string) => page.getByRole('row', { name });
  const dialog = () => page.getByRole('dialog');

  it('is in the settings, and shows which lines of a list are invalid', async () => {
    await page.goto(`${panel.url}/admin/settings`);
    await page.getByRole('link', { name: 'Người và cơ quan' }).click();
    await row('lan@example.vn').getByText('Không thuộc cơ quan nào').waitFor();
    await page.getByRole('button', { name: 'Mời nhiều người' }).click();
    await dialog()
      .getByLabel('Danh sách người')
      .fill('Thu, thu@, Phóng viên,\nBình, binh@example.vn, Thủ trưởng, Sở Xây dựng');
    await dialog().getByRole('button', { name: 'Mời', exact: true }).click();
    await dialog().getByText('Dòng 1: “thu@” không phải địa chỉ e-mail.').waitFor();
    await dialog().getByText('Dòng 2: Không có vai trò “Thủ trưởng”.').waitFor();
    await page.waitForTimeout(500); // The dialog comes in slowly.
    await screenshot(page, 'invite-refused');
  });

  it('invites the people of a file, and shows each one’s link', async () => {
    const inAnotherEncoding = path.join(folder, 'ansi.csv');
    await fs.writeFile(inAnotherEncoding, Buffer.from([0xd0, 0xe0, 0x6f, 0x0a]));
    const file = page.locator('input[type=file]');
    await file.setInputFiles(inAnotherEncoding);
    await dialog()
      .getByText(/hãy lưu lại ở dạng “CSV UTF-8”/)
      .waitFor();
    const list = path.join(folder, 'people.csv');
    await fs.writeFile(list, LIST);
    await file.setInputFiles(list);
    await page.waitForFunction(() => document.querySelector('textarea')?.value.includes('Trần Thị Thu'));
    expect(await dialog().getByLabel('Danh sách người').inputValue()).toBe(LIST);
    await dialog().getByRole('button', { name: 'Mời', exact: true }).click();
    await dialog().getByRole('heading', { name: 'Đã mời 2 người' }).waitFor();
    await screenshot(page, 'invited');
    await dialog().getByRole('button', { name: 'Sao chép liên kết của Trần Thị Thu' }).click();
    await page.getByText('Đã sao chép.').first().waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toMatch(/\/admin\/auth\/register\?registrationToken=\w+$/);
    await dialog().getByRole('button', { name: 'Đóng' }).last().click();
    await row('thu@example.vn').getByText('Sở Xây dựng').waitFor();
  });

  it('finds people with or without tone marks, and saves a chosen agency at once, by keyboard too', async () => {
    await page.getByPlaceholder('Tìm theo tên').fill('binh xay dung');
    await row('binh@example.vn').waitFor();
    expect(await row('thu@example.vn').count()).toBe(0);
    await page.getByRole('button', { name: 'Chọn cơ quan của Phạm Văn Bình' }).focus();
    await page.keyboard.press('Enter');
    const choice = page.getByRole('combobox', { name: 'Chọn cơ quan của Phạm Văn Bình' });
    await choice.fill('tài chính');
    const option = page.getByRole('option', { name: 'Sở Tài chính' });
    await option.waitFor();
    await screenshot(page, 'choose-agency');
    // The list settles after the letters: an arrow before that is lost.
    for (let turn = 0; turn < 20 && (await option.getAttribute('data-highlighted')) === null; turn += 1) {
      await page.keyboard.press('ArrowDown');
      await page.waitForTimeout(100);
    }
    await page.keyboard.press('Enter');
    await page.getByText('Đã ghi: Phạm Văn Bình thuộc Sở Tài chính.').first().waitFor();
    await page.getByPlaceholder('Tìm theo tên').fill('');
    await row('thu@example.vn').waitFor();
    await page.reload();
    await row('binh@example.vn').getByText('Sở Tài chính').waitFor();
    await screenshot(page, 'people');
    await page.getByRole('button', { name: 'Chọn cơ quan của Phạm Văn Bình' }).click();
    await page.getByRole('option', { name: 'Không thuộc cơ quan nào' }).click();
    await page.getByText('Đã ghi: Phạm Văn Bình không thuộc cơ quan nào.').first().waitFor();
  });
});
