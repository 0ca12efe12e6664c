import type { Page } from 'playwright-core';
import { screenshot } from '../helpers/browser';
import { openPanel, type Panel } from '../helpers/panel';
import { ADMIN } from '../helpers/sample-newsroom';

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
  /** Saves, and returns the revision that the request is based on. */
  async function sent(): Promise<number> {
    const request = page.waitForRequest((one) => one.method() === 'PUT');
    await save(page);
    return Number((await request).headers()['x-desk-base']);
  }
  const shows = (of: Page, text: string) =>
    of.waitForFunction((words) => document.querySelector<HTMLInputElement>('input[name=title]')?.value === words, text);
  const isThis = ({ pathname }: URL) => pathname === new URL(article).pathname.replace('/admin', '');
  /** Again, where the form was filled anew between the selection of what is replaced and the text that replaces it. */
  async function type(text: string): Promise<void> {
    do await title(page).fill(text);
    while ((await title(page).inputValue()) !== text);
  }
  async function open(of: Page): Promise<void> {
    await of.goto(article);
    await title(of).waitFor();
    await of.getByRole('heading', { name: 'Lịch sử' }).waitFor();
    // The form is filled once more when Strapi knows the type.
    await of.waitForLoadState('networkidle');
  }

  /**
   * Lets requests for the article wait by their method until it is told to go on, and refuses saves. Whoever reads the article again
   * finds what somebody else wrote, for which Strapi's form throws away what was typed.
   */
  async function hold(method: 'GET' | 'PUT', isRefused: boolean) {
    let isAsked = false;
    let goOn = () => {};
    const isReleased = new Promise<void>((resolve) => (goOn = resolve));
    await page.route(isThis, async (route) => {
      const asked = route.request().method();
      if (asked === method) {
        isAsked = true;
        await isReleased;
      }
      if (asked === 'PUT') return isRefused ? route.abort() : route.continue();
      const response = await route.fetch();
      const read = (await response.json()) as { data: { revision: number } };
      const data = { ...read.data, title: 'Người khác vừa sửa', revision: read.data.revision + 1 };
      return route.fulfill({ response, json: { ...read, data } });
    });
    return {
      async untilAsked() {
        while (!isAsked) await page.waitForTimeout(50);
      },
      goOn: () => goOn(),
    };
  }

  it('keeps what was typed when a save is refused', async () => {
    await open(page);
    await title(page).fill('Gõ rồi bị từ chối');
    await page.route('**/content-manager/**', (route) =>
      route.request().method() === 'PUT' ? route.abort() : route.fallback(),
    );
    await save(page);
    await page.getByText(/^Mất kết nối với máy chủ: chưa lưu được/).waitFor();
    // Strapi's form shows what is stored for a moment.
    await shows(page, 'Gõ rồi bị từ chối');
    await screenshot(page, 'offline');
    await page.unrouteAll();
  });

  it('leaves what is typed back after a refused save', async () => {
    await open(page);
    const stored = await title(page).inputValue();
    await title(page).fill('Gõ rồi gõ lại như cũ');
    await page.route('**/content-manager/**', (route) =>
      route.request().method() === 'PUT' ? route.abort() : route.fallback(),
    );
    await save(page);
    await page.getByText(/^Mất kết nối với máy chủ: chưa lưu được/).waitFor();
    await page.waitForLoadState('networkidle');
    await shows(page, 'Gõ rồi gõ lại như cũ');
    await type(stored);
    await page.getByRole('button', { name: 'Lưu', exact: true, disabled: true }).waitFor();
    // A title that was put back would be there after a moment.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    expect(await title(page).inputValue()).toBe(stored);
    await page.unrouteAll();
  });

  it.each([
    ['a refused save and the moment in which the form is read again', 'GET', true],
    ['a save and the moment in which the form is read again', 'GET', false],
    ['a save and the answer that refuses it', 'PUT', true],
    ['a save and its answer', 'PUT', false],
  ] as const)('keeps what is typed between %s', async (_, method, isRefused) => {
    await open(page);
    await title(page).fill(`Gõ trước khi lưu ${method} ${isRefused}`);
    const held = await hold(method, isRefused);
    const base = await sent();
    await held.untilAsked();
    if (isRefused && method === 'GET') await page.getByText(/^Mất kết nối với máy chủ: chưa lưu được/).waitFor();
    await type(`Gõ thêm ${method} ${isRefused}`);
    // The connection is back later.
    await page.evaluate(() => {
      const { now } = Date;
      Date.now = () => now() + 30_000;
    });
    held.goOn();
    await page.getByRole('heading', { name: 'Người khác vừa sửa' }).waitFor();
    await shows(page, `Gõ thêm ${method} ${isRefused}`);
    await page.unrouteAll({ behavior: 'wait' });
    // What was refused is based on what was shown when it was typed.
    expect((await sent()) - base).toBe(isRefused ? 0 : 2);
  });

  it('bases a save on what is shown where a refused one was too long ago to be put back', async () => {
    await open(page);
    await title(page).fill('Gõ rồi bỏ lâu');
    const held = await hold('GET', true);
    const base = await sent();
    await held.untilAsked();
    await page.getByText(/^Mất kết nối với máy chủ: chưa lưu được/).waitFor();
    await page.evaluate(() => {
      const { now } = Date;
      Date.now = () => now() + 70_000;
    });
    held.goOn();
    await shows(page, 'Người khác vừa sửa');
    await page.unrouteAll({ behavior: 'wait' });
    await type('Gõ lại từ đầu');
    expect((await sent()) - base).toBe(1);
  });

  it('bases a save on what is shown where a conflict was left to itself', async () => {
    await open(page);
    await title(page).fill('Gõ trước xung đột');
    const held = await hold('GET', false);
    const base = await sent();
    await held.untilAsked();
    held.goOn();
    await page.getByRole('heading', { name: 'Người khác vừa sửa' }).waitFor();
    await page.unrouteAll({ behavior: 'wait' });
    await type('Gõ lúc xung đột');
    expect((await sent()) - base).toBe(2);
    await page.getByRole('heading', { name: 'Có bản mới hơn' }).waitFor();
    await page.getByRole('heading', { name: 'Gõ trước xung đột' }).waitFor();
    await type('Gộp bằng tay');
    expect((await sent()) - base).toBe(1);
  });

  it('keeps what was typed when the window is closed', async () => {
    await open(page);
    await title(page).fill('Gõ rồi đóng cửa sổ');
    await page.waitForFunction(() => Object.values(localStorage).some((kept) => kept.includes('đóng cửa sổ')));

    const later = await page.context().newPage();
    await open(later);
    await later.getByRole('heading', { name: 'Bản chưa lưu' }).waitFor();
    await screenshot(later, 'kept-text');
    await later.getByRole('button', { name: 'Đưa trở lại biểu mẫu' }).click();
    expect(await title(later).inputValue()).toBe('Gõ rồi đóng cửa sổ');
    await later.close();
  });

  it('keeps what was typed when the session has ended, and offers it after signing in', async () => {
    await open(page);
    await title(page).fill('Gõ lúc phiên đã hết');
    const ended = await page.evaluate(async () => {
      const [cookie] = document.cookie.split('; ').filter((one) => one.startsWith('jwtToken='));
      const token =
        decodeURIComponent(cookie?.split('=')[1] ?? '') || JSON.parse(localStorage.getItem('jwtToken') ?? '""');
      return (await fetch('/admin/logout', { method: 'POST', headers: { Authorization: `Bearer ${token}` } })).status;
    });
    expect(ended).toBe(200);
    await save(page);
    await page.getByText(/^Phiên làm việc đã hết/).waitFor();
    await page.locator('input[name=email]').fill(ADMIN.ADMIN_EMAIL);
    await screenshot(page, 'session-ended');
    await page.locator('input[name=password]').fill(ADMIN.ADMIN_PASSWORD);
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.locator('input[name=email]').waitFor({ state: 'detached' });
    await open(page);
    await page.getByRole('button', { name: 'Đưa trở lại biểu mẫu' }).click();
    await shows(page, 'Gõ lúc phiên đã hết');
  });
});
