import fs from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openPage, screenshot } from '../helpers/browser';
import { freshSettings, NewsroomProcess, ready, script } from '../helpers/newsroom-process';

const TITLE = 'Đường ven biển: những điều người dân cần biết';
const ARTICLES = '/admin/content-manager/collection-types/plugin::newsroom.article';

describe('an editor', () => {
  let newsroom: NewsroomProcess;
  let settings: Awaited<ReturnType<typeof freshSettings>>;
  let browser: Browser;
  let page: Page;
  let faults: string[];
  let url: string;

  beforeAll(async () => {
    settings = await freshSettings({ SAMPLE_CONTENT: 'true' });
    url = `http://localhost:${settings.PORT}`;
    newsroom = new NewsroomProcess(script('start.mjs'), settings);
    await newsroom.says(ready);
    browser = await launchBrowser();
    ({ page, faults } = await openPage(browser, { viewport: { width: 1440, height: 1000 } }));
  });

  afterAll(async () => {
    await browser?.close();
    expect(await newsroom.end('SIGINT')).toBe(0);
    await fs.rm(settings.DATA_DIR, { recursive: true });
  });

  it('registers as the first administrator, in Vietnamese', async () => {
    await page.goto(`${url}/admin`);
    await page.getByRole('heading', { name: 'Tòa soạn cổng thông tin' }).waitFor();
    await page.locator('input[name=firstname]').fill('Lan');
    await page.locator('input[name=email]').fill('lan@example.vn');
    await page.locator('input[name=password]').fill('Matkhau123');
    await page.locator('input[name=confirmPassword]').fill('Matkhau123');
    await screenshot(page, 'register');
    await page.getByRole('button', { name: 'Bắt đầu' }).click();
    await page.getByRole('heading', { name: /Xin chào Lan/ }).waitFor();
    await page.getByText('Bản nháp', { exact: true }).first().waitFor();
    await page.waitForLoadState('networkidle');
    await screenshot(page, 'panel-home');
    expect(await page.title()).toContain('Tòa soạn cổng thông tin');
  });

  it('writes an article with headings, a table and a figure', async () => {
    await page.goto(`${url}${ARTICLES}/create?plugins[i18n][locale]=vi`);
    await page.locator('input[name=title]').fill(TITLE);
    await page.locator('textarea[name=summary]').fill('Đi lại thế nào, hỏi ở đâu, phản ánh với ai.');
    await screenshot(page, 'new-article');
    const editor = page.locator('.ProseMirror');
    await editor.click();
    await style(page, 'Tiêu đề 2');
    await page.keyboard.type('Trước khi đi');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Xem dự báo thời tiết và ');
    await press(page, 'Đậm');
    await page.keyboard.type('chú ý biển báo');
    await press(page, 'Đậm');
    await page.keyboard.type(' trên tuyến.');
    await page.keyboard.press('Enter');
    await press(page, 'Chèn bảng');
    for (const cell of ['Đoạn', 'Chiều dài', 'Ghi chú', 'Sầm Sơn', '3,5 km', 'Đã thông xe']) {
      await page.keyboard.type(cell);
      await page.keyboard.press('Tab');
    }
    await page.locator('.ProseMirror > p').last().click();
    await press(page, 'Chèn hình ảnh');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('checkbox', { name: /Bãi biển/ }).click();
    await screenshot(page, 'choose-picture');
    await dialog.getByRole('button', { name: 'Hoàn tất' }).click();

    const figure = editor.getByRole('figure', { name: 'Hình ảnh' });
    await figure.getByLabel('Chú thích').fill('Bãi biển Sầm Sơn lúc bình minh.');
    await figure.getByLabel('Ảnh / nguồn').fill('Tranh minh họa');
    expect(await figure.getByLabel('Mô tả ảnh cho người khiếm thị').inputValue()).not.toBe('');
    await screenshot(page, 'write-article');
  });

  it('publishes it, alone and for a reason, and sees it on the portal page', async () => {
    await press(page, 'Lưu');
    await page.getByText('Đã lưu', { exact: true }).first().waitFor();
    await page.getByRole('heading', { name: 'Lịch sử' }).waitFor();
    await page.waitForLoadState('networkidle');
    // Nobody else is there yet to approve it.
    await press(page, 'Tự duyệt và xuất bản');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('Tòa soạn mới có một người.');
    await dialog.getByRole('button', { name: 'Xuất bản', exact: true }).click();
    await page.getByText('Đã xuất bản', { exact: true }).first().waitFor();
    await page.getByRole('figure', { name: 'Hình ảnh' }).waitFor();
    await screenshot(page, 'published-article');

    await page.goto(url);
    await page.getByRole('link', { name: TITLE }).first().click();
    await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    await page.getByRole('heading', { level: 2, name: 'Trước khi đi' }).waitFor();
    const article = page.locator('main');
    expect(await article.locator('strong').allInnerTexts()).toContain('chú ý biển báo');
    expect(await article.locator('table th').allInnerTexts()).toEqual(['Đoạn', 'Chiều dài', 'Ghi chú']);
    const picture = article.locator('figure img');
    await picture.scrollIntoViewIfNeeded();
    await page.waitForFunction(() => [...document.images].every((image) => image.complete));
    expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
    expect(await picture.getAttribute('alt')).not.toBe('');
    expect(await article.locator('figcaption').innerText()).toMatch(
      /^Bãi biển Sầm Sơn lúc bình minh\.\s*Ảnh: Tranh minh họa$/,
    );
    await screenshot(page, 'portal-article');
    expect(faults).toEqual([]);
  });
});

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const style = (page: Page, label: string) => page.getByLabel('Kiểu đoạn').selectOption({ label });
