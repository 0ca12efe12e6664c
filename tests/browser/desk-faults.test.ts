import type { Page } from 'playwright-core';
import { screenshot } from '../helpers/browser';
import { openPanel, type Panel } from '../helpers/panel';

const ARTICLES = '/admin/content-manager/collection-types/plugin::newsroom.article';

describe('an error of the desk in the panel', () => {
  let panel: Panel;
  let page: Page;
  let article: string;

  beforeAll(async () => {
    panel = await openPanel();
    ({ page } = panel);
    const latest = await (await fetch(`${panel.url}/api/portal/v1/latest-news`)).json();
    article = `${panel.url}${ARTICLES}/${(latest as { data: { id: string }[] }).data[0]!.id}`;
  });
  afterAll(() => panel?.close());

  const title = () => page.locator('input[name=title]');

  it('is shown in its part of the page alone, and the form still works', async () => {
    const said: string[] = [];
    page.on('console', (message) => void said.push(message.text()));
    await page.route('**/publishing-desk/history/**', (route) =>
      route.fulfill({ json: { data: [{ id: 1, at: '2026-01-01T00:00:00Z', by: null, action: 'update' }] } }),
    );
    await page.goto(article);
    const alert = page.getByRole('alert').filter({ hasText: 'Phần này gặp lỗi' });
    await alert.waitFor();
    // The form is made once more when Strapi knows the type.
    await page.waitForLoadState('networkidle');
    await title().fill('Vẫn gõ được');
    await page.getByRole('heading', { name: 'Bạn đọc thấy gì' }).waitFor();
    await screenshot(page, 'part-failed');
    expect(said.join('\n')).toMatch(/publishing-desk: .*TypeError/);

    await page.unrouteAll();
    await alert.getByRole('button', { name: 'Thử lại' }).click();
    await page.getByRole('button', { name: 'Xem bản này' }).first().waitFor();
    expect(await title().inputValue()).toBe('Vẫn gõ được');
  });

  it('is shown once when the browser’s storage is full', async () => {
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    const told = page.getByText(/^Trình duyệt hết chỗ lưu tạm/);
    await title().fill('Không còn chỗ');
    await told.waitFor();
    await screenshot(page, 'no-room');
    await title().fill('Không còn chỗ, lần nữa');
    await page.waitForTimeout(1_500);
    expect(await told.count()).toBe(1);
    expect(await title().inputValue()).toBe('Không còn chỗ, lần nữa');
  });
});
