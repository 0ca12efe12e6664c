import type { Page } from 'playwright-core';
import { screenshot } from '../helpers/browser';
import { openPanel, type Panel } from '../helpers/panel';

const ARTICLES = '/admin/content-manager/collection-types/plugin::newsroom.article';

describe('a form of the panel', () => {
  let panel: Panel;
  let page: Page;
  let url: string;
  let article: string;

  beforeAll(async () => {
    panel = await openPanel();
    ({ page, url } = panel);
    const latest = await (await fetch(`${url}/api/portal/v1/latest-news`)).json();
    article = `${url}${ARTICLES}/${(latest as { data: { id: string }[] }).data[0]!.id}`;
  });
  afterAll(() => panel?.close());

  const title = (of: Page) => of.locator('input[name=title]');
  const save = (of: Page) => of.getByRole('button', { name: 'Lưu', exact: true }).click();
  async function open(of: Page): Promise<void> {
    await of.goto(article);
    await title(of).waitFor();
    await of.getByRole('heading', { name: 'Lịch sử' }).waitFor();
  }

  it('keeps what was typed when a save is refused, and when the window is closed', async () => {
    await open(page);
    await title(page).fill('Gõ rồi bị từ chối');
    await page.locator('input[name=slug]').fill('không hợp lệ!');
    await page.route('**/content-manager/**', (route) =>
      route.request().method() === 'PUT' ? route.abort() : route.fallback(),
    );
    await save(page);
    await page.waitForTimeout(2_000);
    expect(await title(page).inputValue()).toBe('Gõ rồi bị từ chối');
    await page.unrouteAll();

    const later = await page.context().newPage();
    await open(later);
    await later.getByRole('heading', { name: 'Bản chưa lưu' }).waitFor();
    await screenshot(later, 'kept-text');
    await later.getByRole('button', { name: 'Đưa trở lại biểu mẫu' }).click();
    expect(await title(later).inputValue()).toBe('Gõ rồi bị từ chối');
    await later.close();
  });
});
