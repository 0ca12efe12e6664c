import type { Page } from 'playwright-core';
import { screenshot } from '../helpers/browser';
import { hire } from '../helpers/hire';
import { openPanel, type Panel } from '../helpers/panel';
import { ADMIN } from '../helpers/sample-newsroom';
import { post } from '../helpers/sign-in';

const CM = '/content-manager/collection-types';
const ARTICLES = `${CM}/plugin::newsroom.article`;
const CATEGORIES = `${CM}/plugin::newsroom.category`;
const REDIRECTS = `${CM}/plugin::newsroom.redirect`;
const AGENCY = 'Sở Xây dựng';

type Node = {
  nodeId: string;
  parentId?: string;
  ignored: boolean;
  role?: { value: string };
  name?: { value: string };
  description?: { value: string };
  properties?: { name: string; value: { value?: unknown } }[];
};

describe('editing in the panel', () => {
  let panel: Panel;
  let page: Page;
  let ask: <Data>(method: string, path: string, data?: object, base?: number) => Promise<Data>;

  beforeAll(async () => {
    panel = await openPanel();
    ({ page } = panel);
    const login = post({ email: ADMIN.ADMIN_EMAIL, password: ADMIN.ADMIN_PASSWORD });
    const signedIn = (await (await fetch(`${panel.url}/admin/login`, login)).json()) as { data: { token: string } };
    const headers = { Authorization: `Bearer ${signedIn.data.token}` };
    ask = async (method, path, data, base = 0) => {
      const request = data ? post(data, { ...headers, 'X-Desk-Base': String(base) }) : { headers };
      return (await fetch(panel.url + path, { ...request, method })).json();
    };
  });
  afterAll(() => panel?.close());

  const made = async (address: string, data: object) =>
    (await ask<{ data: { documentId: string } }>('POST', address, data)).data.documentId;
  const button = (name: string, of = page) => of.getByRole('button', { name, exact: true });
  const dialog = (of = page) => of.getByRole('dialog');
  async function open(of: Page, address: string): Promise<void> {
    await of.goto(`${panel.url}/admin${address}`);
    await of.locator('form').waitFor();
    // The form is filled once more when Strapi knows the type.
    await of.waitForLoadState('networkidle');
  }

  it('does not delete a language in which something is written, and says what is', async () => {
    await page.goto(`${panel.url}/admin/settings/internationalization`);
    const row = page.getByRole('row').filter({ hasText: 'English' });
    await made(`${ARTICLES}?locale=en`, { title: 'Written in English' });
    await row.getByRole('button', { name: /^Xóa/ }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Xác nhận' }).click();
    await page.getByText(/Ngôn ngữ “English.*” còn \d+ mục nội dung\. Hãy xóa các mục ấy/).waitFor();
    await screenshot(page, 'language-in-use');
    await row.waitFor();
  });

  it('writes a language again that was deleted', async () => {
    const documentId = await made(`${ARTICLES}?locale=vi`, { title: 'Hai thứ tiếng' });
    const address = `${ARTICLES}/${documentId}?locale=en`;
    await ask('PUT', address, { title: 'Two languages' });
    const english = `${ARTICLES}/${documentId}?plugins[i18n][locale]=en`;
    await open(page, english);
    await button('Thao tác khác').first().click();
    await page.getByRole('menuitem', { name: 'Xóa bản English (en)' }).click();
    await dialog().getByText('khôi phục được từ Thùng rác').waitFor();
    await dialog().getByRole('button', { name: 'Xóa', exact: true }).click();
    await page.waitForURL((url) => url.pathname.endsWith('/plugin::newsroom.article'));
    await open(page, english);
    await page.locator('input[name=title]').fill('Two languages again');
    const saved = page.waitForResponse((response) => response.request().method() === 'PUT');
    await button('Lưu').click();
    expect((await saved).status()).toBe(200);
    const { data } = await ask<{ data: { title: string; revision: number } }>('GET', address);
    expect([data.title, data.revision]).toEqual(['Two languages again', 3]);
  });

  it('copies an article, and fills a language from another, without address and times', async () => {
    const source = {
      title: 'Bài gốc',
      publishedOn: '2026-01-05T01:00:00.000Z',
      legacyUrl: 'https://cu.example.vn/bai-goc.html',
    };
    const documentId = await made(`${ARTICLES}?locale=vi`, source);
    const vietnamese = `${ARTICLES}/${documentId}?plugins[i18n][locale]=vi`;
    await open(page, vietnamese.replace('=vi', '=en'));
    await button('Điền từ bản ngôn ngữ khác').click();
    await page.getByRole('alertdialog').getByRole('combobox', { name: 'Ngôn ngữ' }).click();
    await page.getByRole('option').first().click();
    await button('Có, điền vào').click();
    await page.locator('input[name=title]').and(page.locator('[value="Bài gốc"]')).waitFor();
    const values = ['slug', 'publishedOn', 'publishedOn-time'].map((name) =>
      page.locator(`input[name=${name}]`).inputValue(),
    );
    expect(await Promise.all(values)).toEqual(['', '', '']);

    await open(page, vietnamese.replace(documentId, `clone/${documentId}`));
    await page.locator('input[name=title]').fill('Bài chép');
    const cloned = page.waitForResponse((response) => response.url().includes(`/clone/${documentId}`));
    await button('Lưu').click();
    const copy = ((await (await cloned).json()) as { data: { documentId: string } }).data.documentId;
    type Article = { title: string; slug: string; publishedOn: string | null; legacyUrl: string | null };
    const { data } = await ask<{ data: Article }>('GET', `${ARTICLES}/${copy}?locale=vi`);
    expect(data).toMatchObject({ title: 'Bài chép', slug: 'bai-chep', publishedOn: null, legacyUrl: null });
    expect(copy).not.toBe(documentId);
  });

  it('saves the dialog of a relation by Ctrl+S, and not the form behind it', async () => {
    const category = await made(CATEGORIES, { name: 'Mục trong hộp' });
    const link = { connect: [{ documentId: category }] };
    const article = await made(`${ARTICLES}?locale=vi`, { title: 'Bài ở sau', category: link });
    await open(page, `${ARTICLES}/${article}?plugins[i18n][locale]=vi`);
    await page.locator('input[name=title]').fill('Bài ở sau, chưa lưu');
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'PUT') sent.push(new URL(request.url()).pathname);
    });
    await page.getByRole('button', { name: 'Mục trong hộp' }).first().click();
    await dialog().locator('input[name=nameEn]').fill('In the dialog');
    const saved = page.waitForResponse((response) => response.request().method() === 'PUT');
    await page.keyboard.press('Control+s');
    expect((await saved).status()).toBe(200);
    // Nothing more to save: the shortcut does not reach the form behind.
    await dialog().getByRole('button', { name: 'Lưu', exact: true, disabled: true }).waitFor();
    await page.keyboard.press('Control+s');
    await page.waitForLoadState('networkidle');
    expect(sent).toEqual([`${CATEGORIES}/${category}`]);
    const found = await ask<{ data: { nameEn: string } }>('GET', `${CATEGORIES}/${category}`);
    expect(found.data.nameEn).toBe('In the dialog');
    const { data } = await ask<{ data: { title: string } }>('GET', `${ARTICLES}/${article}?locale=vi`);
    expect(data.title).toBe('Bài ở sau');

    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    expect(await page.locator('input[name=title]').inputValue()).toBe('Bài ở sau, chưa lưu');
    const own = page.waitForResponse((response) => response.request().method() === 'PUT');
    await page.locator('input[name=title]').focus();
    await page.keyboard.press('Control+s');
    expect((await own).status()).toBe(200);
    expect(sent.at(-1)).toBe(`${ARTICLES}/${article}`);
  });

  it('lets the manager of the desk delete what the manager creates', async () => {
    const manager = await hire(panel, {
      name: 'Chánh',
      email: 'chanh@example.vn',
      role: 'desk-manager',
      agency: AGENCY,
    });
    await open(manager, `${REDIRECTS}/create`);
    await manager.locator('input[name=from]').fill('/trang-se-xoa');
    await manager.locator('input[name=to]').fill('/tin-tuc');
    await button('Lưu', manager).click();
    await manager.waitForURL(/\/[a-z0-9]{24}(\?|$)/);
    await manager.waitForLoadState('networkidle');
    await button('Thao tác khác', manager).first().click();
    await manager.getByRole('menuitem', { name: 'Xóa mục' }).click();
    await dialog(manager).getByRole('button', { name: 'Xóa', exact: true }).click();
    await manager.waitForURL((url) => url.pathname.endsWith('/plugin::newsroom.redirect'));
    await manager.getByRole('heading', { name: 'Chuyển hướng' }).first().waitFor();
    expect(await manager.getByText('/trang-se-xoa').count()).toBe(0);
    await manager.context().close();
  });

  it('offers publishing to those who may, and to others nothing that they may not do', async () => {
    const reporter = await hire(panel, { name: 'Hà', email: 'ha@example.vn', role: 'desk-reporter', agency: AGENCY });
    await open(reporter, `${ARTICLES}/create?plugins[i18n][locale]=vi`);
    await reporter.locator('input[name=title]').fill('Bài của phóng viên');
    await button('Lưu', reporter).click();
    await reporter.waitForURL(/\/[a-z0-9]{24}(\?|$)/);
    await reporter.waitForLoadState('networkidle');
    await button('Lưu', reporter).waitFor();
    expect(await button('Xuất bản', reporter).count()).toBe(0);
    await screenshot(reporter, 'reporter-form');
    const form = new URL(reporter.url());
    await reporter.context().close();
    await page.goto(form.href);
    await button('Xuất bản').waitFor();
  });

  it('says at its field what cannot be', async () => {
    await open(page, `${ARTICLES}/create?plugins[i18n][locale]=vi`);
    await page.locator('input[name=title]').fill('Hết hạn trước khi đăng');
    await page.locator('input[name=publishedOn]').fill('05/12/2030');
    await page.locator('input[name=publishedOn-time]').fill('7h');
    await page.locator('input[name=expiresOn]').fill('04/12/2030');
    await page.locator('input[name=expiresOn-time]').fill('7h');
    await button('Lưu').click();
    const field = page.getByRole('group', { name: 'Ngày giờ hết hạn' });
    await page.getByText('“Ngày giờ hết hạn” phải sau “Ngày giờ đăng”').first().waitFor();
    expect(await field.locator('input[name=expiresOn]').getAttribute('aria-invalid')).toBe('true');
    expect(await page.locator('input[name=title]').inputValue()).toBe('Hết hạn trước khi đăng');
  });

  it('tells a screen reader the name, the meaning and the error of a day and a time', async () => {
    await open(page, `${ARTICLES}/create?plugins[i18n][locale]=vi`);
    const client = await page.context().newCDPSession(page);
    await client.send('Accessibility.enable');
    const tree = async () => ((await client.send('Accessibility.getFullAXTree')) as { nodes: Node[] }).nodes;
    const isNamed = (role: string, name: string) => (node: Node) =>
      !node.ignored && node.role?.value === role && node.name?.value === name;
    const property = (node: Node, name: string) => node.properties?.find((one) => one.name === name)?.value.value;
    const boxes = (nodes: Node[]) => {
      const find = (role: string, name: string) => {
        const found = nodes.filter(isNamed(role, name));
        expect([role, name, found.length]).toEqual([role, name, 1]);
        return found[0]!;
      };
      return {
        group: find('group', 'Ngày giờ đăng'),
        day: find('textbox', 'Ngày giờ đăng'),
        time: find('textbox', 'Ngày giờ đăng: giờ Việt Nam, +07:00'),
        calendar: nodes.find((node) => node.role?.value === 'button' && node.name?.value.endsWith('(Ngày giờ đăng)')),
      };
    };
    /** The polite region that says the text: what is announced when it changes. */
    const announced = (nodes: Node[], text: RegExp) => {
      const isText = (node: Node) => node.role?.value === 'StaticText' && text.test(node.name?.value ?? '');
      const byId = new Map(nodes.map((node) => [node.nodeId, node]));
      let node = nodes.find(isText);
      while (node && property(node, 'live') !== 'polite') node = byId.get(node.parentId ?? '');
      return node !== undefined;
    };

    const day = page.locator('input[name=publishedOn]');
    await day.fill('05/12/2030');
    await page.locator('input[name=publishedOn-time]').fill('7h30');
    const meaning = /Thứ Năm, 05\/12\/2030 — .*7 giờ 30 sáng/;
    await page.getByText(meaning).waitFor();
    const read = await tree();
    const { group, day: dayBox, time, calendar } = boxes(read);
    expect([dayBox.description?.value, time.description?.value]).toEqual([
      expect.stringMatching(meaning),
      expect.stringMatching(meaning),
    ]);
    expect(dayBox.description?.value).toContain('Để trống: lúc bấm Xuất bản.');
    expect([property(dayBox, 'invalid'), property(time, 'invalid'), calendar]).toEqual([
      'false',
      'false',
      expect.anything(),
    ]);
    expect([group.role?.value, announced(read, meaning)]).toEqual(['group', true]);

    await day.fill('31/02/2030');
    await page.locator('input[name=title]').focus();
    const problem = /31\/02\/2030/;
    await page.locator('[aria-live=polite]').filter({ hasText: problem }).waitFor();
    const wrong = await tree();
    const marked = boxes(wrong);
    expect([property(marked.day, 'invalid'), marked.day.description?.value]).toEqual([
      'true',
      expect.stringMatching(problem),
    ]);
    expect(property(marked.time, 'invalid')).toBe('false');
    expect(announced(wrong, problem)).toBe(true);

    await day.fill('05/12/2030');
    await page.getByRole('button', { name: /\(Ngày giờ đăng\)$/ }).press('Enter');
    await page.getByRole('grid').waitFor();
    const opened = await tree();
    expect(opened.filter(isNamed('dialog', 'Lịch: Ngày giờ đăng'))).toHaveLength(1);
    const days = opened.filter(
      (node) => node.role?.value === 'button' && /ngày 0?5 tháng 12.*2030/.test(node.name?.value ?? ''),
    );
    expect(days.map((node) => node.name?.value)).toEqual([expect.stringMatching(/thứ năm/i)]);
  });
});
