import type { Page } from 'playwright-core';
import { axeViolations, openPage, screenshot, settled } from '../helpers/browser';
import { openPanel, type Panel } from '../helpers/panel';

const ARTICLES = '/admin/content-manager/collection-types/plugin::newsroom.article';
const TITLE = 'Lịch tiếp công dân tháng tới';

describe('the preview', () => {
  let panel: Panel;
  let page: Page;
  let article: string;
  let address: string;

  beforeAll(async () => {
    panel = await openPanel();
    ({ page } = panel);
  });
  afterAll(() => panel?.close());

  it('opens from the panel, and shows the saved draft in a frame as the portal will', async () => {
    await page.goto(`${panel.url}${ARTICLES}/create?plugins[i18n][locale]=vi`);
    await page.locator('input[name=title]').fill(TITLE);
    await page.locator('.ProseMirror').click();
    await page.keyboard.type('Lãnh đạo tỉnh tiếp công dân vào sáng ngày 15, tại Trụ sở Tiếp công dân.');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByRole('link', { name: 'Mở xem trước' }).waitFor();
    article = page.url();
    expect(await page.getByRole('heading', { name: 'Liên kết xem trước' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Mở xem trước' }).click();

    const frame = page.frameLocator('iframe');
    await frame.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    await frame.getByText('Bản xem trước – chưa xuất bản').waitFor();
    await frame.getByText('Lãnh đạo tỉnh tiếp công dân').waitFor();
    await page.frames().at(-1)!.waitForLoadState('networkidle');
    await page.getByText('Đã lưu', { exact: true }).waitFor({ state: 'detached' });
    await screenshot(page, 'preview-in-panel');
    address = (await frame.getByRole('link', { name: /Mở trong cửa sổ riêng/ }).getAttribute('href'))!;
    expect(address).toMatch(/^http:.*\/xem-truoc\//);
  });

  it('shows the draft to whoever has the link, in its own language, on a telephone of 360 px', async () => {
    const { page: phone, faults } = await openPage(page.context().browser()!, {
      viewport: { width: 360, height: 740 },
    });
    for (const shown of [address, address.replace('/xem-truoc/', '/en/xem-truoc/')]) {
      await phone.goto(shown);
      await phone.getByRole('heading', { name: 'Bản xem trước – chưa xuất bản' }).waitFor();
      await phone.getByRole('heading', { level: 1, name: TITLE }).waitFor();
      await settled(phone);
      expect(await phone.locator('html').getAttribute('lang')).toBe('vi');
      expect(await phone.evaluate(() => document.scrollingElement!.scrollWidth)).toBeLessThanOrEqual(360);
      expect(await phone.locator('meta[name=robots]').getAttribute('content')).toBe('noindex');
      expect(await phone.locator('link[rel=canonical], script[type="application/ld+json"]').count()).toBe(0);
      expect(await phone.getByRole('link', { name: 'cửa sổ riêng' }).count()).toBe(0);
      expect(await axeViolations(phone)).toEqual([]);
    }
    await screenshot(phone, 'preview-phone');
    expect(faults).toEqual([]);
    await phone.context().close();
  });

  it('is listed at its article, and shows nothing once it is revoked there', async () => {
    await page.goto(article);
    const revoke = page.getByRole('button', { name: 'Thu hồi', exact: true });
    await revoke.waitFor();
    await page.getByText(/^Hết hạn /).waitFor();
    await screenshot(page, 'preview-links');
    await revoke.click();
    await page.getByRole('heading', { name: 'Liên kết xem trước' }).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Mở xem trước' }).waitFor();

    const { page: reader } = await openPage(page.context().browser()!);
    await reader.goto(address);
    await reader.getByRole('heading', { name: 'Liên kết xem trước không còn dùng được' }).waitFor();
    expect(await reader.getByText(TITLE).count()).toBe(0);
    await screenshot(reader, 'preview-revoked');
    await reader.context().close();

    await page.getByRole('link', { name: 'Mở xem trước' }).click();
    await page.frameLocator('iframe').getByRole('heading', { level: 1, name: TITLE }).waitFor();
  });
});
