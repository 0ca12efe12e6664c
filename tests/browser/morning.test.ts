import { setTimeout as pause } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import { clipboardOf } from '../../src/body/fixtures/pasted/read-fixture';
import { toPortalInstant } from '../../src/vietnamese';
import { entered, screenshot, settled } from '../helpers/browser';
import { hire } from '../helpers/hire';
import { openPanel, type Panel } from '../helpers/panel';

const ARTICLES = '/admin/content-manager/collection-types/plugin::newsroom.article';
const TITLE = 'Mở tuyến xe buýt ven sông Lam';
const MINUTE_MS = 60_000;

/** A morning at the desk: one article, from a Word document to its withdrawal. Each step begins where the last ended. */
describe('the workflow of an article', () => {
  let panel: Panel;
  let reporter: Page;
  let editor: Page;
  let approver: Page;
  let article: string;
  let slug: string;

  beforeAll(async () => {
    panel = await openPanel();
    const agency = 'Sở Xây dựng';
    reporter = await hire(panel, { name: 'Thu Hà', email: 'ha@example.vn', role: 'desk-reporter', agency });
    editor = await hire(panel, { name: 'Quốc Bảo', email: 'bao@example.vn', role: 'desk-editor', agency });
    approver = await hire(panel, {
      name: 'Minh Châu',
      email: 'chau@example.vn',
      role: 'desk-approver',
      agency: 'Ủy ban nhân dân tỉnh Thanh Hóa',
    });
  });
  afterAll(() => panel?.close());

  const title = (of: Page) => of.locator('input[name=title]');
  const press = (of: Page, name: string) => of.getByRole('button', { name, exact: true }).click();
  async function save(of: Page): Promise<void> {
    await press(of, 'Lưu');
    await of.getByText('Đã lưu', { exact: true }).first().waitFor();
  }
  async function begin(of: Page, text: string): Promise<void> {
    await of.goto(`${panel.url}${ARTICLES}/create?plugins[i18n][locale]=vi`);
    await title(of).waitFor();
    // The form is filled once more when Strapi knows the type.
    await of.waitForLoadState('networkidle');
    await title(of).fill(text);
  }
  async function open(of: Page): Promise<void> {
    await of.goto(article);
    await title(of).waitFor();
    await of.getByRole('heading', { name: 'Lịch sử' }).waitFor();
  }
  /** Opens a dialog, fills its one field, and does it. */
  async function say(of: Page, step: string, words: string, shot?: string): Promise<void> {
    await press(of, step);
    const dialog = of.getByRole('dialog');
    await dialog.getByRole('textbox').fill(words);
    await entered(dialog);
    if (shot) await screenshot(of, shot);
    await dialog.getByRole('button').last().click();
    await dialog.waitFor({ state: 'detached' });
  }
  async function filter(state: string): Promise<void> {
    await approver.getByRole('combobox', { name: 'Lọc theo việc duyệt' }).click();
    await approver.getByRole('option', { name: state }).click();
  }
  /** Loads the article's page until it shows a text: a browser keeps the contract's answer for its max-age. */
  async function read(text: Locator): Promise<void> {
    do {
      await reporter.goto(`${panel.url}/tin-tuc/${slug}`);
      await settled(reporter);
    } while (!(await text.isVisible()));
  }
  const api = (path: string) => fetch(`${panel.url}/api/portal/v1/articles/${path}`, { redirect: 'manual' });

  it('starts with a reporter who pastes from Word and submits it for review', async () => {
    await begin(reporter, TITLE);
    await reporter.locator('textarea[name=summary]').fill('Từ ngày 5 tháng 6, mỗi giờ một chuyến, từ sáng đến tối.');
    const body = reporter.locator('.ProseMirror');
    await body.click();
    await body.evaluate((element, html) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', html);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, clipboardOf('word'));
    await body.getByRole('heading', { name: 'Lộ trình' }).waitFor();
    await save(reporter);
    await reporter.getByRole('heading', { name: 'Duyệt nội dung' }).waitFor();
    article = reporter.url().split('?')[0]!;
    slug = await reporter.locator('input[name=slug]').inputValue();
    expect(slug).toBe('mo-tuyen-xe-buyt-ven-song-lam');
    await reporter.getByText('Đang soạn, chưa gửi duyệt.').waitFor();
    expect(await reporter.getByRole('button', { name: 'Xuất bản', exact: true }).count()).toBe(0);
    await say(reporter, 'Gửi duyệt', 'Đã đối chiếu lộ trình với quyết định.', 'send-for-review');
    await reporter.getByText('Đã gửi, đang chờ người duyệt.').waitFor();
    expect((await api(slug)).status).toBe(404);
  });

  it('goes to an editor, who finds it on the home page and sends it back', async () => {
    await editor.goto(`${panel.url}/admin`);
    await editor.getByText('Chờ tôi duyệt (1)').waitFor();
    await editor.waitForLoadState('networkidle');
    await screenshot(editor, 'waiting-for-me');
    await editor.getByRole('link', { name: TITLE }).click();
    await editor.getByText('“Đã đối chiếu lộ trình với quyết định.”').first().waitFor();
    await say(editor, 'Trả lại', 'Nêu rõ giá vé tháng và nơi mua vé.', 'send-back');
    await editor.getByText('Được trả lại để sửa.').waitFor();
  });

  it('goes back to the reporter, who corrects it and submits it again', async () => {
    await reporter.goto(`${panel.url}/admin`);
    await reporter.getByText('Trả lại tôi để sửa (1)').waitFor();
    await reporter.waitForLoadState('networkidle');
    await screenshot(reporter, 'sent-back-to-me');
    await open(reporter);
    await reporter.getByText('“Nêu rõ giá vé tháng và nơi mua vé.”').first().waitFor();
    await screenshot(reporter, 'sent-back');
    await reporter.locator('textarea[name=summary]').fill('Mỗi giờ một chuyến; vé tháng bán trên xe và tại bến.');
    await save(reporter);
    await say(reporter, 'Gửi duyệt', '');
    await reporter.getByText('Đã gửi, đang chờ người duyệt.').waitFor();
  });

  it('has a conflict of two saves: the second editor sees who saved first, and keeps the text', async () => {
    await open(reporter);
    await open(editor);
    await title(editor).fill(`${TITLE} từ tháng sáu`);
    await save(editor);
    await title(reporter).fill('Xe buýt ven sông Lam');
    await press(reporter, 'Lưu');
    await reporter.getByRole('heading', { name: 'Có bản mới hơn' }).waitFor();
    await reporter.getByText(/^Quốc Bảo đã lưu mục này lúc /).waitFor();
    await reporter.getByText('Khác nhau ở: Tiêu đề.').waitFor();
    await screenshot(reporter, 'conflict');
    await press(reporter, 'Tiếp tục với bản của tôi');
    expect(await title(reporter).inputValue()).toBe('Xe buýt ven sông Lam');
    await save(reporter);
  });

  it('restores an earlier version', async () => {
    await open(editor);
    expect(await title(editor).inputValue()).toBe('Xe buýt ven sông Lam');
    await editor.getByRole('button', { name: 'Xem bản này' }).nth(1).click();
    const dialog = editor.getByRole('dialog');
    await dialog.getByText(`${TITLE} từ tháng sáu`).waitFor();
    await entered(dialog);
    await screenshot(editor, 'version');
    await press(editor, 'Khôi phục bản này');
    await editor.waitForFunction(
      (text) => document.querySelector<HTMLInputElement>('input[name=title]')?.value === text,
      `${TITLE} từ tháng sáu`,
    );
  });

  it('is published under embargo, and shown by the portal from that second on', async () => {
    await approver.goto(`${panel.url}${ARTICLES}`);
    await filter('Chờ duyệt');
    await approver.getByRole('gridcell', { name: new RegExp(TITLE) }).waitFor();
    await approver.waitForLoadState('networkidle');
    await screenshot(approver, 'list-waiting');
    await open(approver);
    // The next full minute that leaves half a minute to get there.
    const instant = Math.ceil((Date.now() + MINUTE_MS / 2) / MINUTE_MS) * MINUTE_MS;
    await setTime(approver, new Date(instant));
    await screenshot(approver, 'set-embargo');
    await press(approver, 'Xuất bản');
    await approver.getByText('Đã xuất bản', { exact: true }).first().waitFor();
    await approver.getByText(/^Đã xuất bản; sẽ hiện lúc /).waitFor();
    await screenshot(approver, 'embargoed');
    await approver.goto(`${panel.url}${ARTICLES}`);
    // Strapi keeps the last filter of a list.
    await filter('Tất cả');
    await approver
      .getByRole('row', { name: TITLE })
      .getByText(/^Sẽ hiện lúc /)
      .waitFor();
    await approver.waitForLoadState('networkidle');
    await screenshot(approver, 'list-embargoed');
    expect(Date.now()).toBeLessThan(instant);

    let seen = 0;
    for (let status = 404; status !== 200; await pause(50)) {
      ({ status } = await api(slug));
      seen = Date.now();
      expect([status, seen - instant < 2_000]).toEqual([expect.any(Number), true]);
    }
    expect(seen).toBeGreaterThanOrEqual(instant);
    await read(reporter.getByRole('heading', { name: `${TITLE} từ tháng sáu` }));
  });

  it('is corrected, with a note that readers see', async () => {
    await open(reporter);
    await reporter.locator('textarea[name=summary]').fill('Mỗi nửa giờ một chuyến; vé tháng bán trên xe và tại bến.');
    await save(reporter);
    await open(approver);
    const note = 'Bản trước ghi nhầm giờ chạy xe: nửa giờ một chuyến, không phải một giờ.';
    await say(approver, 'Xuất bản kèm đính chính', note, 'correct');
    await approver.getByText('Đã xuất bản', { exact: true }).first().waitFor();
    await read(reporter.getByText(note));
    await screenshot(reporter, 'corrected');
  });

  it('is withdrawn with a notice, and reinstated', async () => {
    await open(approver);
    await press(approver, 'Rút bài');
    const dialog = approver.getByRole('dialog');
    await dialog.getByLabel('Lý do').fill('Số liệu ở đoạn hai chưa được kiểm chứng.');
    await entered(dialog);
    await screenshot(approver, 'withdraw');
    await press(approver, 'Rút bài ngay');
    await approver.getByText(/^Đã rút lúc /).waitFor();
    await screenshot(approver, 'withdrawn');
    await read(reporter.getByText('Số liệu ở đoạn hai chưa được kiểm chứng.'));
    await screenshot(reporter, 'withdrawn-on-the-portal');
    await press(approver, 'Đăng lại bài đã rút');
    await approver.getByText(/^Đang hiện, từ /).waitFor();
  });

  it('lets an approver publish alone only for a reason', async () => {
    await begin(approver, 'Tạm dừng tuyến phà vì mưa lớn');
    await approver.locator('.ProseMirror').click();
    await approver.keyboard.type('Bến phà tạm dừng đón khách từ 9 giờ sáng nay.');
    await save(approver);
    await approver.getByText('Bạn là người sửa sau cùng', { exact: false }).waitFor();
    await press(approver, 'Xuất bản');
    const question = approver.getByRole('dialog', { name: 'Tự duyệt và xuất bản?' });
    await question.getByLabel('Lý do').waitFor();
    await screenshot(approver, 'four-eyes');
    await question.getByRole('button', { name: 'Hủy' }).click();
    await approver.getByText(/^Bạn là người sửa sau cùng\. Hãy gửi duyệt/).waitFor();
    await say(approver, 'Tự duyệt và xuất bản', 'Cảnh báo mưa lớn, ngoài giờ trực.', 'publish-alone');
    await approver.getByText('Đã xuất bản', { exact: true }).first().waitFor();
    await approver.getByText('“Cảnh báo mưa lớn, ngoài giờ trực.”').waitFor();
  });
});

/** Sets when the article appears, at the portal's offset. */
async function setTime(page: Page, instant: Date): Promise<void> {
  const [day, time] = toPortalInstant(instant).split('T') as [string, string];
  await page.locator('input[name=publishedOn]').fill(day);
  await page.locator('input[name=publishedOn-time]').fill(time.slice(0, 5));
}
