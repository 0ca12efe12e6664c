import type { Locator, Page, Request } from 'playwright-core';
import sharp from 'sharp';
import { axeViolations, entered, openPage, screenshot, settled } from '../helpers/browser';
import { hire } from '../helpers/hire';
import { openPanel, type Panel } from '../helpers/panel';
import { ADMIN } from '../helpers/sample-newsroom';
import { PASSWORD, post } from '../helpers/sign-in';

const ARTICLE = 'content-manager/collection-types/plugin::newsroom.article';
const TITLE = 'Thông xe cầu vượt sông Mã';
const PHOTO = 'cầu.jpg';

/** A picture: from an editor's telephone to the page that says who made it; and what its replacement or deletion asks. */
describe('a picture in the panel', () => {
  let panel: Panel;
  let page: Page;
  let photo: Buffer;

  beforeAll(async () => {
    panel = await openPanel();
    ({ page } = panel);
    const image = { width: 1600, height: 900, channels: 3 as const, background: '#1d5f75' };
    photo = await sharp({ create: image }).jpeg().toBuffer();
  });
  afterAll(() => panel?.close());

  const press = (name: string | RegExp, within: Page | Locator = page) =>
    within.getByRole('button', { name, exact: true }).click();

  /** Asserts that the file inputs that are there now name their types, and not HEIC: a telephone then converts by itself. */
  async function expectConvertible(of: Page): Promise<void> {
    await of.locator('input[type=file][accept]').first().waitFor({ state: 'attached' });
    const accepted = await of
      .locator('input[type=file]')
      .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).accept));
    // One that takes a document alone asks for no picture.
    for (const accept of accepted) expect(accept).toMatch(/^(?!.*(?:\*|hei[cf])).*(?:image\/jpeg|application\/pdf)/);
  }

  it('is uploaded from an article, and no file input asks a telephone for HEIC', async () => {
    await page.goto(`${panel.url}/admin/plugins/upload`);
    await page.getByText('Bãi biển (minh họa).jpg').first().click();
    await page.getByRole('button', { name: 'Thay tệp này' }).waitFor();
    await expectConvertible(page);
    // Its form, too, saves what is said of a file, once it is said why.
    await page.getByRole('textbox', { name: 'Chú thích' }).fill('Tranh minh họa.');
    await press('Lưu thay đổi');
    const uses = page.getByRole('dialog', { name: 'Tệp đang được dùng' });
    await uses.getByLabel('Lý do (bắt buộc)').fill('Thêm chú thích.');
    await press('Sửa tệp', uses);
    await page.getByText('Đã lưu', { exact: true }).first().waitFor();

    await page.goto(`${panel.url}/admin/${ARTICLE}/create?plugins[i18n][locale]=vi`);
    await page.locator('input[name=title]').waitFor();
    await page.waitForLoadState('networkidle');
    await page.locator('input[name=title]').fill(TITLE);
    // The dialog of a media field, and that of the body.
    await page
      .getByRole('button', { name: /^Bấm để chọn tệp/ })
      .first()
      .click();
    await press('Thêm tệp khác', page.getByRole('dialog'));
    await expectConvertible(page);
    await press('Hủy', page.getByRole('dialog'));
    await page.getByRole('dialog').getByRole('button', { name: 'Thêm tệp khác' }).waitFor();
    await press('Hủy', page.getByRole('dialog'));
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    await page.locator('.ProseMirror').click();
    await page.keyboard.type('Sáng nay, cầu vượt sông Mã thông xe.');
    await press('Chèn hình ảnh');
    await press('Thêm tệp khác', page.getByRole('dialog'));
    await expectConvertible(page);
    await page.locator('input[type=file]').setInputFiles({ name: PHOTO, mimeType: 'image/jpeg', buffer: photo });
    await press('Tải 1 tệp lên thư viện');
    await page.getByRole('checkbox', { name: new RegExp(PHOTO) }).click();
    await press('Hoàn tất');
    await page.getByRole('figure', { name: 'Hình ảnh' }).waitFor();
  });

  it('has its credit and licence set beside the article, which offer themselves to its figure', async () => {
    const figure = page.getByRole('figure', { name: 'Hình ảnh' });
    await page.getByText('Chưa ghi tác giả').waitFor();
    await press('Ghi tác giả');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Tác giả / nguồn ảnh').fill('Minh Hằng');
    await dialog.getByRole('combobox', { name: 'Giấy phép' }).fill('CC BY 4.0');
    await entered(dialog);
    await screenshot(page, 'picture-credit-dialog');
    expect(await axeViolations(page, '[role=dialog]')).toEqual([]);
    await press('Lưu vào tệp', dialog);
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('listitem', { name: PHOTO }).getByText('Minh Hằng').waitFor();
    await figure.getByPlaceholder('Theo tệp: Minh Hằng').waitFor();
    await figure.getByLabel('Chú thích').fill('Xe qua cầu trong buổi sáng đầu tiên.');
    await figure.getByLabel('Mô tả ảnh cho người khiếm thị').fill('Dòng xe trên cầu vượt mới.');
    await screenshot(page, 'picture-credit');
  });

  it('is shown with both on the portal, also on a telephone of 360 px', async () => {
    await press('Lưu');
    await page.getByText('Đã lưu', { exact: true }).first().waitFor();
    await page.getByRole('heading', { name: 'Lịch sử' }).waitFor();
    await page.waitForLoadState('networkidle');
    await press('Tự duyệt và xuất bản');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('Trực một mình.');
    await press('Xuất bản', dialog);
    await page.getByText('Đã xuất bản', { exact: true }).first().waitFor();

    for (const [width, name] of [
      [1280, 'picture-on-the-portal'],
      [360, 'picture-on-the-portal-phone'],
    ] as const) {
      const { page: reader, faults } = await openPage(panel.browser, { viewport: { width, height: 900 } });
      await reader.goto(panel.url);
      await reader.getByRole('link', { name: TITLE }).first().click();
      await reader.getByRole('heading', { level: 1, name: TITLE }).waitFor();
      await settled(reader);
      expect(await reader.locator('main figcaption').innerText()).toMatch(
        /^Xe qua cầu trong buổi sáng đầu tiên\.\s*Ảnh: Minh Hằng\s*\(CC BY 4\.0\)$/,
      );
      expect(await reader.evaluate(() => document.scrollingElement!.scrollWidth)).toBeLessThanOrEqual(width);
      expect(await axeViolations(reader)).toEqual([]);
      await screenshot(reader, name);
      expect(faults).toEqual([]);
      await reader.context().close();
    }
  });

  it('belongs to the agency that is chosen in the form of its article, or else to the article’s', async () => {
    const isUpload = (request: Request) => request.method() === 'POST' && new URL(request.url()).pathname === '/upload';
    async function headersOfUpload(): Promise<Record<string, string>> {
      await press('Chèn hình ảnh');
      await press('Thêm tệp khác', page.getByRole('dialog'));
      await page.locator('input[type=file]').setInputFiles({ name: PHOTO, mimeType: 'image/jpeg', buffer: photo });
      const sent = page.waitForRequest(isUpload);
      await press('Tải 1 tệp lên thư viện');
      return (await sent).headers();
    }
    await page.goto(`${panel.url}/admin/${ARTICLE}/create?plugins[i18n][locale]=vi`);
    await page.locator('input[name=title]').waitFor();
    await page.waitForLoadState('networkidle');
    const agency = page.getByRole('combobox', { name: 'Cơ quan phụ trách nội dung' });
    await agency.click();
    await agency.pressSequentially('Sở Xây');
    await page.getByRole('option', { name: 'Sở Xây dựng' }).click();
    expect(await headersOfUpload()).toMatchObject({ 'x-desk-agency': expect.stringMatching(/^[a-z0-9]{24}$/) });

    await page.goto(`${panel.url}/admin/${ARTICLE}`);
    await page.getByText(TITLE).first().click();
    await page.getByRole('heading', { name: 'Lịch sử' }).waitFor();
    await page.waitForLoadState('networkidle');
    const { pathname } = new URL(page.url());
    expect(await headersOfUpload()).toMatchObject({
      'x-desk-document': `plugin::newsroom.article ${pathname.split('/').at(-1)}`,
    });
  });

  async function tokenOf(email: string, password: string): Promise<string> {
    const answer = await fetch(`${panel.url}/admin/login`, post({ email, password }));
    return ((await answer.json()) as { data: { token: string } }).data.token;
  }
  async function ask(token: string, path: string, data: object, headers: Record<string, string> = {}) {
    const override = { 'X-Desk-Override': 'mot-minh', Authorization: `Bearer ${token}`, ...headers };
    const answer = await fetch(panel.url + path, post(data, override));
    const text = await answer.text();
    expect([path, answer.ok, text]).toEqual([path, true, text]);
    return (JSON.parse(text) as { data: { id: number; documentId: string } }).data;
  }

  it('is found in its folder, by a search and by filters, and no request of the library is refused', async () => {
    const refused: string[] = [];
    const asked: string[] = [];
    page.on('response', (answer) => {
      const { pathname, search } = new URL(answer.url());
      if (!/^\/upload\/(files|folders|folder-structure)/.test(pathname)) return;
      asked.push(decodeURIComponent(pathname + search));
      if (answer.status() >= 400) refused.push(`${answer.status()} ${pathname}${search}`);
    });
    const manager = await tokenOf(ADMIN.ADMIN_EMAIL, ADMIN.ADMIN_PASSWORD);
    const above = await ask(manager, '/upload/folders', { name: 'Giao thông', parent: null });
    const folder = await ask(manager, '/upload/folders', { name: 'Cầu đường', parent: above.id });
    const file = await (
      await fetch(`${panel.url}/upload/files?filters[name]=${encodeURIComponent(PHOTO)}`, {
        headers: { Authorization: `Bearer ${manager}` },
      })
    ).json();
    const [{ id }] = (file as { results: [{ id: number }] }).results;
    const moved = { fileIds: [id], folderIds: [], destinationFolderId: folder.id };
    await ask(manager, '/upload/actions/bulk-move', moved, { 'X-Desk-Reason': 'sap-xep' });

    await page.goto(`${panel.url}/admin/plugins/upload`);
    await page.getByText('Giao thông', { exact: true }).first().dblclick();
    await page.getByText('Cầu đường', { exact: true }).first().dblclick();
    await page.getByText(PHOTO).first().waitFor();
    await screenshot(page, 'library-folder');
    await page.goto(`${page.url()}&_q=${encodeURIComponent('cầu')}&sort=createdAt:ASC`);
    await page.getByText(PHOTO).first().waitFor();
    expect(refused).toEqual([]);
    for (const part of ['populate[parent]', 'filters[$and][0][parent][id]', 'filters[$and][0][folder][id]', '_q=']) {
      expect(asked).toContainEqual(expect.stringContaining(part));
    }
  });

  describe('that is deleted', () => {
    const FOREIGN = 'Bài của cơ quan khác';
    let approver: Page;

    beforeAll(async () => {
      const post = { name: 'Minh Châu', email: 'chau@example.vn', role: 'desk-approver', agency: 'Sở Xây dựng' };
      approver = await hire(panel, post);
      const own = await tokenOf(post.email, PASSWORD);
      const [shown] = [await upload(own, 'dùng chung.jpg'), await upload(own, 'không dùng.jpg')];
      const manager = await tokenOf(ADMIN.ADMIN_EMAIL, ADMIN.ADMIN_PASSWORD);
      const { documentId } = await ask(manager, `/${ARTICLE}?locale=vi`, { title: FOREIGN, cover: shown });
      await ask(manager, `/${ARTICLE}/${documentId}/actions/publish?locale=vi`, {}, { 'X-Desk-Base': '1' });
      await approver.goto(`${panel.url}/admin/plugins/upload`);
    });

    async function upload(token: string, name: string): Promise<{ id: number }> {
      const body = new FormData();
      body.append('files', new Blob([new Uint8Array(photo)], { type: 'image/jpeg' }), name);
      body.append('fileInfo', JSON.stringify({ name }));
      const headers = { Authorization: `Bearer ${token}` };
      const answer = await fetch(`${panel.url}/upload`, { method: 'POST', headers, body });
      return ((await answer.json()) as [{ id: number }])[0];
    }
    async function remove(name: string): Promise<void> {
      await approver.getByText(name).first().click();
      await press('Xóa tệp này', approver);
      await press('Xác nhận', approver.getByRole('alertdialog'));
    }
    const uses = () => approver.getByRole('dialog', { name: 'Tệp đang được dùng' });

    it('goes at once where nothing uses it', async () => {
      await remove('không dùng.jpg');
      await approver.getByText('không dùng.jpg').first().waitFor({ state: 'detached' });
      expect(await uses().count()).toBe(0);
      await screenshot(approver, 'file-unused-deleted');
    });

    it('stays while anything uses it, and says what', async () => {
      await remove('dùng chung.jpg');
      await uses().getByText(`${FOREIGN} (đã đăng)`).waitFor();
      await screenshot(approver, 'file-uses');
      expect(await axeViolations(approver, 'dialog')).toEqual([]);
      const { x, width } = (await uses().boundingBox())!;
      expect(Math.abs(x + width / 2 - 1440 / 2)).toBeLessThan(20);

      await uses()
        .getByText(/chưa xóa được/)
        .waitFor();
      expect(await uses().getByRole('button').allInnerTexts()).toEqual(['Đóng']);
      await press('Đóng', uses());
      await approver.getByText('Đã hủy: tệp vẫn như trước.').first().waitFor();
      await approver.reload();
      await approver.getByText('dùng chung.jpg').first().waitFor();
    });
  });
});
