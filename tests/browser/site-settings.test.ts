import type { Page } from 'playwright-core';
import { screenshot } from '../helpers/browser';
import { openPanel, signInToPanel, type Panel } from '../helpers/panel';
import { ADMIN } from '../helpers/sample-newsroom';

const FORM = '/admin/content-manager/single-types/plugin::portal-site.site-settings?plugins[i18n][locale]=vi';

describe('the form of the portal’s settings', () => {
  let panel: Panel;

  beforeAll(async () => {
    panel = await openPanel();
  });
  afterAll(() => panel?.close());

  const field = (of: Page, name: string) => of.locator(`[name=${name}]`);
  async function open(of: Page): Promise<void> {
    await of.goto(panel.url + FORM);
    await field(of, 'name').waitFor();
    await of.waitForLoadState('networkidle');
  }
  const save = (of: Page) => of.getByRole('button', { name: 'Lưu', exact: true }).click();
  const saved = (of: Page) =>
    of.waitForResponse((answer) => answer.url().includes('/single-types/') && answer.request().method() === 'PUT');

  it('names the portal, and refuses to write over what somebody else has saved meanwhile', async () => {
    const { page, browser, url } = panel;
    await open(page);
    await field(page, 'name').fill('Cổng thông tin tỉnh Ninh Bình');
    await field(page, 'place').fill('tỉnh Ninh Bình');
    await Promise.all([saved(page), save(page)]);
    await page.goto(url);
    expect(await page.title()).toBe('Cổng thông tin tỉnh Ninh Bình');

    const other = await signInToPanel(browser, url, ADMIN.ADMIN_EMAIL, ADMIN.ADMIN_PASSWORD);
    await open(page);
    await open(other);
    await field(other, 'agency').fill('UBND tỉnh');
    const [first] = await Promise.all([saved(other), save(other)]);
    expect(first.status()).toBe(200);

    await field(page, 'editor').fill('Nguyễn Văn A');
    const [refused] = await Promise.all([saved(page), save(page)]);
    expect(refused.status()).toBe(409);
    await page.getByRole('heading', { name: 'Có bản mới hơn' }).waitFor();
    // What the others saved has been read, so that the form is not filled with it once more.
    await page.getByText(/^Khác nhau ở: /).waitFor();
    await screenshot(page, 'settings-conflict');
    expect(await page.getByRole('button', { name: 'Giữ bản của tôi thành bài riêng' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Tiếp tục với bản của tôi' }).click();
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('[name=editor]')?.value === 'Nguyễn Văn A',
    );
    const [again] = await Promise.all([saved(page), save(page)]);
    expect(again.status()).toBe(200);
  });
});
