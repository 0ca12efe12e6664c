import type { Page } from 'playwright-core';
import { screenshot } from '../helpers/browser';
import { openPanel, type Panel } from '../helpers/panel';

const TYPES = '/admin/content-manager/collection-types/plugin::newsroom';

describe('an editor in chief', () => {
  let panel: Panel;
  let page: Page;
  let url: string;

  beforeAll(async () => {
    panel = await openPanel();
    ({ page, url } = panel);
  });
  afterAll(() => panel?.close());

  const latest = async () => {
    const answer = await fetch(`${url}/api/portal/v1/latest-news`);
    return ((await answer.json()) as { data: { title: string }[] }).data.map(({ title }) => title);
  };

  it('pins an article to the top of the list of latest news', async () => {
    const [, , third] = await latest();
    await openForm('pin');
    await choose('Danh sách', 'Tin mới nhất');
    await choose('Bài viết', third!);
    await screenshot(page, 'pin-article');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByText('Đã lưu', { exact: true }).first().waitFor();
    expect((await latest())[0]).toBe(third);
    await page.goto(`${url}${TYPES}.pin`);
    await page.getByText(third!).first().waitFor();
    await screenshot(page, 'pins');
  });

  it('sees at the field that the position is taken', async () => {
    await openForm('pin');
    await choose('Danh sách', 'Tin mới nhất');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page
      .getByText(/“Vị trí” này của danh sách đã có bài ghim khác/)
      .first()
      .waitFor();
    await screenshot(page, 'pin-refused');
  });

  it('sees at the field that a pin has no article', async () => {
    await openForm('pin');
    await choose('Danh sách', 'Tin mới nhất');
    await page.locator('input[name=place]').fill('2');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByText('“Bài viết” còn trống. Hãy chọn bài được ghim.').first().waitFor();
    await screenshot(page, 'pin-without-article');
  });

  it('saves a redirect, and sees an error for one that would make a loop', async () => {
    await openForm('redirect');
    await page.locator('input[name=from]').fill('/portal/Pages/gioi-thieu.aspx');
    await page.locator('input[name=to]').fill('/tin-tuc');
    await screenshot(page, 'redirect');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByText('Đã lưu', { exact: true }).first().waitFor();
    const visitor = await page.context().newPage();
    await visitor.goto(`${url}/Portal/Pages/Gioi-Thieu.aspx`);
    await visitor.getByRole('heading', { level: 1, name: 'Tin tức' }).waitFor();
    expect(new URL(visitor.url()).pathname).toBe('/tin-tuc');
    await visitor.close();

    await openForm('redirect');
    await page.locator('input[name=from]').fill('/gioi-thieu');
    await page.locator('input[name=to]').fill('/Gioi-Thieu/');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page
      .getByText(/“Địa chỉ đích” dẫn vòng trở lại/)
      .first()
      .waitFor();
  });

  /** A new one; the form is made once more when Strapi knows the type, and closes what is open in it. */
  async function openForm(type: string): Promise<void> {
    await page.goto(`${url}${TYPES}.${type}/create`);
    await page.getByRole('button', { name: 'Lưu', exact: true }).waitFor();
    await page.waitForLoadState('networkidle');
  }

  async function choose(label: string, option: string): Promise<void> {
    const field = page.getByRole('combobox', { name: label, exact: true });
    await field.click();
    await field.pressSequentially(option.slice(0, 20));
    await page
      .getByRole('option', { name: new RegExp(`^${option.slice(0, 20)}`) })
      .first()
      .click();
  }
});
