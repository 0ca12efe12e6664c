import type { Page } from 'playwright-core';
import { axeViolations, openPage, screenshot, settled } from '../helpers/browser';
import { openPanel, type Panel } from '../helpers/panel';

/** A reader who searches by keyboard and without accents: in the masthead, on the page of search, and where nothing is. */
describe('the search of the portal', () => {
  let panel: Panel;

  beforeAll(async () => {
    panel = await openPanel();
  });
  afterAll(() => panel?.close());

  /** A reader, whose pages have no fault at the end. */
  async function asReader(options: Parameters<typeof openPage>[1], read: (page: Page) => Promise<void>): Promise<void> {
    const { page, faults } = await openPage(panel.browser, options);
    await page.goto(panel.url);
    await settled(page);
    await read(page);
    expect(faults).toEqual([]);
    await page.context().close();
  }

  const box = (page: Page) => page.getByRole('combobox', { name: 'Tìm trên cổng' });

  it.each([
    ['an article', 'thanh nha ho', /^Thành Nhà Hồ/],
    ['an official', 'DO MINH', /Đỗ Minh/],
    ['a directive', '58 nq', /58-NQ\/TW/],
  ])('completes what is typed of %s, and the keyboard leads to it', (_, typed, heading) =>
    asReader({}, async (page) => {
      await box(page).focus();
      await page.keyboard.type(typed);
      const options = page.getByRole('listbox', { name: 'Gợi ý' }).getByRole('option');
      await options.first().waitFor();
      expect(await box(page).getAttribute('aria-expanded')).toBe('true');
      expect(await page.locator('.search-box [role=status]').innerText()).toMatch(/^\d gợi ý/);
      await page.keyboard.press('ArrowDown');
      expect(await box(page).getAttribute('aria-activedescendant')).toBe(await options.first().getAttribute('id'));
      expect(await axeViolations(page)).toEqual([]);
      await screenshot(page, `portal-suggestions-${typed.replaceAll(' ', '-')}`, { fullPage: false });
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    }),
  );

  it('is left by Escape and by a click, and sought whole where nothing is chosen', () =>
    asReader({ viewport: { width: 360, height: 740 } }, async (page) => {
      const list = page.getByRole('listbox', { name: 'Gợi ý' });
      await box(page).fill('so tai chinh');
      await list.getByRole('option').first().waitFor();
      await screenshot(page, 'portal-suggestions-phone', { fullPage: false });
      expect(await page.evaluate(() => document.scrollingElement!.scrollWidth)).toBeLessThanOrEqual(360);
      await page.keyboard.press('Escape');
      await list.waitFor({ state: 'hidden' });
      expect(await box(page).inputValue()).toBe('so tai chinh');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/tim-kiem\?q=so\+tai\+chinh$/);
      await settled(page);
      expect(await page.locator('.search-hits h2').first().innerText()).toBe('Sở Tài chính');
      expect(await axeViolations(page)).toEqual([]);

      await page.getByRole('combobox', { name: 'Từ cần tìm' }).fill('so xay');
      await list.getByRole('option', { name: /^Sở Xây dựng/ }).click();
      await page.getByRole('heading', { level: 1, name: 'Sở Xây dựng' }).waitFor();
    }));

  it('is offered where nothing is', () =>
    asReader({}, async (page) => {
      await page.goto(`${panel.url}/gioi-thieu/nha-ho-thanh.html`);
      await settled(page);
      await page.getByRole('link', { name: /^Thành Nhà Hồ/ }).waitFor();
      expect(await page.getByRole('combobox', { name: 'Từ cần tìm' }).inputValue()).toBe('nha ho thanh');
      expect(await axeViolations(page)).toEqual([]);
      await screenshot(page, 'portal-missing-searched');
    }));

  it('tells managers what readers search and do not find', async () => {
    const { page } = panel;
    const search = `${panel.url}/api/portal/v1/search?q=${encodeURIComponent('xe buýt điện xyz')}`;
    for (let time = 0; time < 5; time += 1) expect((await fetch(search)).status).toBe(200);
    await page.getByRole('link', { name: 'Tìm mà không thấy' }).click();
    await page.getByRole('heading', { level: 1, name: 'Tìm mà không thấy' }).waitFor();
    const row = page.getByRole('gridcell', { name: 'xe buyt dien xyz' });
    const nothing = page.getByText('Chưa có gì được tìm');
    await row.or(nothing).waitFor();
    // Counts are written now and then.
    while (await nothing.isVisible()) {
      await page.reload();
      await row.or(nothing).waitFor();
    }
    expect(await axeViolations(page, 'main')).toEqual([]);
    await screenshot(page, 'panel-no-results', { fullPage: false });
  });
});
