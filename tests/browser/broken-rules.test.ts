import type { Page } from 'playwright-core';
import { axeViolations, screenshot } from '../helpers/browser';
import { openPanel, type Panel } from '../helpers/panel';

const TYPE = 'plugin::newsroom.category';

describe('the settings page of documents that break a rule', () => {
  let panel: Panel;
  let page: Page;

  beforeAll(async () => {
    panel = await openPanel();
    ({ page } = panel);
  });
  afterAll(() => panel?.close());

  it('says that there are none', async () => {
    await page.goto(`${panel.url}/admin/settings`);
    await page.getByRole('link', { name: 'Dữ liệu cần sửa' }).click();
    await page.getByText('Không có mục nào cần sửa.').waitFor();
  });

  it('names them by rule, with what is wrong and a link to each form, also on a phone', async () => {
    const documentId = await firstCategory();
    const message = '“Chuyên mục cấp trên” không thể là chính chuyên mục này hay một chuyên mục dưới nó.';
    // The server's answer for a database that is older than the rule; the server's tests make one.
    const rule = { rule: 'categories_not_under_itself', type: TYPE, typeName: 'Category', message, count: 3 };
    const documents = [{ documentId, locale: null, title: 'Kinh tế' }];
    await page.route('**/publishing-desk/broken-rules', (route) =>
      route.fulfill({ json: { data: [{ ...rule, documents }] } }),
    );
    await page.reload();
    await page.getByRole('heading', { name: 'Chuyên mục: 3 mục' }).waitFor();
    await page.getByText(message).waitFor();
    await page.getByText('và 2 nội dung khác').waitFor();
    expect(await axeViolations(page, 'main')).toEqual([]);
    await screenshot(page, 'broken-rules');
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await page.evaluate(() => document.scrollingElement!.scrollWidth)).toBeLessThanOrEqual(360);
    await screenshot(page, 'broken-rules-phone');
    await page.getByRole('link', { name: 'Kinh tế', exact: true }).click();
    await page.locator('input[name=slug]').waitFor();
    expect(new URL(page.url()).pathname).toBe(`/admin/content-manager/collection-types/${TYPE}/${documentId}`);
  });

  async function firstCategory(): Promise<string> {
    const answer = await fetch(`${panel.url}/api/portal/v1/categories`);
    return ((await answer.json()) as { data: [{ id: string }] }).data[0].id;
  }
});
