import fs from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser, openPage, screenshot } from '../helpers/browser';
import { freshSettings, NewsroomProcess, ready, root, script } from '../helpers/newsroom-process';

const PAGES = path.join(root, 'tests/fixtures/pages');
const TITLE = 'Báo cáo Chương trình phát triển Khu Kinh tế Nghi Sơn và các Khu công nghiệp, giai đoạn 2021 – 2025.';
const CAPTIONS = [
  'Đại diện lãnh đạo Ban Quản lý KKTNS và các Khu công nghiệp báo cáo tại hội nghị.',
  'Các đại biểu tham gia ý kiến tại hội nghị.',
  'Phó Chủ tịch UBND tỉnh Nguyễn Văn Thi phát biểu kết luận tại hội nghị.',
];

describe('the portal page, for a reader of an imported article', () => {
  let newsroom: NewsroomProcess;
  let settings: Awaited<ReturnType<typeof freshSettings>>;
  let browser: Browser;
  let home: string;
  let article: string;

  beforeAll(async () => {
    settings = await freshSettings();
    home = `http://localhost:${settings.PORT}`;
    newsroom = new NewsroomProcess(script('start.mjs'), settings);
    await newsroom.says(ready);
    const pages = ['nghi-son-2021-02-19.txt', 'cang-nghi-son-2021-03-02.html'].map((name) => path.join(PAGES, name));
    const importing = new NewsroomProcess([...script('import.mjs'), ...pages], settings);
    expect((await importing.exited).code).toBe(0);
    const answer = await fetch(`${home}/api/portal/v1/articles`);
    const { data } = (await answer.json()) as { data: { title: string; url: string }[] };
    article = data.find(({ title }) => title === TITLE)!.url;
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await newsroom.end('SIGINT');
    await fs.rm(settings.DATA_DIR, { recursive: true });
  });

  it('shows the article as the old portal did: title, date line, captions, live list, three headings', async () => {
    const { page, faults } = await openPage(browser);
    await page.goto(article);
    await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    await page.getByText('Đăng ngày 19 - 02 - 2021').waitFor();
    expect(await page.locator('main figcaption').allInnerTexts()).toEqual(CAPTIONS);

    const lines = page.getByRole('complementary').locator('li');
    await lines.first().waitFor();
    expect(
      await lines.evaluateAll((items) => items.map((item) => item.textContent?.replace(/\s+/g, ' ').trim())),
    ).toEqual([
      'UBND tỉnh nghe báo cáo tiến độ đầu tư bến cảng container số 1 tại Khu Kinh tế Nghi Sơn.(02/03/2021 11:46 SA)',
      `${TITLE}(19/02/2021 5:17 CH)`,
    ]);
    for (const name of ['Chỉ đạo điều hành', 'Công khai tiến độ giải quyết TTHC', 'Công khai gửi nhận văn bản']) {
      expect(await page.getByRole('heading', { name }).isVisible()).toBe(true);
    }
    await screenshot(page, 'imported-article');
    expect(faults).toEqual([]);
  });

  it('enlarges the text by keyboard, shows by how much, and keeps the size', async () => {
    const { page } = await openPage(browser);
    await page.goto(article);
    const paragraph = page.locator('main p', { hasText: 'Chiều ngày 19/02/2021' });
    await paragraph.waitFor();
    const size = () => paragraph.evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
    const before = await size();
    await page.getByRole('button', { name: /Tăng|lớn|A\+/ }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.getByText('150%', { exact: true }).waitFor();
    expect((await size()) / before).toBeCloseTo(1.5, 1);
    await page.reload();
    await page.getByText('150%', { exact: true }).waitFor();
  });

  it.each(['/', '/tin-tuc', 'article'])('fits a telephone of 360 px: %s', async (address) => {
    const { page } = await openPage(browser, { viewport: { width: 360, height: 740 } });
    await page.goto(address === 'article' ? article : home + address);
    await page
      .getByRole('link', { name: /Báo cáo Chương trình/ })
      .first()
      .waitFor();
    const width = await page.evaluate(() => document.scrollingElement!.scrollWidth);
    expect(width).toBeLessThanOrEqual(360);
    await screenshot(page, `phone-${address.replaceAll('/', '') || 'home'}`);
  });

  it('lets a keyboard skip to the text', async () => {
    const { page } = await openPage(browser);
    await page.goto(article);
    await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  });

  it('prints the article alone', async () => {
    const { page } = await openPage(browser);
    await page.goto(article);
    await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('heading', { level: 1, name: TITLE }).isVisible()).toBe(true);
    for (const chrome of [page.getByRole('complementary'), page.getByRole('navigation').first()]) {
      expect(await chrome.isVisible()).toBe(false);
    }
    await screenshot(page, 'print');
  });

  it('shows that a page does not exist', async () => {
    const { page } = await openPage(browser);
    const answer = await page.goto(`${home}/khong-co-trang-nay`);
    expect(answer?.status()).toBe(404);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.goto(`${home}/tin-tuc/khong-co-bai-nay`);
    await page
      .getByText(/không (có|tìm thấy|còn)/i)
      .first()
      .waitFor();
  });
});
