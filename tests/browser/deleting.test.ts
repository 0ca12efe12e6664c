import type { Page } from 'playwright-core';
import { axeViolations, entered, screenshot } from '../helpers/browser';
import { openPanel, type Panel } from '../helpers/panel';
import { ADMIN } from '../helpers/sample-newsroom';
import { post } from '../helpers/sign-in';

const CATEGORIES = '/content-manager/collection-types/plugin::newsroom.category';

describe('deleting in the panel', () => {
  let panel: Panel;
  let page: Page;
  let ask: <Data>(path: string, data?: object) => Promise<Data>;

  beforeAll(async () => {
    panel = await openPanel();
    ({ page } = panel);
    const login = post({ email: ADMIN.ADMIN_EMAIL, password: ADMIN.ADMIN_PASSWORD });
    const signedIn = (await (await fetch(`${panel.url}/admin/login`, login)).json()) as { data: { token: string } };
    const headers = { Authorization: `Bearer ${signedIn.data.token}` };
    ask = async (path, data) => (await fetch(panel.url + path, data ? post(data, headers) : { headers })).json();
  });
  afterAll(() => panel?.close());

  const dialog = () => page.getByRole('dialog');
  const category = async (name: string) =>
    (await ask<{ data: { documentId: string } }>(CATEGORIES, { name })).data.documentId;
  const idOf = async (name: string) =>
    (await ask<{ results: { documentId: string; name: string }[] }>(`${CATEGORIES}?pageSize=100`)).results.find(
      (one) => one.name === name,
    )!.documentId;
  const newsOf = async (slug: string) => {
    const answer = await fetch(`${panel.url}/api/portal/v1/articles?category=${slug}&limit=50`);
    return ((await answer.json()) as { data: { id: string }[] }).data.map(({ id }) => id);
  };
  async function openDeletion(documentId: string) {
    await page.goto(`${panel.url}/admin${CATEGORIES}/${documentId}`);
    await page.getByRole('button', { name: 'Thao tác khác' }).first().click();
    await page.getByRole('menuitem', { name: 'Xóa mục' }).click();
    await dialog().getByRole('heading', { name: 'Xóa' }).waitFor();
  }

  it('asks before it deletes what nothing uses', async () => {
    const documentId = await category('Chuyên mục thử');
    await openDeletion(documentId);
    await dialog().getByText('Không nội dung nào dùng “Chuyên mục thử”.').waitFor();
    await entered(dialog());
    await screenshot(page, 'delete-unused');
    await dialog().getByRole('button', { name: 'Xóa', exact: true }).click();
    await page.waitForURL((url) => url.pathname.endsWith('/plugin::newsroom.category'));
    await page.getByRole('heading', { name: 'Chuyên mục' }).first().waitFor();
    expect(await page.getByText('Chuyên mục thử').count()).toBe(0);
  });

  it('says what uses a category, with links, and deletes it once another has its place, by keyboard alone', async () => {
    const articles = await newsOf('kinh-te');
    expect(articles.length).toBeGreaterThan(0);
    await category('Kinh tế mới');
    await openDeletion(await idOf('Kinh tế'));
    await dialog()
      .getByText(/^Chưa xóa được “Kinh tế”: \d+ nội dung đang dùng\.$/)
      .waitFor();
    const link = dialog().getByRole('listitem').filter({ hasText: 'Bài viết:' }).first().getByRole('link');
    const [form] = await Promise.all([page.context().waitForEvent('page'), link.click()]);
    await form.locator('input[name=title]').waitFor();
    await form.close();
    await entered(dialog());
    expect(await axeViolations(page, '[role=dialog]')).toEqual([]);
    await screenshot(page, 'delete-used');

    const replace = dialog().getByRole('button', { name: 'Thay rồi xóa' });
    expect(await replace.isDisabled()).toBe(true);
    await dialog().getByRole('combobox', { name: 'Thay bằng…' }).focus();
    await page.keyboard.type('Kinh tế mới');
    await page.getByRole('option', { name: 'Kinh tế mới' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    while (!(await replace.evaluate((button) => button === document.activeElement))) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname.endsWith('/plugin::newsroom.category'));
    await page.getByText('Kinh tế mới').first().waitFor();
    expect(await newsOf('kinh-te-moi')).toEqual(articles);
    expect((await fetch(`${panel.url}/feeds/categories/kinh-te.rss`)).status).toBe(410);
  });

  it('fits a phone', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await openDeletion(await idOf('Tin tức – Sự kiện'));
    await dialog()
      .getByText(/^Chưa xóa được “Tin tức – Sự kiện”/)
      .waitFor();
    await entered(dialog());
    const box = (await dialog().boundingBox())!;
    const button = (await dialog().getByRole('button', { name: 'Thay rồi xóa' }).boundingBox())!;
    expect([box.x >= 0, box.x + box.width <= 360, button.x >= 0, button.x + button.width <= 360]).toEqual([
      true,
      true,
      true,
      true,
    ]);
    await screenshot(page, 'delete-used-phone');
    await dialog().getByRole('button', { name: 'Đóng' }).last().click();
    await page.setViewportSize({ width: 1440, height: 1000 });
  });

  it('says what uses one of several that are selected, and deletes all once another has its place', async () => {
    await category('Cùng xóa');
    await page.goto(`${panel.url}/admin${CATEGORIES}?pageSize=100`);
    const row = (text: string) => page.getByRole('row').filter({ hasText: text });
    for (const text of ['phong-chong-thien-tai', 'cung-xoa']) await row(text).getByRole('checkbox').click();
    await page.getByRole('button', { name: 'Xóa', exact: true }).click();
    await dialog().getByText('2 mục đã chọn').waitFor();
    await dialog().getByRole('button', { name: 'Xóa', exact: true }).click();
    await dialog()
      .getByText(/^Chưa xóa được “Phòng, chống thiên tai”: \d+ nội dung đang dùng\.$/)
      .waitFor();
    await entered(dialog());
    await screenshot(page, 'delete-bulk-used');
    await dialog().getByRole('combobox', { name: 'Thay bằng…' }).focus();
    await page.keyboard.type('Kinh tế mới');
    await page.getByRole('option', { name: 'Kinh tế mới' }).click();
    await dialog().getByRole('button', { name: 'Thay rồi xóa' }).click();
    for (const text of ['phong-chong-thien-tai', 'cung-xoa']) await row(text).waitFor({ state: 'detached' });
    await row('kinh-te-moi').waitFor();
    expect((await fetch(`${panel.url}/feeds/categories/phong-chong-thien-tai.rss`)).status).toBe(410);
  });

  it('says what uses one language of an article', async () => {
    const articles = '/content-manager/collection-types/plugin::newsroom.article';
    const made = async (type: string, data: object) =>
      (
        await ask<{ data: { documentId: string } }>(
          `/content-manager/collection-types/plugin::newsroom.${type}?locale=vi`,
          data,
        )
      ).data.documentId;
    const article = await made('article', { title: 'Bài đang ghim' });
    const list = await made('latest-news-list', { name: 'Tin ghim thử', size: 5 });
    const link = (documentId: string) => ({ connect: [{ documentId }] });
    await made('pin', { list: link(list), article: link(article), place: 2 });
    await page.goto(`${panel.url}/admin${articles}/${article}?plugins[i18n][locale]=vi`);
    await page.getByRole('button', { name: 'Thao tác khác' }).first().click();
    await page.getByRole('menuitem', { name: /^Xóa.*\(vi\)/ }).click();
    await dialog().getByText('Chưa xóa được “Bài đang ghim”: 1 nội dung đang dùng.').waitFor();
    await dialog().getByRole('listitem').filter({ hasText: 'Tin ghim thử – Bài đang ghim' }).waitFor();
    await dialog().getByText('Hãy gỡ nó khỏi những nội dung ấy trước.').waitFor();
    await entered(dialog());
    await screenshot(page, 'delete-language-used');
    await dialog().getByRole('button', { name: 'Đóng' }).last().click();
    expect(await page.locator('input[name=title]').inputValue()).toBe('Bài đang ghim');
  });

  it('shows the list after a deletion, and no fault', async () => {
    const documentId = await category('Xóa êm');
    await openDeletion(documentId);
    const faults: string[] = [];
    page.on('response', (response) => {
      if (response.status() >= 400) faults.push(response.url());
    });
    await dialog().getByRole('button', { name: 'Xóa', exact: true }).click();
    await page.waitForURL((url) => url.pathname.endsWith('/plugin::newsroom.category'));
    await page.getByRole('row').filter({ hasText: 'kinh-te-moi' }).waitFor();
    expect(faults).toEqual([]);
  });
});
