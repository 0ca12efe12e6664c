import type { Page } from 'playwright-core';
import { axeViolations, entered, screenshot } from '../helpers/browser';
import { agencyNamed, hire } from '../helpers/hire';
import { openPanel, type Panel } from '../helpers/panel';
import { ADMIN } from '../helpers/sample-newsroom';
import { post } from '../helpers/sign-in';

const ARTICLES = '/content-manager/collection-types/plugin::newsroom.article';
const OFFICIALS = '/content-manager/collection-types/plugin::directory.official';

describe('the trash in the panel', () => {
  let panel: Panel;
  let page: Page;
  let ask: <Data>(method: string, path: string, data?: object) => Promise<Data>;

  beforeAll(async () => {
    panel = await openPanel();
    ({ page } = panel);
    const login = post({ email: ADMIN.ADMIN_EMAIL, password: ADMIN.ADMIN_PASSWORD });
    const signedIn = (await (await fetch(`${panel.url}/admin/login`, login)).json()) as { data: { token: string } };
    const headers = { Authorization: `Bearer ${signedIn.data.token}` };
    ask = async (method, path, data) =>
      (await fetch(panel.url + path, { ...(data ? post(data, headers) : { headers }), method })).json();
  });
  afterAll(() => panel?.close());

  const dialog = () => page.getByRole('dialog');
  const entry = (title: string) => page.getByRole('main').getByRole('listitem').filter({ hasText: title });
  const draft = async (data: object) =>
    (await ask<{ data: { documentId: string } }>('POST', `${ARTICLES}?locale=vi`, data)).data.documentId;
  const openTrash = async () => {
    await page.getByRole('link', { name: 'Thùng rác' }).click();
    await page.getByRole('heading', { name: 'Thùng rác' }).waitFor();
  };

  it('gives back what was just deleted, as a draft, by keyboard alone', async () => {
    const agency = { connect: [{ documentId: await agencyNamed(panel.url, 'Sở Xây dựng') }] };
    const documentId = await draft({ title: 'Xóa nhầm một bài', agency });
    await page.goto(`${panel.url}/admin${ARTICLES}/${documentId}?plugins[i18n][locale]=vi`);
    await page.getByRole('button', { name: 'Thao tác khác' }).first().click();
    await page.getByRole('menuitem', { name: 'Xóa mục' }).click();
    await dialog().getByText('khôi phục được từ Thùng rác').waitFor();
    await dialog().getByRole('button', { name: 'Xóa', exact: true }).click();
    await page.waitForURL((url) => url.pathname.endsWith('/plugin::newsroom.article'));

    await openTrash();
    const deleted = entry('Xóa nhầm một bài');
    await deleted.getByText('Bài viết · Tiếng Việt · Sở Xây dựng').waitFor();
    await deleted.getByText(/^\S.* xóa lúc \d/).waitFor();
    await deleted.getByText(/^Giữ đến \d/).waitFor();
    expect(await axeViolations(page, 'main')).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 900 });
    // The link of the menu keeps its tooltip.
    await page.getByRole('heading', { name: 'Thùng rác' }).click();
    await page.getByRole('tooltip').waitFor({ state: 'detached' });
    await screenshot(page, 'trash');

    await deleted.getByRole('button', { name: 'Xem' }).click();
    await dialog().getByText('Tiêu đề', { exact: true }).waitFor();
    await dialog()
      .getByText(/^Xóa: Quản trị, \d/)
      .waitFor();
    await entered(dialog());
    await screenshot(page, 'trash-view');
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });

    await deleted.getByRole('button', { name: 'Khôi phục' }).focus();
    await page.keyboard.press('Enter');
    await dialog().getByText('Bạn đọc chưa thấy').waitFor();
    await entered(dialog());
    expect(await axeViolations(page, '[role=dialog]')).toEqual([]);
    await screenshot(page, 'trash-restore');
    const restore = dialog().getByRole('button', { name: 'Khôi phục' });
    while (!(await restore.evaluate((button) => button === document.activeElement))) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('Đã khôi phục “Xóa nhầm một bài” thành bản nháp.').waitFor();
    expect(await deleted.count()).toBe(0);
    await page.getByRole('link', { name: 'Mở mục đã khôi phục' }).click();
    await page.waitForURL((url) => url.pathname.endsWith(documentId));
    await page.locator('input[name=title]').waitFor();
    expect(await page.locator('input[name=title]').inputValue()).toBe('Xóa nhầm một bài');
    await page.getByText('Khôi phục từ thùng rác').waitFor();
  });

  it('offers another slug, says what is gone, and finds by title and type', async () => {
    const category = '/content-manager/collection-types/plugin::newsroom.category';
    const named = await ask<{ data: { documentId: string } }>('POST', category, { name: 'Mục tạm' });
    const data = { title: 'Trùng đường dẫn', slug: 'trung-duong-dan' };
    const documentId = await draft({ ...data, category: { connect: [{ documentId: named.data.documentId }] } });
    await ask('DELETE', `${ARTICLES}/${documentId}?locale=*`);
    await ask('DELETE', `${category}/${named.data.documentId}`);
    await draft(data);
    await page.goto(`${panel.url}/admin`);
    await openTrash();
    await page.getByRole('combobox', { name: 'Loại' }).click();
    await page.getByRole('option', { name: 'Bài viết' }).click();
    await entry('Mục tạm').waitFor({ state: 'detached' });
    await page.getByPlaceholder('Tìm theo tiêu đề, có dấu hay không').fill('trung duong');
    await entry('Trùng đường dẫn').getByRole('button', { name: 'Khôi phục' }).click();
    await dialog().getByRole('button', { name: 'Khôi phục' }).click();
    await dialog().getByRole('alert').getByText('“Đường dẫn” đã có ở một bài viết khác').waitFor();
    const slug = dialog().getByRole('textbox', { name: 'Đường dẫn' });
    expect(await slug.inputValue()).toBe('trung-duong-dan-2');
    await entered(dialog());
    await screenshot(page, 'trash-slug-taken');
    await slug.fill('trung-ma-khac');
    await dialog().getByRole('button', { name: 'Khôi phục' }).click();
    await page.getByRole('status').getByText('Không còn để gắn lại: Chuyên mục (Mục tạm).').waitFor();
    await screenshot(page, 'trash-restored');
    await page.getByText('Không có mục nào như vậy trong thùng rác.').waitFor();
    const found = await ask<{ data: { slug: string } }>('GET', `${ARTICLES}/${documentId}?locale=vi`);
    expect(found.data.slug).toBe('trung-ma-khac');
  });

  it('deletes for good for a reason, fits a phone, and offers that to nobody else', async () => {
    const official = await ask<{ data: { documentId: string } }>('POST', OFFICIALS, { name: 'Người muốn được quên' });
    await ask('DELETE', `${OFFICIALS}/${official.data.documentId}`);
    const reporter = { name: 'Phóng viên', email: 'pv@example.vn', role: 'desk-reporter', agency: 'Sở Xây dựng' };
    const theirs = await hire(panel, reporter);
    await theirs.goto(`${panel.url}/admin/plugins/publishing-desk/trash`);
    await theirs.getByText('Người muốn được quên').waitFor();
    expect(await theirs.getByRole('button', { name: 'Xóa hẳn' }).count()).toBe(0);
    await theirs.context().close();

    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`${panel.url}/admin/plugins/publishing-desk/trash`);
    const erase = entry('Người muốn được quên').getByRole('button', { name: 'Xóa hẳn' });
    await erase.waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await screenshot(page, 'trash-phone');
    await erase.click();
    const confirm = dialog().getByRole('button', { name: 'Xóa hẳn' });
    expect(await confirm.isDisabled()).toBe(true);
    await dialog().getByRole('textbox', { name: 'Lý do' }).fill('Theo đơn đề nghị.');
    await entered(dialog());
    await screenshot(page, 'trash-erase-phone');
    await confirm.click();
    await page.getByRole('status').getByText('Đã xóa hẳn “Người muốn được quên”.').waitFor();
    expect(await entry('Người muốn được quên').count()).toBe(0);
  });
});
