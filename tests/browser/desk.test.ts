import type { Page } from 'playwright-core';
import { screenshot } from '../helpers/browser';
import { openPanel, type Panel } from '../helpers/panel';

const ARTICLES = '/admin/content-manager/collection-types/plugin::newsroom.article';

describe('the desk in the panel', () => {
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

  it('tells the second of two editors whose change came between, and loses neither text', async () => {
    const other = await page.context().newPage();
    await open(page);
    await open(other);
    await title(page).fill('Tiêu đề của Lan');
    await save(page);
    await page.getByText('Đã lưu', { exact: true }).first().waitFor();

    await title(other).fill('Tiêu đề của Minh');
    await save(other);
    await other.getByRole('heading', { name: 'Có bản mới hơn' }).waitFor();
    await other.getByText('Khác nhau ở: Tiêu đề.').waitFor();
    await screenshot(other, 'conflict');
    await other.getByRole('button', { name: 'Tiếp tục với bản của tôi' }).click();
    expect(await title(other).inputValue()).toBe('Tiêu đề của Minh');
    await save(other);
    await other.getByText('Đã lưu', { exact: true }).first().waitFor();
    await other.close();
  });

  it('shows who did what, and brings an earlier version back', async () => {
    await open(page);
    expect(await title(page).inputValue()).toBe('Tiêu đề của Minh');
    const history = page.getByRole('button', { name: 'Xem bản này' });
    await history.nth(1).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Tiêu đề của Lan').waitFor();
    await screenshot(page, 'version');
    await dialog.getByRole('button', { name: 'Khôi phục bản này' }).click();
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('input[name=title]')?.value === 'Tiêu đề của Lan',
    );
  });

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

  it('shows what readers see, withdraws with a notice, and shows the article again', async () => {
    await open(page);
    await page.getByRole('heading', { name: 'Bạn đọc thấy gì' }).waitFor();
    await page.getByText(/^Đang hiện, từ /).waitFor();
    await page.getByRole('button', { name: 'Rút bài', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Lý do').fill('Số liệu ở đoạn hai chưa được kiểm chứng.');
    await page.waitForTimeout(500); // The dialog comes in slowly.
    await screenshot(page, 'withdraw');
    await dialog.getByRole('button', { name: 'Rút bài ngay' }).click();
    await page.getByText(/^Đã rút lúc /).waitFor();
    await screenshot(page, 'withdrawn');
    const { data } = (await (await fetch(`${url}/api/portal/v1/articles?limit=50`)).json()) as {
      data: { id: string }[];
    };
    expect(data.map(({ id }) => id)).not.toContain(article.split('/').at(-1));
    await page.getByRole('button', { name: 'Đăng lại bài đã rút' }).click();
    await page.getByText(/^Đang hiện, từ /).waitFor();
  });
});
