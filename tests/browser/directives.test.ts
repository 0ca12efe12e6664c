import type { Page } from 'playwright-core';
import { axeViolations, openPage, screenshot, settled } from '../helpers/browser';
import { pdfOfPages } from '../helpers/file-bytes';
import { hire } from '../helpers/hire';
import { openPanel, type Panel } from '../helpers/panel';

const DIRECTIVES = '/admin/content-manager/collection-types/plugin::public-record.directive';
const ARTICLES = '/admin/content-manager/collection-types/plugin::newsroom.article';
const AGENCY = 'Sở Xây dựng';
const NUMBER = '05/HD-SXD';
const ABSTRACT = 'Về việc công khai quy hoạch tại trụ sở xã, phường';

/** From the paper on a clerk's desk to what readers see. Each step begins where the last ended. */
describe('a directive', () => {
  let panel: Panel;
  let clerk: Page;
  let approver: Page;
  let reader: Page;
  let faults: string[];

  beforeAll(async () => {
    panel = await openPanel();
    clerk = await hire(panel, { name: 'Thu Hà', email: 'ha@example.vn', role: 'desk-reporter', agency: AGENCY });
    approver = await hire(panel, {
      name: 'Minh Châu',
      email: 'chau@example.vn',
      role: 'desk-approver',
      agency: AGENCY,
    });
    ({ page: reader, faults } = await openPage(panel.browser, { viewport: { width: 360, height: 760 } }));
  });
  afterAll(() => panel?.close());

  const press = (of: Page, name: string) => of.getByRole('button', { name, exact: true }).click();
  const save = async (of: Page) => {
    await press(of, 'Lưu');
    await of.getByText('Đã lưu', { exact: true }).first().waitFor();
  };
  const note = async (of: Page, step: string, words: string) => {
    await press(of, step);
    const dialog = of.getByRole('dialog');
    await dialog.getByRole('textbox').fill(words);
    await dialog.getByRole('button').last().click();
    await dialog.waitFor({ state: 'detached' });
  };
  /** Loads a page until it shows a text: a browser keeps an answer for its max-age. */
  const read = async (path: string, text: string) => {
    do {
      await reader.goto(panel.url + path);
      await settled(reader);
    } while ((await reader.getByText(text).count()) === 0);
  };

  it('is entered by a clerk, with its PDF, and submitted', async () => {
    await clerk.goto(`${panel.url}${DIRECTIVES}/create?plugins[i18n][locale]=vi`);
    await clerk.locator('input[name=number]').waitFor();
    await clerk.waitForLoadState('networkidle');
    await clerk.locator('input[name=number]').fill(NUMBER);
    await clerk.locator('textarea[name=abstract]').fill(ABSTRACT);
    await clerk.locator('input[name=issuedOn]').fill('3/2/2025');
    await clerk.locator('textarea[name=fields]').fill('Quy hoạch xây dựng');
    await clerk.getByRole('button', { name: /^Bấm để chọn tệp/ }).click();
    await press(clerk, 'Thêm tệp khác');
    const file = { name: '05-HD-SXD.pdf', mimeType: 'application/pdf', buffer: pdfOfPages(4) };
    await clerk.locator('input[type=file]').setInputFiles(file);
    await press(clerk, 'Tải 1 tệp lên thư viện');
    await press(clerk, 'Hoàn tất');
    await save(clerk);
    await clerk.getByRole('heading', { name: 'Lịch sử' }).waitFor();
    await screenshot(clerk, 'directive-form');
    await note(clerk, 'Gửi duyệt', 'Đã đối chiếu với bản giấy.');
    await clerk.getByText('Đã gửi, đang chờ người duyệt.').waitFor();
  });

  it('waits for an approver, who publishes it', async () => {
    await approver.goto(`${panel.url}/admin`);
    await approver.getByText('Chờ tôi duyệt (1)').waitFor();
    await approver.getByRole('link', { name: NUMBER }).click();
    await approver.getByText('“Đã đối chiếu với bản giấy.”').first().waitFor();
    await press(approver, 'Xuất bản');
    await approver.getByText('Đã xuất bản', { exact: true }).first().waitFor();
    await approver.goto(`${panel.url}${DIRECTIVES}`);
    await approver.getByText(NUMBER).first().waitFor();
    await screenshot(approver, 'directive-list');
  });

  it('is cited by an article, whose number one click links', async () => {
    await clerk.goto(`${panel.url}${ARTICLES}/create?plugins[i18n][locale]=vi`);
    await clerk.locator('input[name=title]').waitFor();
    await clerk.waitForLoadState('networkidle');
    await clerk.locator('input[name=title]').fill('Xem quy hoạch ở đâu');
    await clerk.locator('.ProseMirror').click();
    await clerk.keyboard.type('Theo Hướng dẫn số 5/HD–SXD, bản đồ quy hoạch được treo tại trụ sở xã.');
    await press(clerk, `Liên kết ${NUMBER}: ${ABSTRACT}`);
    const link = clerk.locator('.ProseMirror a', { hasText: '5/HD–SXD' });
    await link.waitFor();
    expect(await link.getAttribute('href')).toBe('/chi-dao-dieu-hanh/05-hd-sxd');
    await screenshot(clerk, 'directive-linked');
    await save(clerk);
    const article = clerk.url().split('?')[0]!;
    await approver.goto(article);
    await approver.getByRole('heading', { name: 'Lịch sử' }).waitFor();
    await press(approver, 'Xuất bản');
    await approver.getByText('Đã xuất bản', { exact: true }).first().waitFor();
    await read('/tin-tuc/xem-quy-hoach-o-dau', 'Văn bản được nhắc đến');
  });

  it('is read on the portal: the block, the list, its page, the feed, on a phone', async () => {
    await read('/', NUMBER);
    expect(await axeViolations(reader)).toEqual([]);
    await reader.locator('.records').scrollIntoViewIfNeeded();
    await screenshot(reader, 'directives-block');
    await read('/chi-dao-dieu-hanh', NUMBER);
    await screenshot(reader, 'directives-list');
    expect(await axeViolations(reader)).toEqual([]);
    await reader.getByLabel('Số, ký hiệu').fill('58 nq/tw');
    await reader.getByRole('button', { name: 'Lọc' }).click();
    await settled(reader);
    expect(await reader.locator('.directives .card-title').allInnerTexts()).toEqual(['Nghị quyết 58-NQ/TW']);
    await read('/chi-dao-dieu-hanh/05-hd-sxd', 'PDF, 4 trang');
    await screenshot(reader, 'directive-page');
    expect(await axeViolations(reader)).toEqual([]);
    expect(await (await fetch(`${panel.url}/feeds/directives.rss`)).text()).toContain(ABSTRACT);
    expect(faults).toEqual([]);
  });
});
